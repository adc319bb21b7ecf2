/// What was run: jobs over files, batch by batch, restartable, with progress and a sheet at the end. Duties L1 (for
/// jobs), S5.
@ApplicationModule(allowedDependencies = {"store", "staff"})
@NullMarked
package jp.bansho.numbers.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
