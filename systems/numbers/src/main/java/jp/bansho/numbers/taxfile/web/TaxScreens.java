package jp.bansho.numbers.taxfile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.characters.Step;
import jp.bansho.layout.Rule;
import jp.bansho.machine.Refused;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.taxfile.Custodies;
import jp.bansho.numbers.taxfile.Preview;
import jp.bansho.numbers.taxfile.Previews;
import jp.bansho.numbers.taxfile.Replacement;
import jp.bansho.numbers.taxfile.Sending;
import jp.bansho.numbers.taxfile.Tally;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.Texts.Pair;
import jp.bansho.terminal.TypedDay;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The federation's previews and custody list (NUM-1301), one preview with its confirmation and
/// application (NUM-1302), and an association's missing numbers (NUM-1303). Nothing can be
/// downloaded, and no number is shown. N6, N7.
@Controller
class TaxScreens {

    private static final int MOST = 200;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Previews previews;
    private final Custodies custodies;
    private final Rights rights;
    private final Texts texts;
    private final Clock clock;

    TaxScreens(Previews previews, Custodies custodies, Rights rights, Texts texts, Clock clock) {
        this.previews = previews;
        this.custodies = custodies;
        this.rights = rights;
        this.texts = texts;
        this.clock = clock;
    }

    /// A rule that was broken.
    record Broken(int column, String text, Tally tally) {}

    /// A replacement as people read it.
    record Replaced(String from, String to, String step, Tally tally) {}

    @Needs(Right.SEE_JOBS)
    @GetMapping("/tax")
    String list(Member member, Model model) {
        if (Organisation.isAssociation(member.organisation())) {
            model.addAttribute("lacks", previews.lacks(member, MOST));
            model.addAttribute("all", previews.lacking(member));
            return "taxfile/missing";
        }
        var actor = Actors.of(federation(member));
        model.addAttribute("previews", previews.newest(actor, MOST));
        model.addAttribute("outputs", custodies.newest(actor, MOST));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), JAPAN));
        return "taxfile/list";
    }

    @Needs(Right.SEE_JOBS)
    @GetMapping("/tax/previews/{id}")
    String see(@PathVariable long id, Member member, Model model) {
        return show(id, member, model, Map.of());
    }

    @Needs(Right.APPLY)
    @PostMapping("/tax/previews/{id}/confirm")
    String confirm(
            @PathVariable long id, Member member, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            previews.confirm(Actors.of(federation(member)), id);
        } catch (Refused refused) {
            return refused(refused.japanese(), refused.english(), id, member, model, response, Map.of());
        }
        Notice.done(next, texts.of("taxfile.confirm.done"));
        return "redirect:/tax/previews/" + id;
    }

    @Needs(Right.APPLY)
    @PostMapping("/tax/previews/{id}/apply")
    String apply(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var sending = sending(typed);
        if (sending.isEmpty()) {
            return refused("入力を確認してください。", "Check what you typed.", id, member, model, response, typed);
        }
        try {
            previews.apply(
                    federation(member),
                    id,
                    sending.get(),
                    typed.getOrDefault("reference", ""),
                    typed.getOrDefault("reason", ""));
        } catch (Refused refused) {
            return refused(refused.japanese(), refused.english(), id, member, model, response, typed);
        } catch (AccessRefused refused) {
            return refused(refused.japanese(), refused.english(), id, member, model, response, typed);
        }
        Notice.done(next, texts.of("taxfile.apply.done"));
        return "redirect:/tax/previews/" + id;
    }

    private String refused(
            String japanese,
            String english,
            long id,
            Member member,
            Model model,
            HttpServletResponse response,
            Map<String, String> typed) {
        var problems = new Problems();
        problems.add("recipient", texts.of(new Pair(japanese, english)));
        model.addAttribute("problems", problems);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(id, member, model, typed);
    }

    private String show(long id, Member member, Model model, Map<String, String> typed) {
        var actor = Actors.of(federation(member));
        var preview = previews.known(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var details = previews.details(actor, preview);
        model.addAttribute("preview", preview);
        model.addAttribute("details", details);
        model.addAttribute("broken", broken(details));
        model.addAttribute("replaced", replaced(details));
        model.addAttribute("confirms", preview.confirmedBy() == null && preview.application() == null);
        model.addAttribute("applies", preview.application() == null && preview.violations() == 0);
        model.addAttribute("typed", typed);
        model.addAttribute("crumbs", List.of(new Crumb("/tax", texts.of("taxfile.title"))));
        return "taxfile/preview";
    }

    private List<Broken> broken(Preview.Details details) {
        return details.broken().stream()
                .map(one -> {
                    var rule = Rule.valueOf(one.rule());
                    return new Broken(one.column(), texts.of(new Pair(rule.japanese(), rule.english())), one.tally());
                })
                .toList();
    }

    private List<Replaced> replaced(Preview.Details details) {
        return details.replacements().entrySet().stream()
                .map(one -> {
                    Replacement replacement = one.getKey();
                    var step = Step.valueOf(replacement.step());
                    return new Replaced(
                            replacement.from(),
                            replacement.to(),
                            texts.of(new Pair(step.japanese(), step.english())),
                            one.getValue());
                })
                .toList();
    }

    private static Optional<Sending> sending(Map<String, String> typed) {
        var recipient = typed.getOrDefault("recipient", "").strip();
        var medium = typed.getOrDefault("medium", "").strip();
        var useBy = TypedDay.read(typed.getOrDefault("useBy", ""));
        var destroyBy = TypedDay.read(typed.getOrDefault("destroyBy", ""));
        if (!recipient.matches("[a-z][a-z0-9-]{0,39}")
                || !medium.matches("[A-Z0-9][A-Z0-9-]{0,19}")
                || useBy.isEmpty()
                || destroyBy.isEmpty()) {
            return Optional.empty();
        }
        var capacity = typed.getOrDefault("kind", "cd").equals("dvd") ? Sending.DVD : Sending.CD;
        return Optional.of(new Sending(recipient, medium, capacity, useBy.get(), destroyBy.get()));
    }

    /// Who may not see previews applies for none: a user manager may apply for other things.
    private Member federation(Member member) {
        if (member.organisation() != Organisation.FEDERATION || !rights.allows(member, Right.SEE_JOBS)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return member;
    }

    @Bean
    static Place taxPlace() {
        return new Place(47, "/tax", "taxfile.link", Right.SEE_JOBS);
    }
}
