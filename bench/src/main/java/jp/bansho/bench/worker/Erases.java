package jp.bansho.bench.worker;

import java.time.LocalDate;
import java.time.ZoneId;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.approval.Decision;
import jp.bansho.numbers.erasure.Erasures;
import jp.bansho.numbers.staff.ApprovalDesk;

/// Erases everything that is due, as a clerk and a senior clerk do at their terminals; the measure made their
/// accounts.
final class Erases {

    private final Desk desk;

    Erases(Desk desk) {
        this.desk = desk;
    }

    /// Prepares, applies, has it approved: everything before the button is pressed.
    ///
    /// @return the run's number
    long order(int association, long clerk, long senior) {
        var erasures = desk.part(Erasures.class);
        var run = erasures.prepare(clerk(association, clerk), LocalDate.now(ZoneId.of("Asia/Tokyo")), "測定");
        var application =
                erasures.apply(clerk(association, clerk), run.id(), "B-1").application();
        if (application == null) {
            throw new IllegalStateException("nobody applied");
        }
        var decider = new Member("b-senior", senior, "測定 二", association, AccountRole.SENIOR_CLERK, "pension");
        desk.part(ApprovalDesk.class).decide(decider, application, Decision.APPROVE, "測定");
        return run.id();
    }

    /// Presses the button, and waits for the certificate.
    long start(int association, long clerk, long run) {
        return desk.part(Erasures.class).start(clerk(association, clerk), run).people();
    }

    private static Member clerk(int association, long person) {
        return new Member("b-clerk", person, "測定 一", association, AccountRole.CLERK, "pension");
    }
}
