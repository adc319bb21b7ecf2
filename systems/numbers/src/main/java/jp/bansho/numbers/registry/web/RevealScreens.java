package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import jp.bansho.access.Member;
import jp.bansho.numbers.registry.web.PersonPages.Asked;
import jp.bansho.numbers.registry.web.PersonPages.Whom;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.terminal.FreshPasskey;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One person's number for half a minute (NUM-0303): a purpose and a case first, a fresh passkey where the row of the
/// table demands it, and the record before the number (L1, C5). Each form works once; asking for its address shows
/// nothing.
@Controller
class RevealScreens {

    private static final String OPERATION = "reveal-number";

    private final Vault vault;
    private final FreshPasskey passkey;
    private final PersonPages pages;
    private final RevealPages reveals;
    private final Purposes purposes;
    private final Reach reach;
    private final Checks checks;
    private final Texts texts;
    private final Clock clock;

    RevealScreens(
            Vault vault,
            FreshPasskey passkey,
            PersonPages pages,
            RevealPages reveals,
            Purposes purposes,
            Reach reach,
            Checks checks,
            Texts texts,
            Clock clock) {
        this.vault = vault;
        this.passkey = passkey;
        this.pages = pages;
        this.reveals = reveals;
        this.purposes = purposes;
        this.reach = reach;
        this.checks = checks;
        this.texts = texts;
        this.clock = clock;
    }

    @Needs(Right.REVEAL_NUMBER)
    @GetMapping({PersonScreens.PERSON + "/number", PersonScreens.PERSON + "/number/signed"})
    String nothing(Member member, @PathVariable int association, @PathVariable long subject) {
        reach.enter(member, association, OPERATION);
        return "redirect:" + new Whom(association, subject).path();
    }

    @Needs(Right.REVEAL_NUMBER)
    @PostMapping(PersonScreens.PERSON + "/number")
    String ask(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            @RequestParam(defaultValue = "") String once,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String caseReference,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var actor = reach.enter(member, association, OPERATION);
        var whom = new Whom(association, subject);
        var tray = Tray.of(request, member);
        if (tray.take(once, Whom.class, clock.instant()).filter(whom::equals).isEmpty()) {
            Notice.info(next, texts.of("registry.reveal.over"));
            return "redirect:" + whom.path();
        }
        var matter = new Matter(association, purpose, Typed.caseReference(caseReference));
        var problems = new Problems();
        checks.purpose(problems, "purpose", purpose);
        checks.caseReference(problems, "caseReference", matter.caseReference(), true);
        if (problems.any()) {
            var asked = new Asked(purpose, Checks.shown(caseReference), problems);
            return pages.show(member, actor, whom, asked, request, response, model);
        }
        if (purposes.demandsPasskey(member, purpose, NumberAct.REVEAL)) {
            return question(member, whom, matter, request, model);
        }
        var answer = vault.reveal(actor, matter.ground(member), association, subject, matter.caseReference(), "");
        return reveals.answer(member, actor, whom, answer, response, next, model);
    }

    @Needs(Right.REVEAL_NUMBER)
    @PostMapping(PersonScreens.PERSON + "/number/signed")
    String signed(
            Member member,
            @PathVariable int association,
            @PathVariable long subject,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String caseReference,
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var actor = reach.enter(member, association, OPERATION);
        var whom = new Whom(association, subject);
        var matter = new Matter(association, purpose, Typed.caseReference(caseReference));
        var problems = new Problems();
        checks.caseReference(problems, "caseReference", matter.caseReference(), true);
        if (problems.any() || !purposes.demandsPasskey(member, purpose, NumberAct.REVEAL)) {
            return "redirect:" + whom.path();
        }
        return switch (passkey.verify(request, member, OPERATION, facts(whom, matter), credential)) {
            case FreshPasskey.Answered.Signed(var evidence) -> {
                var answer = vault.reveal(
                        actor, matter.ground(member), association, subject, matter.caseReference(), evidence);
                yield reveals.answer(member, actor, whom, answer, response, next, model);
            }
            case FreshPasskey.Answered.Refused(var why) -> {
                // without evidence the vault refuses, and that is on record
                vault.reveal(actor, matter.ground(member), association, subject, matter.caseReference(), "");
                model.addAttribute("notice", new Notice("error", texts.japanese() ? why.japanese() : why.english()));
                response.setStatus(PersonPages.UNPROCESSABLE);
                yield question(member, whom, matter, request, model);
            }
        };
    }

    /// The operation in words, for the passkey to sign.
    private String question(Member member, Whom whom, Matter matter, HttpServletRequest request, Model model) {
        model.addAttribute("signing", passkey.ask(request, member, OPERATION, facts(whom, matter)));
        model.addAttribute("organisation", reach.name(whom.association(), texts.japanese()));
        model.addAttribute("subject", whom.subject());
        model.addAttribute("here", whom.path());
        model.addAttribute("matter", matter);
        model.addAttribute(
                "purpose", purposes.row(matter.row()).map(purposes::label).orElse(""));
        return "registry/signing";
    }

    private static SequencedMap<String, String> facts(Whom whom, Matter matter) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("association", String.valueOf(whom.association()));
        facts.put("subject", String.valueOf(whom.subject()));
        facts.put("row", matter.row());
        facts.put("case", matter.caseReference());
        return facts;
    }
}
