package jp.bansho.numbers.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.inspection.Honeytokens;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The planted people of an association (L5).
@Controller
class HoneytokenScreens {

    private final Honeytokens honeytokens;
    private final Texts texts;

    HoneytokenScreens(Honeytokens honeytokens, Texts texts) {
        this.honeytokens = honeytokens;
        this.texts = texts;
    }

    @Needs(Right.CHECK_LOG)
    @GetMapping("/check/honeytokens")
    String list(Member member, Model model) {
        model.addAttribute("people", honeytokens.list(member));
        model.addAttribute("crumbs", List.of(new Crumb("/check", texts.of("inspection.findings.title"))));
        return "inspection/honeytokens";
    }

    @Needs(Right.CHECK_LOG)
    @PostMapping("/check/honeytokens")
    String mark(
            Member member,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var problems = new Problems();
        if (person.isBlank()) {
            problems.add("person", texts.of("inspection.honeytokens.person.missing"));
        }
        Notes.check("note", note, problems, texts);
        if (!problems.any()) {
            switch (honeytokens.mark(member, person.strip(), note)) {
                case DONE -> {
                    Notice.done(next, texts.of("inspection.honeytokens.done"));
                    return "redirect:/check/honeytokens";
                }
                case NOBODY -> problems.add("person", texts.of("inspection.log.person.wrong"));
                case ALREADY -> problems.add("person", texts.of("inspection.honeytokens.already"));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problems", problems);
        model.addAttribute("typedPerson", Notes.safe(person));
        model.addAttribute("typedNote", Notes.safe(note));
        return list(member, model);
    }

    @Needs(Right.CHECK_LOG)
    @PostMapping("/check/honeytokens/{subject}/lift")
    String lift(Member member, @PathVariable long subject, RedirectAttributes next) {
        honeytokens.lift(member, subject);
        Notice.done(next, texts.of("inspection.honeytokens.lifted"));
        return "redirect:/check/honeytokens";
    }
}
