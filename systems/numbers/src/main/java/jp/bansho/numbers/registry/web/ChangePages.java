package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.Member;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.registry.Outcome;
import jp.bansho.numbers.registry.PersonPage;
import jp.bansho.numbers.registry.Registry;
import jp.bansho.numbers.registry.web.Confirm.Fact;
import jp.bansho.numbers.registry.web.PersonPages.Whom;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What the forms that change a person have in common: they start from the sheet of that person, know its version, and
/// end on it again.
@Component
class ChangePages {

    private final Registry registry;
    private final PersonPages pages;
    private final Purposes purposes;
    private final Checks checks;
    private final Texts texts;
    private final Clock clock;

    ChangePages(Registry registry, PersonPages pages, Purposes purposes, Checks checks, Texts texts, Clock clock) {
        this.registry = registry;
        this.pages = pages;
        this.purposes = purposes;
        this.checks = checks;
        this.texts = texts;
        this.clock = clock;
    }

    /// A person as the form showed it.
    record Start(Whom whom, Person person, boolean hasNumber, String version) {
        /// Without the person.
        @Override
        public String toString() {
            return "Start[" + whom.path() + "]";
        }
    }

    /// What goes on with the form.
    @FunctionalInterface
    interface Next {
        String with(Start start);
    }

    /// Opens a form: only for a purpose in hand, only for a person in use. That the person was shown is on record.
    String open(
            Member member,
            Actor actor,
            Whom whom,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Next next) {
        var matter = Tray.of(request, member).matter(whom.association());
        if (matter.isEmpty()) {
            return "redirect:" + whom.path();
        }
        return switch (registry.see(actor, matter.get().ground(member), whom.association(), whom.subject())) {
            case PersonPage.Nobody() -> pages.nobody(response, model);
            case PersonPage.Refused _ -> "redirect:" + whom.path();
            case PersonPage.Shown shown when !shown.inUse() -> "redirect:" + whom.path();
            case PersonPage.Shown shown ->
                next.with(new Start(whom, shown.person(), shown.hasNumber(), shown.version()));
        };
    }

    /// A form with what was typed, and what is wrong with it.
    String fill(
            String view,
            Member member,
            Start start,
            EntryForm form,
            Problems problems,
            HttpServletRequest request,
            Model model) {
        var tray = Tray.of(request, member);
        model.addAttribute("problems", problems);
        model.addAttribute("form", form.shown());
        model.addAttribute("once", tray.keep(start, clock.instant()));
        model.addAttribute("person", start.person());
        model.addAttribute("hasNumber", start.hasNumber());
        model.addAttribute("kind", texts.of("registry.kind." + start.person().kind()));
        model.addAttribute("here", start.whom().path());
        model.addAttribute(
                "purposes",
                purposes.choices(member, NumberAct.REGISTER, start.person().kind()));
        model.addAttribute("crumbs", crumbs(start.whom()));
        return view;
    }

    private List<Crumb> crumbs(Whom whom) {
        return List.of(
                new Crumb("/people", texts.of("registry.find.title")),
                new Crumb(whom.path(), texts.of("registry.person.title")));
    }

    /// An empty form on the matter in hand.
    EntryForm fresh(Member member, Start start, HttpServletRequest request) {
        var row = Tray.of(request, member)
                .matter(start.whom().association())
                .map(Matter::row)
                .orElse("");
        return EntryForm.of(start.person(), row);
    }

    /// The person a form was opened for, once.
    Optional<Start> take(Member member, Whom whom, String once, HttpServletRequest request) {
        return Tray.of(request, member)
                .take(once, Start.class, clock.instant())
                .filter(start -> start.whom().equals(whom));
    }

    /// Whom it is about, and why.
    List<Fact> facts(Start start, String row) {
        var person = start.person();
        return List.of(
                new Fact(
                        texts.of("registry.purpose"),
                        purposes.row(row).map(purposes::label).orElse("")),
                new Fact(texts.of("registry.by.USER_NUMBER"), person.userNumber()),
                new Fact(texts.of("registry.kind"), texts.of("registry.kind." + person.kind())),
                new Fact(texts.of("registry.by.OWN_NUMBER"), person.ownNumber()),
                new Fact(texts.of("registry.by.BASIC_PENSION_NUMBER"), SheetWords.hyphenated(person)));
    }

    /// Back to the sheet: this form was sent before, or is too old.
    String over(Whom whom, RedirectAttributes next) {
        Notice.info(next, texts.of("registry.form.over"));
        return "redirect:" + whom.path();
    }

    /// Back to the sheet, which shows what is kept now.
    String back(Whom whom, Outcome.Refused refused, RedirectAttributes next) {
        Notice.refused(next, checks.sentence(refused));
        return "redirect:" + whom.path();
    }

    String done(Whom whom, String key, RedirectAttributes next) {
        Notice.done(next, texts.of(key));
        return "redirect:" + whom.path();
    }
}
