/// Key ceremonies (鍵の管理作業): backups in shares, moving the key-encryption key, the register of backups, and the watch
/// over the key device. Each ceremony has two people: who applied and who approved. Duties S1, R3.
@ApplicationModule(allowedDependencies = {"store", "staff", "vault", "installation"})
@NullMarked
package jp.bansho.numbers.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
