package jp.bansho.numbers.intake.web;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.Upload;
import jp.bansho.numbers.intake.UploadConfirmations;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.terminal.Waiting;
import jp.bansho.terminal.WaitingWork;
import org.springframework.stereotype.Component;

/// What of this desk waits for a member: decisions by reason, jobs that stopped, results to confirm.
@Component
class IntakeWork implements WaitingWork {

    private final Transactions transactions;
    private final Intake intake;
    private final UploadConfirmations confirmations;
    private final JobSight sight;
    private final Rights rights;

    IntakeWork(
            Transactions transactions,
            Intake intake,
            UploadConfirmations confirmations,
            JobSight sight,
            Rights rights) {
        this.transactions = transactions;
        this.intake = intake;
        this.confirmations = confirmations;
        this.sight = sight;
        this.rights = rights;
    }

    @Override
    public List<Waiting> of(Member member) {
        var waiting = new ArrayList<Waiting>();
        if (!Organisation.isAssociation(member.organisation())) {
            return waiting;
        }
        if (rights.allows(member, Right.DECIDE_WORK)) {
            var scope = Actors.of(member).scopeOf(member.organisation());
            transactions
                    .read(scope, intake::openCounts)
                    .forEach((reason, count) -> waiting.add(new Waiting(
                            "intake.waiting." + reason.word(), "/work?reason=" + reason.word(), count, null)));
        }
        if (rights.allows(member, Right.UPLOAD_FILE)) {
            var results = confirmations.newest(Actors.of(member), member.organisation()).stream()
                    .filter(Upload::waits)
                    .count();
            waiting.add(new Waiting("intake.waiting.confirmation", "/uploads", results, null));
        }
        if (rights.allows(member, Right.SEE_JOBS)) {
            waiting.add(new Waiting("intake.waiting.stopped", "/jobs", sight.stopped(member), null));
        }
        return waiting;
    }
}
