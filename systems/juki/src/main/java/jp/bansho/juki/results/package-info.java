/// Results: parcel out with its execution log, then everything held is deleted and its key destroyed. Duties J5, M6.
@ApplicationModule(allowedDependencies = {"store", "staff", "inquiry", "release"})
@NullMarked
package jp.bansho.juki.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
