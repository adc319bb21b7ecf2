package jp.bansho.numbers.taxfile.web;

import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.taxfile.Previews;
import jp.bansho.terminal.Waiting;
import jp.bansho.terminal.WaitingWork;
import org.springframework.stereotype.Component;

/// Numbers that tax files want and the association has not registered yet (N6, N7).
@Component
class TaxWork implements WaitingWork {

    private final Previews previews;
    private final Rights rights;

    TaxWork(Previews previews, Rights rights) {
        this.previews = previews;
        this.rights = rights;
    }

    @Override
    public List<Waiting> of(Member member) {
        if (!Organisation.isAssociation(member.organisation()) || !rights.allows(member, Right.SEE_JOBS)) {
            return List.of();
        }
        return List.of(new Waiting("taxfile.waiting.missing", "/tax", previews.lacking(member), null));
    }
}
