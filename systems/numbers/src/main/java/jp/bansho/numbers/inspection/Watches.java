package jp.bansho.numbers.inspection;

import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import org.springframework.stereotype.Component;

/// Says which part of the record a member watches over: auditors their own organisation's, the operations manager
/// the operators', nobody else any (L2, L3).
@Component
public class Watches {

    private final Rights rights;

    Watches(Rights rights) {
        this.rights = rights;
    }

    /// The member's watch.
    ///
    /// @throws AccessRefused if the member watches over nothing
    public Watch of(Member member) {
        if (rights.allows(member, Right.CHECK_OPERATIONS)) {
            return new Watch.OfOperation();
        }
        if (mayWatch(member) && member.organisation() != Organisation.OPERATOR) {
            return Watch.over(member.organisation());
        }
        throw new AccessRefused("no-part-of-the-record", "no part of the record is yours to check", "点検する記録の範囲がありません");
    }

    /// True if the member has a part of the record to check.
    public boolean mayCheck(Member member) {
        return rights.allows(member, Right.CHECK_OPERATIONS)
                || (rights.allows(member, Right.CHECK_LOG) && member.organisation() != Organisation.OPERATOR);
    }

    private boolean mayWatch(Member member) {
        return rights.allows(member, Right.SEE_LOG) || rights.allows(member, Right.CHECK_LOG);
    }
}
