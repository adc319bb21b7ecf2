package jp.bansho.numbers.erasure.web;

import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;

/// People's periods are seen by their own association; the federation sees counts.
final class Own {

    private Own() {}

    /// The member's association.
    ///
    /// @throws AccessRefused if the member works for none
    static int association(Member member) {
        if (!Organisation.isAssociation(member.organisation())) {
            throw new AccessRefused(
                    "associations-only",
                    "only the association itself sees its people’s periods",
                    "個人の保存期間は、その人の構成組合だけが表示できます");
        }
        return member.organisation();
    }
}
