/// Knows *who*: people (年金受給権者・加給年金額対象配偶者・扶養控除対象者), their identifiers, kinds and uses, per association.
/// Never sees a number; the vault knows *what*. Duties N1, N2, N10, N12.
@ApplicationModule(allowedDependencies = {"store", "staff"})
@NullMarked
package jp.bansho.numbers.linkage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
