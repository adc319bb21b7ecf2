package jp.bansho.terminal;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.SequencedMap;
import jp.bansho.access.Member;
import jp.bansho.access.passkey.Challenges;
import jp.bansho.access.passkey.OperationChallenge;
import jp.bansho.access.passkey.Passkeys;
import jp.bansho.access.passkey.Refusal;
import jp.bansho.access.passkey.Verification;
import jp.bansho.audit.Entry;
import jp.bansho.machine.MachineName;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// A passkey shown for one operation alone: the challenge is the hash of the operation in words, and what
/// was signed is kept in the record, where it can be verified without this machine (L1).
@Component
public class FreshPasskey {

    private final Transactions transactions;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final MachineName machine;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FreshPasskey(
            Transactions transactions,
            Passkeys passkeys,
            @Qualifier(DoorParts.MEMBERS) Challenges challenges,
            MachineName machine,
            Clock clock) {
        this.transactions = transactions;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.machine = machine;
        this.clock = clock;
    }

    /// What became of the question.
    public sealed interface Answered {
        /// The operation was signed; the evidence goes into the record of the operation.
        record Signed(String evidence) implements Answered {}

        /// It was not; nothing may be done.
        record Refused(Refusal refusal) implements Answered {}
    }

    /// Options for the browser, for exactly this operation by this member.
    ///
    /// @param operation word such as `reveal-number`
    /// @param facts     what is to be done, in words: handles, rows, case reference; never a number
    public String ask(HttpServletRequest request, Member member, String operation, SequencedMap<String, String> facts) {
        var challenge = OperationChallenge.of(operation, member.account(), facts, clock.instant(), random);
        var pending = challenges.ask(key(request, operation, facts), member.account(), challenge);
        return transactions.read(
                new DoorScope(),
                connection -> passkeys.assertionOptions(connection, member.account(), pending.challenge()));
    }

    /// Verifies the answer to [#ask] with the very same operation and facts; it works once.
    public Answered verify(
            HttpServletRequest request,
            Member member,
            String operation,
            SequencedMap<String, String> facts,
            String answer) {
        var pending = challenges
                .take(key(request, operation, facts))
                .filter(asked -> asked.account().equals(member.account()));
        var signed = pending.map(Challenges.Pending::operation).orElse(null);
        if (pending.isEmpty() || signed == null) {
            return new Answered.Refused(Refusal.CHALLENGE_SPENT);
        }
        var asked = pending.get();
        return transactions.recorded(new DoorScope(), connection -> {
            var verification = passkeys.verify(connection, member.account(), asked.challenge(), answer);
            var entry = new Entry(member.stamp(machine.word(), member.association(), null, null), verification.event());
            return new Recorded<>(
                    switch (verification) {
                        case Verification.Accepted(var _, var assertion, var _) ->
                            new Answered.Signed(assertion.evidence(signed).line());
                        case Verification.Refused(var refusal, var _) -> new Answered.Refused(refusal);
                    },
                    List.of(entry));
        });
    }

    private static String key(HttpServletRequest request, String operation, SequencedMap<String, String> facts) {
        return request.getSession().getId() + " " + operation + " " + facts;
    }
}
