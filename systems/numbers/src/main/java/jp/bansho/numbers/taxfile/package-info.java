/// The tax season (N6, N7): the slips and reports the pension system cut without numbers are
/// previewed, approved, filled and sealed for the tax office and the municipalities, and each file
/// that leaves is in custody until it is destroyed. For the federation alone; an association sees
/// whose number is missing.
@ApplicationModule(allowedDependencies = {"store", "staff", "job", "linkage", "vault", "terminal"})
@NullMarked
package jp.bansho.numbers.taxfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
