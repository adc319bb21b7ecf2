/// Who stands at this machine: always two, where a medium is touched (M2, J4). People of the
/// terminals, their rights, and people of the command line, whom the staff file names.
@ApplicationModule(allowedDependencies = {"store"})
@NullMarked
package jp.bansho.juki.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
