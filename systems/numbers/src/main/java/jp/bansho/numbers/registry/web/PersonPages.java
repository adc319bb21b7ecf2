package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.registry.PersonPage;
import jp.bansho.numbers.registry.PersonSheet;
import jp.bansho.numbers.registry.Registry;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The pages about one person: the sheet, the question for a purpose before it, and the word that nobody is there. To
/// show a person is an act on record each time.
@Component
class PersonPages {

    static final int UNPROCESSABLE = 422;

    private final Registry registry;
    private final SheetWords words;
    private final Purposes purposes;
    private final Rights rights;
    private final Texts texts;
    private final Clock clock;

    PersonPages(Registry registry, SheetWords words, Purposes purposes, Rights rights, Texts texts, Clock clock) {
        this.registry = registry;
        this.words = words;
        this.purposes = purposes;
        this.rights = rights;
        this.texts = texts;
        this.clock = clock;
    }

    /// A person, as it stands in an address.
    record Whom(int association, long subject) {
        String path() {
            return "/people/" + association + "/" + subject;
        }
    }

    /// What was typed to see the number, and what is wrong with it.
    record Asked(
            String purpose, String caseReference, @Nullable Problems problems) {}

    /// The sheet of a person, or whatever stands in its way.
    String show(
            Member member,
            Actor actor,
            Whom whom,
            @Nullable Asked asked,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var tray = Tray.of(request, member);
        var matter = tray.matter(whom.association());
        if (matter.isEmpty()) {
            return ask(member, whom, asked == null ? new Asked("", "", null) : asked, model);
        }
        var sheet =
                registry.sheet(actor, matter.get().ground(member), whom.association(), whom.subject(), SheetWords.USES);
        return switch (sheet.page()) {
            case PersonPage.Nobody() -> nobody(response, model);
            case PersonPage.Refused(var english, var japanese) -> {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                var problems = new Problems();
                problems.add("purpose", texts.japanese() ? japanese : english);
                yield ask(member, whom, new Asked("", matter.get().caseReference(), problems), model);
            }
            case PersonPage.Shown shown -> {
                model.addAttribute("once", tray.keep(whom, clock.instant()));
                yield sheet(member, matter.get(), shown, sheet, asked, response, model);
            }
        };
    }

    private String sheet(
            Member member,
            Matter matter,
            PersonPage.Shown shown,
            PersonSheet sheet,
            @Nullable Asked asked,
            HttpServletResponse response,
            Model model) {
        var person = shown.person();
        if (asked != null && asked.problems() != null) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("problems", asked.problems());
        }
        model.addAttribute("crumbs", List.of(new Crumb("/people", texts.of("registry.find.title"))));
        model.addAttribute("facts", words.of(shown, sheet));
        model.addAttribute("person", person);
        model.addAttribute("here", new Whom(person.association(), person.id()).path());
        model.addAttribute("matter", matter);
        model.addAttribute("matterWords", purposes.words(matter.row()));
        model.addAttribute("form", asked == null ? new Asked(matter.row(), matter.caseReference(), null) : asked);
        model.addAttribute("reveals", rights.allows(member, Right.REVEAL_NUMBER));
        model.addAttribute("revealPurposes", purposes.choices(member, NumberAct.REVEAL, person.kind()));
        model.addAttribute(
                "retention",
                rights.allows(member, Right.SEE_RETENTION) && member.organisation() == person.association());
        model.addAttribute("changes", shown.inUse() && rights.allows(member, Right.REGISTER_PERSON));
        model.addAttribute("deletes", shown.inUse() && rights.allows(member, Right.DELETE_PERSON));
        model.addAttribute("compares", person.kind() == Kind.DEPENDANT && shown.hasNumber());
        return "registry/person";
    }

    /// Asks for a purpose before anything of the person is shown.
    String ask(Member member, Whom whom, Asked asked, Model model) {
        model.addAttribute("crumbs", List.of(new Crumb("/people", texts.of("registry.find.title"))));
        model.addAttribute("here", whom.path());
        model.addAttribute("form", asked);
        if (asked.problems() != null) {
            model.addAttribute("problems", asked.problems());
        }
        model.addAttribute("purposes", purposes.choices(member, NumberAct.SEE));
        return "registry/purpose";
    }

    /// The same answer for a handle that nobody has and for one of another association.
    String nobody(HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        model.addAttribute("crumbs", List.of(new Crumb("/people", texts.of("registry.find.title"))));
        return "registry/nobody";
    }
}
