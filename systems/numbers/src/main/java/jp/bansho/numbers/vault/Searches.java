package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.PurposeDecision;
import jp.bansho.numbers.staff.PurposeTable;
import org.jspecify.annotations.Nullable;

/// How a number that somebody gives is sought. The table of purposes is asked twice: before the
/// search, and again when it is known what kind of person was found. Somebody of a kind that the
/// row does not concern is nobody to whoever asked: else each guess would say who is registered
/// here. The record keeps the difference.
final class Searches {

    private Searches() {}

    static Recorded<Sought> seek(
            Connection connection,
            OpenVault open,
            PurposeTable purposes,
            Actor actor,
            Ground ground,
            IndividualNumber number,
            String caseReference)
            throws SQLException {
        var before = purposes.decide(ground.department(), ground.purpose(), NumberAct.SEEK);
        if (before instanceof PurposeDecision.Refused refused) {
            var answer = new Sought.Refused(refused.english(), refused.japanese());
            return refused(open, actor, refused, null, answer);
        }
        var holder = open.seek(connection, number).orElse(null);
        if (holder == null) {
            var event = new VaultEvent.NumberSought(false, caseReference);
            return recorded(open, actor, before, null, new Sought.Nobody(), event);
        }
        var subject = holder.subject();
        var kind = SealedRows.kind(connection, subject);
        return switch (purposes.decide(ground.department(), ground.purpose(), kind, NumberAct.SEEK)) {
            case PurposeDecision.Refused refused -> refused(open, actor, refused, subject, new Sought.Nobody());
            case PurposeDecision.Allowed allowed ->
                recorded(
                        open,
                        actor,
                        allowed,
                        subject,
                        new Sought.Found(holder),
                        new VaultEvent.NumberSought(true, caseReference));
        };
    }

    private static Recorded<Sought> refused(
            OpenVault open, Actor actor, PurposeDecision.Refused refused, @Nullable Long subject, Sought answer) {
        return recorded(
                open,
                actor,
                refused,
                subject,
                answer,
                new VaultEvent.PurposeRefused(refused.row(), NumberAct.SEEK.word()));
    }

    private static Recorded<Sought> recorded(
            OpenVault open,
            Actor actor,
            PurposeDecision decision,
            @Nullable Long subject,
            Sought answer,
            VaultEvent event) {
        return new Recorded<>(answer, List.of(new Entry(actor.stamp(open.association(), decision, subject), event)));
    }
}
