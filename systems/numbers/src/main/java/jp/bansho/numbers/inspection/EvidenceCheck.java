package jp.bansho.numbers.inspection;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import jp.bansho.access.passkey.EvidenceVerifier;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyEnrolled;
import jp.bansho.access.passkey.Refusal;
import jp.bansho.access.passkey.Relying;
import jp.bansho.access.passkey.Verdict;
import jp.bansho.numbers.store.StoreBroken;

/// Verifies the passkey assertion that a record holds, with nothing but the record: the key is the one whose
/// enrolment is on record (L1, L7).
public final class EvidenceCheck {

    private final Relying relying;

    /// A check of what was signed for that relying party.
    public EvidenceCheck(Relying relying) {
        this.relying = relying;
    }

    /// Finds the record of an enrolment.
    @FunctionalInterface
    interface Enrolments {
        Optional<LogRecord> of(String credential) throws SQLException;
    }

    Proof of(LogRecord record, Enrolments enrolments) {
        var evidence = record.detail("evidence");
        if (evidence.isBlank()) {
            return new Proof.None();
        }
        var verifier = new EvidenceVerifier(relying, credential -> enrolled(enrolments, credential));
        return switch (verifier.verify(evidence)) {
            case Verdict.Genuine(var operation, var _, var _) -> {
                var facts = facts(operation.text());
                yield fits(record, facts) ? new Proof.Verified(facts) : new Proof.OfSomethingElse();
            }
            case Verdict.Worthless(Refusal refusal) -> new Proof.Worthless(refusal);
        };
    }

    private static Optional<PasskeyEnrolled> enrolled(Enrolments enrolments, String credential) {
        try {
            return enrolments
                    .of(credential)
                    .map(record -> new PasskeyEnrolled(
                            record.detail("account"),
                            record.detail("credential"),
                            record.detail("key"),
                            record.detail("form"),
                            record.detail("model")));
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    /// A signature under another act proves that act, not this one.
    private static boolean fits(LogRecord record, SequencedMap<String, String> facts) {
        var subject = facts.get("subject");
        return record.actor().equals(facts.get("account"))
                && (subject == null || record.subject() == null || subject.equals(String.valueOf(record.subject())));
    }

    private static SequencedMap<String, String> facts(String text) {
        var facts = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> {
            var colon = line.indexOf(": ");
            facts.put(line.substring(0, colon), line.substring(colon + 2));
        });
        facts.remove("nonce");
        return facts;
    }
}
