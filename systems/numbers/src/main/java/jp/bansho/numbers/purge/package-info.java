/// How long each association keeps the details of its records of use, and their purge in bulk when the period is over:
/// ordered by one, approved by another, recorded first, run in batches; the chain stays verifiable (L6).
@ApplicationModule(allowedDependencies = {"store", "staff", "terminal"})
@NullMarked
package jp.bansho.numbers.purge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
