/// Until when numbers are kept, and their erasure (R1-R4). Clerks record what ends a use (the confirmed death
/// 死亡確認日, the submission deadlines 提出期限) and legal holds 廃棄留保; the desk says what becomes due when; an
/// ordered and approved run erases it for good and leaves a certificate 廃棄証明.
///
/// A run goes through the states of [jp.bansho.numbers.erasure.RunState], each committed before the next one begins,
/// so that whatever kills the machine leaves a run that is either not begun or goes on from where it was:
/// 1. *prepared*, *applied*: the frozen list, and an application bound to its digest. Nothing is touched.
/// 2. *erased*: one transaction uses the approval up, zeroes the pads and seals all pad blocks of the association under
///    the next pad key, deletes numbers, index entries, people and what names them, and records it.
/// 3. The sealed pad blocks are copied to `BANSHO_HOME/pads` ([jp.bansho.numbers.erasure.PadCopy]), then the old pad
///    key is destroyed together with the key-encryption key: *destroyed*.
/// 4. The certificate is signed and written to `BANSHO_HOME/certificates`: *certified*.
@ApplicationModule(
        allowedDependencies = {"store", "staff", "linkage", "vault", "keys", "job", "terminal", "installation"})
@NullMarked
package jp.bansho.numbers.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
