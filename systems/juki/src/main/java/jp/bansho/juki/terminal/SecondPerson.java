package jp.bansho.juki.terminal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.SequencedMap;
import jp.bansho.access.Member;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.staff.StaffRefused;
import jp.bansho.juki.staff.Users;
import jp.bansho.terminal.FreshPasskey;
import org.springframework.stereotype.Component;

/// The second person at a medium (M2, J4): comes to the terminal of the first and shows the own
/// passkey there, for exactly what is about to be done. What was signed is on record.
@Component
class SecondPerson {

    private final Users users;
    private final FreshPasskey passkey;

    SecondPerson(Users users, FreshPasskey passkey) {
        this.users = users;
        this.passkey = passkey;
    }

    /// Options for the second person's passkey.
    ///
    /// @throws StaffRefused `second-person-missing` if it is the same person, or nobody who may
    String ask(
            HttpServletRequest request,
            Member doer,
            String witness,
            String operation,
            SequencedMap<String, String> facts) {
        return passkey.ask(request, users.beside(doer, witness), operation, facts);
    }

    /// Both people, once the second has signed.
    ///
    /// @throws StaffRefused with the word of the passkey's refusal
    Pair signed(
            HttpServletRequest request,
            Member doer,
            String witness,
            String operation,
            SequencedMap<String, String> facts,
            String answer) {
        var second = users.beside(doer, witness);
        return switch (passkey.verify(request, second, operation, facts, answer)) {
            case FreshPasskey.Answered.Signed(var evidence) -> {
                users.signed(second, operation, evidence);
                yield Pair.of(doer, second);
            }
            case FreshPasskey.Answered.Refused(var why) ->
                throw StaffRefused.passkey(why.word(), why.english(), why.japanese());
        };
    }
}
