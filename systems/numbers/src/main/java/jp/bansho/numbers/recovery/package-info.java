/// Backups of the whole machine, the write-ahead log beside them, and the way back (S4). In come a running database and
/// a home folder, out go sealed files that were read back and found whole; the index of numbers is never among it.
@ApplicationModule(allowedDependencies = {"store", "staff", "installation", "vault", "erasure"})
@NullMarked
package jp.bansho.numbers.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
