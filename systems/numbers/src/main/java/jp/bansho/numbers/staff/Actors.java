package jp.bansho.numbers.staff;

import jp.bansho.access.Member;
import jp.bansho.access.Organisation;

/// Turns who came in at a terminal into who acts at the desks.
public final class Actors {

    private Actors() {}

    /// The actor: scope by organisation, name and role in the record by account.
    public static Actor of(Member member) {
        var role = member.organisation() == Organisation.FEDERATION
                ? Role.FEDERATION
                : member.organisation() == Organisation.OPERATOR ? Role.OPERATOR : Role.ASSOCIATION;
        return new Actor(
                member.account(),
                role,
                Organisation.isAssociation(member.organisation()) ? member.organisation() : 0,
                member.role().word());
    }
}
