/// The way out of this machine: one file into one sealed parcel on a medium, under one approval, with every step in the
/// ledger of media (duties M1–M4). Whatever desk cuts a file sends it from here.
@ApplicationModule(allowedDependencies = {"store", "staff"})
@NullMarked
package jp.bansho.pension.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
