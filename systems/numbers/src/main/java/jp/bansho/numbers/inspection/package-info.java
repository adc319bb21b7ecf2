/// The record of use read by those who may: auditors search it and check it for improper access, the operations
/// manager reads the operators' part, and what the check points at is worked off (L2, L3, L5, L7). Each search is
/// on record itself.
@ApplicationModule(allowedDependencies = {"store", "staff", "linkage", "terminal", "installation"})
@NullMarked
package jp.bansho.numbers.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
