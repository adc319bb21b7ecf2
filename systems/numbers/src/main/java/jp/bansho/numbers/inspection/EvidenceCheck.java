package jp.bansho.numbers.inspection;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import jp.bansho.access.passkey.Evidence;
import jp.bansho.access.passkey.EvidenceVerifier;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyEnrolled;
import jp.bansho.access.passkey.Refusal;
import jp.bansho.access.passkey.Relying;
import jp.bansho.access.passkey.Verdict;
import jp.bansho.machine.StoreBroken;
import jp.bansho.numbers.staff.PurposeTable;

/// Verifies the passkey assertion that a record holds, with nothing but the record: the key is the one whose
/// enrolment is on record (L1, L7).
public final class EvidenceCheck {

    private final Relying relying;
    private final PurposeTable purposes;

    /// A check of what was signed for that relying party; the table says whose records must hold evidence.
    public EvidenceCheck(Relying relying, PurposeTable purposes) {
        this.relying = relying;
        this.purposes = purposes;
    }

    /// What else of the record of use a check needs.
    interface Beside {
        /// The record of an enrolment.
        Optional<LogRecord> enrolment(String credential) throws SQLException;

        /// The evidence in earlier records of the same account, as long as it could be taken for this one's.
        List<String> earlier() throws SQLException;
    }

    Proof of(LogRecord record, Beside beside) throws SQLException {
        var evidence = record.detail("evidence");
        if (evidence.isBlank()) {
            return record.details() != null && EvidenceBinding.missing(purposes, record.event(), record.purpose())
                    ? new Proof.Missing()
                    : new Proof.None();
        }
        var verifier = new EvidenceVerifier(relying, credential -> enrolled(beside, credential));
        return switch (verifier.verify(evidence)) {
            case Verdict.Genuine(var operation, var _, var _) -> {
                var facts = facts(operation.text());
                yield EvidenceBinding.misfit(facts, bound(record)).isEmpty() && !used(beside, operation.text())
                        ? new Proof.Verified(facts)
                        : new Proof.OfSomethingElse();
            }
            case Verdict.Worthless(Refusal refusal) -> new Proof.Worthless(refusal);
        };
    }

    private static EvidenceBinding.Bound bound(LogRecord record) {
        return new EvidenceBinding.Bound(
                record.event(),
                record.actor(),
                record.association(),
                record.subject(),
                record.purpose(),
                record.detail("caseReference"),
                record.at());
    }

    /// Each operation holds a nonce: the same text under two records is one signature used twice.
    private static boolean used(Beside beside, String operation) throws SQLException {
        for (var line : beside.earlier()) {
            try {
                if (Evidence.read(line).operation().text().equals(operation)) {
                    return true;
                }
            } catch (IllegalArgumentException e) {
                // that record's evidence is worthless, which is said where it is read
            }
        }
        return false;
    }

    private static Optional<PasskeyEnrolled> enrolled(Beside beside, String credential) {
        try {
            return beside.enrolment(credential)
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

    /// What was signed, key and value.
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
