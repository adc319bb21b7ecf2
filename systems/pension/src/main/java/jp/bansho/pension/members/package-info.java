/// The members: recipients and spouses of an association as the pension side knows them, taken in
/// from a file, all or nothing (duties J2, P4).
@ApplicationModule(allowedDependencies = {"store", "staff"})
@NullMarked
package jp.bansho.pension.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
