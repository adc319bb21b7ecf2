package jp.bansho.numbers.cycle.web;

import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.intake.Duty;

/// Which department does which duty: people are named to it alone, and it alone closes a round (C5).
final class Departments {

    private Departments() {}

    static boolean does(Member member, Duty.Sort duty) {
        return member.department()
                .equals(
                        switch (duty) {
                            case LIFE_STATUS -> "pension";
                            case DECLARATIONS -> "tax";
                        });
    }

    /// The member's association.
    ///
    /// @throws AccessRefused if the member works for none
    static int association(Member member) {
        if (!Organisation.isAssociation(member.organisation())) {
            throw new AccessRefused(
                    "associations-only", "only the association itself works on its rounds", "定期の事務の回は、その構成組合だけが扱えます");
        }
        return member.organisation();
    }

    /// @throws AccessRefused if it is another department's work
    static void demand(Member member, Duty.Sort duty) {
        if (!does(member, duty)) {
            throw new AccessRefused(
                    "other-department", "this duty is another department’s work", "この事務は、あなたの所属の事務ではありません");
        }
    }
}
