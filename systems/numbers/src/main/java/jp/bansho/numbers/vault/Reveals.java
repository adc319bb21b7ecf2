package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.PurposeDecision;
import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.seal.SealBroken;

/// How one number is shown: first the table of purposes, then what its row demands, then the seal.
record Reveals(PurposeTable purposes, Clock clock) {

    /// How long a number may stay on a screen.
    private static final Duration SHOWN = Duration.ofSeconds(30);

    Recorded<Revealed> reveal(
            Connection connection,
            VaultKeys keys,
            Actor actor,
            Ground ground,
            long subject,
            String caseReference,
            String evidence)
            throws SQLException {
        var kind = SealedRows.kind(connection, subject);
        var decision = kind == 0
                ? purposes.decide(ground.department(), ground.purpose(), NumberAct.REVEAL)
                : purposes.decide(ground.department(), ground.purpose(), kind, NumberAct.REVEAL);
        var stamp = actor.stamp(keys.association(), decision, subject);
        return switch (decision) {
            case PurposeDecision.Refused refused ->
                recorded(
                        new Revealed.Refused("purpose", refused.english(), refused.japanese()),
                        stamp,
                        new VaultEvent.PurposeRefused(refused.row(), NumberAct.REVEAL.word()));
            case PurposeDecision.Allowed(var row) -> {
                if (caseReference.isBlank()) {
                    yield refused("case", stamp, "", "A reveal needs a case.", "事案番号を入力してください。");
                }
                if (row.sensitive() && evidence.isBlank()) {
                    yield refused(
                            "evidence",
                            stamp,
                            caseReference,
                            "Row " + row.id() + " demands a fresh passkey assertion.",
                            "この利用目的では、表示のたびにパスキーによる確認が必要です。");
                }
                yield open(connection, keys, subject, stamp, caseReference, evidence);
            }
        };
    }

    private Recorded<Revealed> open(
            Connection connection, VaultKeys keys, long subject, Stamp stamp, String caseReference, String evidence)
            throws SQLException {
        try {
            var found = SealedRows.current(connection, keys, subject);
            if (found.isEmpty()) {
                return recorded(new Revealed.Nothing(), stamp, new VaultEvent.RevealRefused("nothing", caseReference));
            }
            return recorded(
                    new Revealed.Shown(found.get(), clock.instant().plus(SHOWN)),
                    stamp,
                    new VaultEvent.NumberRevealed(caseReference, evidence));
        } catch (SealBroken broken) {
            return recorded(new Revealed.Broken(), stamp, new VaultEvent.RevealRefused("seal-broken", caseReference));
        }
    }

    private static Recorded<Revealed> refused(
            String reason, Stamp stamp, String caseReference, String english, String japanese) {
        return recorded(
                new Revealed.Refused(reason, english, japanese),
                stamp,
                new VaultEvent.RevealRefused(reason + "-missing", caseReference));
    }

    private static Recorded<Revealed> recorded(Revealed answer, Stamp stamp, VaultEvent event) {
        return new Recorded<>(answer, List.of(new Entry(stamp, event)));
    }
}
