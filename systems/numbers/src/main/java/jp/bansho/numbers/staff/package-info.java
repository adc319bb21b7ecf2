/// Who works here and what for: the acting person, the role, and the purpose (利用目的) every act must name.
/// Duties L1, N6, C5.
@ApplicationModule(allowedDependencies = {"store"})
@NullMarked
package jp.bansho.numbers.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
