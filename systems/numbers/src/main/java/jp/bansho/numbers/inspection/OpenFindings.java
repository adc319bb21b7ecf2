package jp.bansho.numbers.inspection;

import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.terminal.Waiting;
import jp.bansho.terminal.WaitingWork;
import org.springframework.stereotype.Component;

/// Open findings, on the work list of whoever watches over that part of the record.
@Component
class OpenFindings implements WaitingWork {

    private final Findings findings;
    private final Watches watches;

    OpenFindings(Findings findings, Watches watches) {
        this.findings = findings;
        this.watches = watches;
    }

    @Override
    public List<Waiting> of(Member member) {
        return watches.mayCheck(member)
                ? List.of(new Waiting("inspection.waiting", "/check", findings.waiting(member), null))
                : List.of();
    }
}
