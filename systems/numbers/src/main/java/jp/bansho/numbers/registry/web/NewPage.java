package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.registry.Identifiers;
import jp.bansho.numbers.registry.web.Confirm.Fact;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The form of a new person, and its content in words.
@Component
class NewPage {

    private final Purposes purposes;
    private final Texts texts;
    private final Clock clock;

    NewPage(Purposes purposes, Texts texts, Clock clock) {
        this.purposes = purposes;
        this.texts = texts;
        this.clock = clock;
    }

    /// That a form was opened; it can be sent once.
    record Opened() {}

    String fill(Member member, EntryForm form, Problems problems, HttpServletRequest request, Model model) {
        model.addAttribute("problems", problems);
        model.addAttribute("form", form.shown());
        model.addAttribute("once", Tray.of(request, member).keep(new Opened(), clock.instant()));
        model.addAttribute("purposes", purposes.choices(member, NumberAct.REGISTER));
        model.addAttribute(
                "kinds",
                Arrays.stream(Kind.values())
                        .map(kind -> new Option(kind.name(), texts.of("registry.kind." + kind)))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/people", texts.of("registry.find.title"))));
        return "registry/new";
    }

    List<Fact> facts(Kind kind, Identifiers typed, String row) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                texts.of("registry.purpose"),
                purposes.row(row).map(purposes::label).orElse("")));
        facts.add(new Fact(texts.of("registry.kind"), texts.of("registry.kind." + kind)));
        fact(facts, "USER_NUMBER", typed.userNumber());
        fact(facts, "OWN_NUMBER", typed.ownNumber());
        fact(facts, "CERTIFICATE_NUMBER", typed.certificateNumber());
        fact(facts, "BASIC_PENSION_NUMBER", typed.basicPensionNumber());
        fact(facts, "PAYROLL_NUMBER", typed.payrollNumber());
        return facts;
    }

    private void fact(List<Fact> facts, String identifier, @Nullable String text) {
        facts.add(new Fact(texts.of("registry.by." + identifier), text));
    }
}
