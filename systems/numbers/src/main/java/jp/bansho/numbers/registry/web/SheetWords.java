package jp.bansho.numbers.registry.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.bansho.access.AccountRole;
import jp.bansho.identifiers.BasicPensionNumber;
import jp.bansho.identifiers.Parsed;
import jp.bansho.numbers.intake.OpenWork;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.registry.PersonPage;
import jp.bansho.numbers.registry.PersonSheet;
import jp.bansho.numbers.registry.Use;
import jp.bansho.numbers.registry.web.PersonFacts.NumberLine;
import jp.bansho.numbers.registry.web.PersonFacts.UseLine;
import jp.bansho.numbers.registry.web.PersonFacts.WorkLine;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.vault.KeptNumber;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.Texts;
import org.springframework.stereotype.Component;

/// Puts the sheet of a person into words: number history, open work, and who was there before (L1).
@Component
class SheetWords {

    static final int USES = 50;

    /// Events that have words of their own in the messages.
    static final Set<String> EVENTS = Set.of(
            "person-found",
            "search-refused",
            "person-shown",
            "uses-shown",
            "work-item-shown",
            "number-sought",
            "number-revealed",
            "reveal-refused",
            "purpose-refused",
            "person-registered",
            "number-registered",
            "number-changed",
            "number-confirmed",
            "identifiers-changed",
            "person-ended",
            "registration-refused",
            "work-decided",
            "decision-refused");

    private final Purposes purposes;
    private final Reach reach;
    private final Texts texts;
    private final Dates dates;

    SheetWords(Purposes purposes, Reach reach, Texts texts, Dates dates) {
        this.purposes = purposes;
        this.reach = reach;
        this.texts = texts;
        this.dates = dates;
    }

    PersonFacts of(PersonPage.Shown page, PersonSheet sheet) {
        var person = page.person();
        return new PersonFacts(
                reach.name(person.association(), texts.japanese()),
                texts.of("registry.kind." + person.kind()),
                hyphenated(person),
                page,
                page.numbers().stream().map(this::line).toList(),
                work(sheet.work()),
                sheet.uses().stream().map(this::line).toList());
    }

    /// As papers show it; an empty text if the person has none.
    static String hyphenated(Person person) {
        var kept = person.basicPensionNumber();
        return kept != null && BasicPensionNumber.parse(kept) instanceof Parsed.Valid<BasicPensionNumber>(var number)
                ? number.hyphenated()
                : "";
    }

    private List<WorkLine> work(List<OpenWork> open) {
        return open.stream()
                .map(item -> new WorkLine(
                        item.id(),
                        texts.japanese()
                                ? item.reason().japanese()
                                : item.reason().word().replace('-', ' '),
                        moment(item.openedAt())))
                .toList();
    }

    private NumberLine line(KeptNumber number) {
        var from = number.provenance();
        var chip = switch (number.state()) {
            case CURRENT -> "done";
            case FORMER, WITHDRAWN -> "gone";
            case PROPOSED -> "waiting";
            case REJECTED -> "error";
        };
        return new NumberLine(
                number.generation(),
                chip,
                texts.of("registry.state." + number.state()),
                texts.of("registry.source." + from.source()),
                moment(from.at()),
                from.actor(),
                from.job());
    }

    private UseLine line(Use use) {
        return new UseLine(
                moment(use.at()),
                use.actor(),
                role(use.role()),
                purposes.words(use.purpose()),
                use.caseReference(),
                texts.of("registry.event." + (EVENTS.contains(use.event()) ? use.event() : "other")));
    }

    private String role(String word) {
        var role = AccountRole.of(word);
        if (role.isPresent()) {
            return texts.japanese() ? role.get().japanese() : role.get().english();
        }
        for (var staff : Role.values()) {
            if (staff.word().equals(word)) {
                return texts.of("registry.role." + word);
            }
        }
        return word;
    }

    private String moment(Instant at) {
        return dates.moment(at);
    }
}
