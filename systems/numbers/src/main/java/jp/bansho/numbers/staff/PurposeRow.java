package jp.bansho.numbers.staff;

import java.util.Set;

/// A row of the table of purposes: one piece of office work (事務) with its legal article (根拠条文), and who may
/// do what for it (C5).
///
/// @param id          such as `P-03`; stands in the record
/// @param work        the office work, in Japanese
/// @param article     the legal article, in Japanese
/// @param departments codes of the departments that do this work
/// @param kinds       codes of the kinds of people concerned: 1 recipient, 2 spouse, 3 dependant
/// @param acts        what may be done
/// @param sensitive   true if each reveal demands a fresh passkey assertion
public record PurposeRow(
        String id,
        Purpose purpose,
        String work,
        String article,
        Set<String> departments,
        Set<Integer> kinds,
        Set<NumberAct> acts,
        boolean sensitive) {

    /// The purpose as the record keeps it: the row and the word, `P-03:pension-payment`.
    public String stamp() {
        return id + ":" + purpose.word();
    }

    boolean allows(String department, NumberAct act) {
        return departments.contains(department) && acts.contains(act);
    }

    boolean answersTo(String asked) {
        return id.equals(asked) || purpose.word().equals(asked);
    }
}
