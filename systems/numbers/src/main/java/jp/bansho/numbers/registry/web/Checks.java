package jp.bansho.numbers.registry.web;

import jp.bansho.identifiers.IdentifierFault;
import jp.bansho.numbers.registry.Outcome;
import jp.bansho.numbers.registry.Refusal;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What every form of this desk asks for in the same words: a purpose, a case, a number.
@Component
class Checks {

    private final Texts texts;

    Checks(Texts texts) {
        this.texts = texts;
    }

    /// Whether that row is one the member's department may use is asked where it is used, and recorded there.
    void purpose(Problems problems, String field, String row) {
        if (row.isEmpty()) {
            problems.add(field, texts.of("registry.purpose.missing"));
        }
    }

    void caseReference(Problems problems, String field, String reference, boolean required) {
        if (required && reference.isEmpty()) {
            problems.add(field, texts.of("registry.case.missing"));
        } else if (reference.length() > Typed.LONGEST_CASE) {
            problems.add(field, texts.of("registry.case.long", Typed.LONGEST_CASE));
        } else if (Typed.holdsNumber(reference)) {
            problems.add(field, texts.of("registry.case.number"));
        }
    }

    void number(Problems problems, String field, IdentifierFault fault) {
        problems.add(
                field,
                texts.of(
                        switch (fault) {
                            case EMPTY -> "registry.number.empty";
                            case LENGTH -> "registry.number.length";
                            case ALL_ZERO -> "registry.number.zero";
                            case CHECK_DIGIT -> "registry.number.check";
                            case CHARACTERS, RANGE, PATTERN, ERA, DATE -> "registry.number.characters";
                        }));
    }

    void refusal(Problems problems, Refusal why) {
        problems.add(why.field(), texts.japanese() ? why.japanese() : why.english());
    }

    /// A refusal of the desk: beside the field it is about, or above the form.
    void refusal(Problems problems, Outcome.Refused refused, Model model) {
        var sentence = sentence(refused);
        if (refused.why().field().isEmpty()) {
            model.addAttribute("notice", new Notice("error", sentence));
        } else {
            problems.add(refused.why().field(), sentence);
        }
    }

    String sentence(Outcome.Refused refused) {
        return texts.japanese() ? refused.japanese() : refused.english();
    }

    /// A case reference as the page may show it again: not if it holds a number.
    static String shown(String reference) {
        return Typed.holdsNumber(reference) ? "" : reference;
    }
}
