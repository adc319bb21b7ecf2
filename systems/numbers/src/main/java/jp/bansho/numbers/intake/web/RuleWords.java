package jp.bansho.numbers.intake.web;

import java.util.Arrays;
import jp.bansho.identifiers.IdentifierFault;
import jp.bansho.layout.Rule;
import jp.bansho.numbers.intake.RowOutcome;
import jp.bansho.numbers.intake.WorkItem;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.Texts.Pair;

/// What is wrong with a row, in words for whoever has to mend it.
final class RuleWords {

    private final Texts texts;

    RuleWords(Texts texts) {
        this.texts = texts;
    }

    /// The sentence for the rule of a finding.
    String of(RowOutcome outcome, String rule) {
        if (outcome == RowOutcome.CONFLICT) {
            return Arrays.stream(WorkItem.Reason.values())
                    .filter(reason -> reason.name().equals(rule))
                    .map(this::of)
                    .findFirst()
                    .orElse("");
        }
        for (var known : Rule.values()) {
            if (known.name().equals(rule)) {
                return of(known);
            }
        }
        for (var fault : IdentifierFault.values()) {
            if (fault.name().equals(rule)) {
                return texts.of(new Pair(fault.japanese(), fault.english()));
            }
        }
        return "";
    }

    /// A rule of the layout.
    String of(Rule rule) {
        return texts.of(new Pair(rule.japanese(), rule.english()));
    }

    /// Why a person must decide.
    String of(WorkItem.Reason reason) {
        return texts.of("intake.reason." + reason.word());
    }
}
