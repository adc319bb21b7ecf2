package jp.bansho.numbers.incident.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.NumberInText;
import jp.bansho.numbers.incident.IncidentKind;
import jp.bansho.numbers.incident.StepState;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.stereotype.Component;

/// What the screens of incidents have in common: choices, crumbs, and what is said about a text.
@Component("incidentWords")
class Words {

    private static final int LONGEST = 4_000;

    private final Texts texts;

    Words(Texts texts) {
        this.texts = texts;
    }

    String of(String key, Object... values) {
        return texts.of(key, values);
    }

    String refusal(AccessRefused refused) {
        return texts.japanese() ? refused.japanese() : refused.english();
    }

    /// Says what is wrong with a text; the answer never repeats a number.
    void check(String field, String text, Problems problems) {
        if (text.isBlank()) {
            problems.add(field, of("incident.text.missing"));
        } else if (text.length() > LONGEST) {
            problems.add(field, of("incident.text.long", LONGEST));
        } else if (NumberInText.in(text)) {
            problems.add(field, of("incident.text.number"));
        }
    }

    /// The text for the form again; empty if a number may stand in it.
    static String safe(String text) {
        return NumberInText.in(text) ? "" : text;
    }

    List<Option> kinds() {
        return Arrays.stream(IncidentKind.values())
                .filter(IncidentKind::byHand)
                .map(kind -> new Option(kind.word(), of("incident.kind." + kind.word())))
                .toList();
    }

    List<Option> states() {
        return Arrays.stream(StepState.values())
                .map(state -> new Option(state.word(), of("incident.step.state." + state.word())))
                .toList();
    }

    List<Option> duties() {
        return List.of(
                new Option("reportable", of("incident.duty.reportable")),
                new Option("not-reportable", of("incident.duty.not-reportable")));
    }

    List<Option> events() {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(event -> new Option(String.valueOf(event), of("incident.event." + event)))
                .toList();
    }

    List<Crumb> crumbs() {
        return List.of(new Crumb("/incidents", of("incident.list.title")));
    }

    List<Crumb> crumbs(long id) {
        return List.of(
                new Crumb("/incidents", of("incident.list.title")),
                new Crumb("/incidents/" + id, of("incident.one.title", id)));
    }
}
