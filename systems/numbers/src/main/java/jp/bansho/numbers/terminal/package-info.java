/// The terminals of this machine: which right a route asks for ([Needs]), who has it, and what its organisations are
/// called. The server, the door and the frame of the screens are `library/terminal`. Duties A5, L1.
@ApplicationModule(allowedDependencies = {"store", "staff"})
@NullMarked
package jp.bansho.numbers.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
