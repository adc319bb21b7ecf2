package jp.bansho.juki.terminal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApplicationState;
import jp.bansho.juki.release.Releases;
import jp.bansho.juki.staff.JukiPremises;
import jp.bansho.juki.staff.Needs;
import jp.bansho.juki.staff.Right;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.FreshPasskey;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// JUK-0131 applications that wait, and one's own; JUK-0132 one application: exactly what leaves,
/// approved by another person with a passkey that is bound to this application (J4).
@Controller
class ApplicationScreens {

    private static final String OPERATION = "approve-hand-over";

    private final Releases releases;
    private final FreshPasskey passkey;
    private final JukiPremises premises;
    private final Texts texts;
    private final Dates dates;

    ApplicationScreens(Releases releases, FreshPasskey passkey, JukiPremises premises, Texts texts, Dates dates) {
        this.releases = releases;
        this.passkey = passkey;
        this.premises = premises;
        this.texts = texts;
        this.dates = dates;
    }

    /// A line of a list.
    record Line(long id, String applicant, String appliedAt, String chip, String state) {}

    @Needs({Right.APPLY, Right.DECIDE})
    @GetMapping("/applications")
    String list(Member member, Model model) {
        model.addAttribute(
                "waiting", releases.waitingFor(member).stream().map(this::line).toList());
        model.addAttribute("own", releases.own(member).stream().map(this::line).toList());
        return "juki/applications";
    }

    private Line line(Application it) {
        return new Line(
                it.id(),
                it.applicant(),
                dates.moment(it.appliedAt()),
                Eyes.chip(it),
                texts.japanese() ? it.state().japanese() : it.state().english());
    }

    @Needs({Right.APPLY, Right.DECIDE})
    @GetMapping("/applications/{id}")
    String one(Member member, @PathVariable long id, HttpServletRequest request, Model model) {
        return page(member, known(member, id), new Problems(), request, model);
    }

    @Needs(Right.DECIDE)
    @PostMapping("/applications/{id}/approve")
    String approve(
            Member member,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var application = known(member, id);
        return switch (passkey.verify(request, member, OPERATION, facts(application), credential)) {
            case FreshPasskey.Answered.Signed(var evidence) -> {
                releases.approve(member, id, evidence);
                Notice.done(next, texts.of("juki.approved"));
                yield "redirect:/applications/" + id;
            }
            case FreshPasskey.Answered.Refused(var why) -> {
                if (application.applicantPerson() == member.person()) {
                    releases.approve(member, id, ""); // refused by its own name, and on record
                }
                model.addAttribute("notice", new Notice("error", texts.japanese() ? why.japanese() : why.english()));
                Pages.wrong(response);
                yield page(member, application, new Problems(), request, model);
            }
        };
    }

    @Needs(Right.DECIDE)
    @PostMapping("/applications/{id}/refuse")
    String refuse(
            Member member,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var application = known(member, id);
        try {
            releases.refuse(member, id, note);
        } catch (AccessRefused refused) {
            if (!refused.reason().equals("note-missing")) {
                throw refused;
            }
            var problems = new Problems();
            problems.add("note", Pages.words(texts, refused));
            Pages.wrong(response);
            return page(member, application, problems, request, model);
        }
        Notice.done(next, texts.of("juki.refused"));
        return "redirect:/applications/" + id;
    }

    @Needs(Right.APPLY)
    @PostMapping("/applications/{id}/withdraw")
    String withdraw(Member member, @PathVariable long id, RedirectAttributes next) {
        known(member, id);
        releases.withdraw(member, id);
        Notice.done(next, texts.of("juki.withdrawn"));
        return "redirect:/applications/" + id;
    }

    private Application known(Member member, long id) {
        return releases.one(member, id).orElseThrow(Pages::nothing);
    }

    private String page(Member member, Application it, Problems problems, HttpServletRequest request, Model model) {
        var own = it.applicantPerson() == member.person();
        var open = it.state() == ApplicationState.OPEN;
        var decides = open && !own && premises.allows(member, Right.DECIDE);
        model.addAttribute("asked", it);
        model.addAttribute("release", releases.release(it.id()).orElseThrow(Pages::nothing));
        model.addAttribute("eyes", Eyes.of(it, member, texts, dates));
        model.addAttribute("decides", decides);
        model.addAttribute("withdraws", open && own);
        model.addAttribute("signing", decides ? passkey.ask(request, member, OPERATION, facts(it)) : null);
        model.addAttribute("problems", problems);
        model.addAttribute("crumbs", List.of(new Crumb("/applications", texts.of("juki.applications.title"))));
        return "juki/application";
    }

    private static SequencedMap<String, String> facts(Application it) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("application", String.valueOf(it.id()));
        facts.put("payload", it.payloadHash());
        return facts;
    }

    @Bean
    static Place applicationsPlace() {
        return new Place(30, "/applications", "juki.applications.link", Right.APPLY);
    }
}
