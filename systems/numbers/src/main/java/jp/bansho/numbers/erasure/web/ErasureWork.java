package jp.bansho.numbers.erasure.web;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.erasure.Erasures;
import jp.bansho.numbers.erasure.Outlooks;
import jp.bansho.numbers.erasure.RunState;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.terminal.Waiting;
import jp.bansho.terminal.WaitingWork;
import org.springframework.stereotype.Component;

/// On the work list of whoever orders erasures: what is due, and runs that wait for their orderer (R2).
@Component
class ErasureWork implements WaitingWork {

    private final Outlooks outlooks;
    private final Erasures erasures;
    private final Rights rights;

    ErasureWork(Outlooks outlooks, Erasures erasures, Rights rights) {
        this.outlooks = outlooks;
        this.erasures = erasures;
        this.rights = rights;
    }

    @Override
    public List<Waiting> of(Member member) {
        var work = new ArrayList<Waiting>();
        if (rights.allows(member, Right.ORDER_ERASURE) && Organisation.isAssociation(member.organisation())) {
            work.add(new Waiting("retention.waiting.due", "/retention/due", outlooks.due(member), null));
            var mine = erasures.newest(member).stream()
                    .filter(run -> run.preparedBy().equals(member.account()))
                    .filter(run -> run.state() == RunState.PREPARED || run.state() == RunState.APPLIED)
                    .count();
            work.add(new Waiting("retention.waiting.runs", "/retention/runs", mine, null));
        }
        return work;
    }
}
