/// Who works at this machine, from the staff file of its home, and for which association (duties
/// A5, M2).
@ApplicationModule(allowedDependencies = {"store"})
@NullMarked
package jp.bansho.pension.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
