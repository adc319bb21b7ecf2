package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import jp.bansho.access.Member;
import jp.bansho.numbers.linkage.Directory;
import jp.bansho.numbers.linkage.Identifier;
import jp.bansho.numbers.linkage.Looked;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Finding a person by an identifier (NUM-0301): a purpose first, nothing of what was typed in an address (L1).
@Controller
class FindScreens {

    private final Directory directory;
    private final FindPage page;
    private final Reach reach;
    private final Checks checks;
    private final Texts texts;

    FindScreens(Directory directory, FindPage page, Reach reach, Checks checks, Texts texts) {
        this.directory = directory;
        this.page = page;
        this.reach = reach;
        this.checks = checks;
        this.texts = texts;
    }

    @Bean
    static Place findPlace() {
        return new Place(20, "/people", "registry.find.link", Right.FIND_PERSON);
    }

    @Needs(Right.FIND_PERSON)
    @GetMapping("/people")
    String form(Member member, HttpServletRequest request, Model model) {
        return page.fresh(member, request, model);
    }

    /// The address of the search shows the empty form: what was typed is not in it.
    @Needs(Right.FIND_PERSON)
    @GetMapping({"/people/find", "/people/seek"})
    String again() {
        return "redirect:/people";
    }

    @Needs(Right.FIND_PERSON)
    @PostMapping("/people/find")
    String find(
            Member member,
            @RequestParam(defaultValue = "0") String association,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String sought,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String caseReference,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var identifier = identifier(by);
        var value = plain(identifier, Typed.identifier(sought));
        var reference = Typed.caseReference(caseReference);
        var chosen = reach.chosen(member, FindPage.code(association));
        var problems = new Problems();
        if (chosen == 0) {
            problems.add("association", texts.of("registry.association.missing"));
        }
        if (identifier == null) {
            problems.add("by", texts.of("registry.by.missing"));
        }
        var number = Typed.isNumber(value) && !page.hasForm(chosen, identifier, value);
        check(problems, value, number);
        checks.purpose(problems, "purpose", purpose);
        checks.caseReference(problems, "caseReference", reference, false);
        var form = new FindForm(association, by, number ? "" : sought, purpose, Checks.shown(caseReference));
        if (problems.any() || identifier == null) {
            return page.wrong(member, form, problems, response, model);
        }
        var matter = new Matter(chosen, purpose, reference);
        return switch (directory.look(Actors.of(member), matter.ground(member), chosen, identifier, value)) {
            case Looked.Refused(var english, var japanese) -> {
                problems.add("purpose", texts.japanese() ? japanese : english);
                yield page.wrong(member, form, problems, response, model);
            }
            case Looked.Found(var people, var withheld) -> {
                var tray = Tray.of(request, member);
                tray.name(matter);
                tray.found(new Hits(chosen, identifier, people, withheld));
                yield people.size() == 1 && withheld == 0
                        ? "redirect:/people/" + chosen + "/" + people.getFirst().id()
                        : "redirect:/people/found";
            }
        };
    }

    private void check(Problems problems, String value, boolean number) {
        if (value.isEmpty()) {
            problems.add("sought", texts.of("registry.sought.missing"));
        } else if (number) {
            problems.add("sought", texts.of("registry.sought.number"));
        } else if (!Typed.isVisible(value)) {
            problems.add("sought", texts.of("registry.sought.characters"));
        }
    }

    @Needs(Right.FIND_PERSON)
    @GetMapping("/people/found")
    String found(Member member, HttpServletRequest request, Model model) {
        var hits = Tray.of(request, member).hits();
        if (hits.isEmpty()) {
            return "redirect:/people";
        }
        page.crumb(model, new Crumb("/people", texts.of("registry.find.title")));
        model.addAttribute("hits", hits.get());
        model.addAttribute("by", texts.of("registry.by." + hits.get().by()));
        model.addAttribute("organisation", reach.name(hits.get().association(), texts.japanese()));
        model.addAttribute("count", page.count(hits.get()));
        return "registry/found";
    }

    private static @Nullable Identifier identifier(String by) {
        return Arrays.stream(Identifier.values())
                .filter(identifier -> identifier.name().equals(by))
                .findFirst()
                .orElse(null);
    }

    /// Papers show a basic pension number with a hyphen; ten digits are kept.
    private static String plain(@Nullable Identifier identifier, String value) {
        return identifier == Identifier.BASIC_PENSION_NUMBER ? value.replace("-", "") : value;
    }
}
