/// Users 利用者, approvals 承認 and reviews 点検 at the terminal: what user managers, approvers and reviewers work
/// with. The work itself is done by the staff desk. Duties A2-A7.
@ApplicationModule(allowedDependencies = {"store", "staff", "terminal"})
@NullMarked
package jp.bansho.numbers.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
