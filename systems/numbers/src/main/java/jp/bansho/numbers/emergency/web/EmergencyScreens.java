package jp.bansho.numbers.emergency.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.approval.Application;
import jp.bansho.numbers.emergency.EmergencyDesk;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.FreshPasskey;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.Waiting;
import jp.bansho.terminal.WaitingWork;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-1103: emergency sessions and the button that ends one; NUM-1104: an approved one is opened with the passkey,
/// and its code is shown once (A7).
@Controller
class EmergencyScreens {

    private static final String OPERATION = "open-emergency";
    private static final int SHOWN = 50;

    private final EmergencyDesk desk;
    private final FreshPasskey passkey;
    private final Rights rights;
    private final Texts texts;
    private final Clock clock;

    EmergencyScreens(EmergencyDesk desk, FreshPasskey passkey, Rights rights, Texts texts, Clock clock) {
        this.desk = desk;
        this.passkey = passkey;
        this.rights = rights;
        this.texts = texts;
        this.clock = clock;
    }

    @Needs({Right.USE_EMERGENCY_ACCESS, Right.CHECK_LOG, Right.DECIDE_APPLICATION})
    @GetMapping("/emergency")
    String list(Member member, Model model) {
        var opens = rights.allows(member, Right.USE_EMERGENCY_ACCESS);
        model.addAttribute("opens", opens);
        model.addAttribute("ready", opens ? desk.ready(member) : List.of());
        model.addAttribute("current", desk.current().orElse(null));
        model.addAttribute("sessions", desk.newest(SHOWN));
        model.addAttribute("now", clock.instant());
        return "emergency/sessions";
    }

    @Needs(Right.USE_EMERGENCY_ACCESS)
    @GetMapping("/emergency/open/{id}")
    String ask(
            @PathVariable("id") long id,
            Member member,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        var wanted = desk.ready(member).stream().filter(one -> one.id() == id).findFirst();
        if (wanted.isEmpty()) {
            Notice.refused(next, texts.of("emergency.not-approved"));
            return "redirect:/emergency";
        }
        // not "application": to templates that word is the server's own
        model.addAttribute("wanted", wanted.get());
        model.addAttribute("writes", EmergencyDesk.writes(wanted.get().payload()));
        model.addAttribute("options", passkey.ask(request, member, OPERATION, facts(wanted.get())));
        model.addAttribute("crumbs", List.of(new Crumb("/emergency", texts.of("emergency.title"))));
        return "emergency/open";
    }

    /// The code is on this page alone; going back or asking again does not bring it back.
    @Needs(Right.USE_EMERGENCY_ACCESS)
    @PostMapping("/emergency/open/{id}")
    String open(
            @PathVariable("id") long id,
            @RequestParam(name = "credential", defaultValue = "") String credential,
            Member member,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        var wanted = desk.ready(member).stream().filter(one -> one.id() == id).findFirst();
        if (wanted.isEmpty()) {
            Notice.refused(next, texts.of("emergency.not-approved"));
            return "redirect:/emergency";
        }
        return switch (passkey.verify(request, member, OPERATION, facts(wanted.get()), credential)) {
            case FreshPasskey.Answered.Refused(var why) -> {
                Notice.refused(next, texts.of(new Texts.Pair(why.japanese(), why.english())));
                yield "redirect:/emergency/open/" + id;
            }
            case FreshPasskey.Answered.Signed(var evidence) -> signed(member, id, evidence, model, next);
        };
    }

    private String signed(Member member, long id, String evidence, Model model, RedirectAttributes next) {
        try {
            var opened = desk.open(member, id, evidence);
            model.addAttribute("code", opened.code());
            model.addAttribute("opened", opened.session());
            model.addAttribute("crumbs", List.of(new Crumb("/emergency", texts.of("emergency.title"))));
            return "emergency/code";
        } catch (AccessRefused refused) {
            Notice.refused(next, words(refused));
            return "redirect:/emergency";
        }
    }

    @Needs({Right.USE_EMERGENCY_ACCESS, Right.CHECK_LOG, Right.DECIDE_APPLICATION})
    @PostMapping("/emergency/end")
    String end(Member member, RedirectAttributes next) {
        try {
            desk.end(member);
            Notice.done(next, texts.of("emergency.ended"));
        } catch (AccessRefused refused) {
            Notice.refused(next, words(refused));
        }
        return "redirect:/emergency";
    }

    private String words(AccessRefused refused) {
        return texts.of(new Texts.Pair(refused.japanese(), refused.english()));
    }

    private static SequencedMap<String, String> facts(Application application) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("application", String.valueOf(application.id()));
        facts.put("content", application.payloadHash());
        return facts;
    }

    @Bean
    static Place emergencyPlace() {
        return new Place(112, "/emergency", "emergency.link", Right.USE_EMERGENCY_ACCESS);
    }

    /// While a session lasts, everybody who may end it sees so at home.
    @Bean
    static WaitingWork emergencyWork(EmergencyDesk desk, Rights rights) {
        return member -> rights.allows(member, Right.USE_EMERGENCY_ACCESS)
                        || rights.allows(member, Right.CHECK_LOG)
                        || rights.allows(member, Right.DECIDE_APPLICATION)
                ? List.of(new Waiting(
                        "emergency.waiting", "/emergency", desk.current().isPresent() ? 1 : 0, null))
                : List.of();
    }
}
