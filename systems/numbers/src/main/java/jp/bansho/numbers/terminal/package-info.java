/// The business terminal 業務端末: the server people's browsers talk to, who is at the terminal, whether they
/// may do what they ask for, and the frame of every screen. Duties A1, A5, A8, L1, S2.
@ApplicationModule(allowedDependencies = {"store", "staff", "installation"})
@NullMarked
package jp.bansho.numbers.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
