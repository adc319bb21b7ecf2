/// The payments: awards, periodic payments with what is taken off them, and declarations of
/// dependants, taken in whole and kept by user number (duty P2). A person is a user number here;
/// nobody's Individual Number is known.
@ApplicationModule(allowedDependencies = {"store", "staff", "members"})
@NullMarked
package jp.bansho.pension.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
