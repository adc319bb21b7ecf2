/// Registers numbers in bulk: the identity-inquiry result file (N4), the dependants file (N5) and
/// the identifiers that go with them (N1). One outcome per row; what a machine must not decide
/// waits on the work list.
@ApplicationModule(
        allowedDependencies = {"store", "staff", "job", "linkage", "vault", "erasure", "installation", "terminal"})
@NullMarked
package jp.bansho.numbers.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
