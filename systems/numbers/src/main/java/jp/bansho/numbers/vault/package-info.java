/// Knows *what*: the Individual Numbers (個人番号) themselves, sealed, indexed, with their history. Looks at nobody else's
/// tables; people are handles here. Duties N3, N4, S1, R3.
@ApplicationModule(allowedDependencies = {"store", "staff"})
@NullMarked
package jp.bansho.numbers.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
