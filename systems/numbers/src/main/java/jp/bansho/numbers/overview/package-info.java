/// What waits for whom, and how things stand: the work list and the dashboards.
@ApplicationModule(allowedDependencies = {"store", "staff", "terminal", "intake", "linkage", "vault", "job"})
@NullMarked
package jp.bansho.numbers.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
