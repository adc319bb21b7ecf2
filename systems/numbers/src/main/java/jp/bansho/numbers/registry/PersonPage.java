package jp.bansho.numbers.registry;

import java.util.List;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.vault.KeptNumber;
import jp.bansho.numbers.vault.NumberState;

/// The answer to a request for the page of a person.
public sealed interface PersonPage {

    /// The person, without any number.
    ///
    /// @param inUse   false if the person was registered by mistake and waits for erasure
    /// @param numbers what is kept of the numbers, newest first
    /// @param version what a form that changes the person must carry
    record Shown(Person person, boolean inUse, List<KeptNumber> numbers, String version) implements PersonPage {

        /// True if a number is in force: the page says 登録済, else 未登録.
        public boolean hasNumber() {
            return numbers.stream().anyMatch(number -> number.state() == NumberState.CURRENT);
        }
    }

    /// Nobody in this association has that handle.
    record Nobody() implements PersonPage {}

    /// The table of purposes does not allow it.
    record Refused(String english, String japanese) implements PersonPage {}
}
