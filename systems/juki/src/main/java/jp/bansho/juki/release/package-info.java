/// A parcel leaves under an approval (J4, M3): somebody applies, another person approves with a
/// passkey, once. In: a job whose inquiries are answered. Out: an approval that the hand-out uses
/// up.
@ApplicationModule(allowedDependencies = {"store", "staff", "inquiry"})
@NullMarked
package jp.bansho.juki.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
