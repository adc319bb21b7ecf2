/// Registers people and their numbers one by one from the business terminal, changes them and takes them out
/// of use, and shows who was there before (N3, N5, L1). Each act is one transaction with its record; a
/// refusal is an outcome with a sentence for the person, and is on record too.
@ApplicationModule(allowedDependencies = {"store", "staff", "job", "linkage", "vault", "intake", "terminal"})
@NullMarked
package jp.bansho.numbers.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
