/// Media that come (M1–M5, N4): registered by two people before they are opened, read by an intake job straight out of
/// the sealed parcel, wiped when that job is confirmed. Every step stands in the ledger of media and in the record of
/// use.
@ApplicationModule(allowedDependencies = {"store", "staff", "job", "intake", "installation"})
@NullMarked
package jp.bansho.numbers.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
