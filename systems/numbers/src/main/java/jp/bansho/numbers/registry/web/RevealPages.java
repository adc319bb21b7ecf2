package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.registry.web.PersonPages.Whom;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Texts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What the vault answered, as a page: the number over the viewer's account and the time, or why there is none.
@Component
class RevealPages {

    private final Transactions transactions;
    private final Linkage linkage;
    private final Texts texts;
    private final Dates dates;
    private final Clock clock;

    RevealPages(Transactions transactions, Linkage linkage, Texts texts, Dates dates, Clock clock) {
        this.transactions = transactions;
        this.linkage = linkage;
        this.texts = texts;
        this.dates = dates;
        this.clock = clock;
    }

    String answer(
            Member member,
            Actor actor,
            Whom whom,
            Revealed answer,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        return switch (answer) {
            case Revealed.Shown(var number, var until) -> shown(member, actor, whom, number, until, response, model);
            case Revealed.Nothing() -> refused(whom, next, texts.of("registry.reveal.nothing"));
            case Revealed.Broken() -> refused(whom, next, texts.of("registry.reveal.broken"));
            case Revealed.Refused(var _, var english, var japanese) ->
                refused(whom, next, texts.japanese() ? japanese : english);
        };
    }

    private static String refused(Whom whom, RedirectAttributes next, String sentence) {
        Notice.refused(next, sentence);
        return "redirect:" + whom.path();
    }

    private String shown(
            Member member,
            Actor actor,
            Whom whom,
            IndividualNumber number,
            Instant until,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        var person = transactions.read(
                actor.scopeOf(whom.association()), connection -> linkage.byId(connection, whom.subject()));
        model.addAttribute("person", person.orElseThrow());
        model.addAttribute(
                "kind", texts.of("registry.kind." + person.orElseThrow().kind()));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/people", texts.of("registry.find.title")),
                        new Crumb(whom.path(), texts.of("registry.person.title"))));
        model.addAttribute("here", whom.path());
        model.addAttribute("digits", Grouped.of(number));
        model.addAttribute("watermark", member.account() + "　" + dates.moment(clock.instant()));
        var seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
        // the number goes in time where no script runs, too
        response.setHeader("Refresh", seconds + "; url=" + whom.path());
        model.addAttribute("seconds", seconds);
        return "registry/revealed";
    }
}
