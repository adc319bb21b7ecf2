/// The cutting of files: inquiries about an association's members, approved by a second person,
/// into one sealed parcel for the machine of the resident register network (duties J1, J2, P4).
@ApplicationModule(allowedDependencies = {"store", "staff", "outbox"})
@NullMarked
package jp.bansho.pension.cutting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
