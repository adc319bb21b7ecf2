/// The screens of this machine (J4): jobs and their state, parcels that come, applications,
/// hand-overs. In: people with a passkey. Out: what the desks do with two of them. No screen shows
/// a number, or a person's name.
@ApplicationModule(allowedDependencies = {"store", "staff", "inquiry", "release", "results"})
@NullMarked
package jp.bansho.juki.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
