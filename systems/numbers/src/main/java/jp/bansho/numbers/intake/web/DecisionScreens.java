package jp.bansho.numbers.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.intake.Decided;
import jp.bansho.numbers.intake.DecisionRefusal;
import jp.bansho.numbers.intake.WorkDecision;
import jp.bansho.numbers.intake.WorkDecisions;
import jp.bansho.numbers.intake.WorkSheet;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.Texts.Pair;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The decision about a work item: entered, shown once more with its consequence (NUM-0409), carried out. N4, N5.
@Controller
class DecisionScreens {

    private final WorkDecisions decisions;
    private final WorkChoices choices;
    private final Texts texts;

    DecisionScreens(WorkDecisions decisions, WorkChoices choices, Texts texts) {
        this.decisions = decisions;
        this.choices = choices;
        this.texts = texts;
    }

    @Needs(Right.DECIDE_WORK)
    @PostMapping("/work/{item}/check")
    String check(
            @PathVariable long item,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String note,
            Member member,
            HttpServletResponse response,
            Model model) {
        var sheet = waiting(item, member);
        if (sheet.isEmpty()) {
            return "redirect:/work/" + item;
        }
        var holdsNumber = decisions.refusesNote(note);
        var form = new WorkForm(decision, purpose, holdsNumber ? "" : note.strip());
        var problems = problems(sheet.get(), member, form, holdsNumber);
        model.addAttribute("crumbs", List.of(new Crumb("/work", texts.of("intake.work.title"))));
        choices.show(sheet.get(), member, form, model);
        if (problems.any()) {
            model.addAttribute("problems", problems);
            model.addAttribute("mayDecide", true);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return "intake/item";
        }
        var chosen = WorkDecision.of(decision).orElseThrow();
        model.addAttribute("decision", choices.words(chosen));
        model.addAttribute("consequence", choices.consequence(sheet.get().reason(), chosen));
        choices.rows(sheet.get(), member).stream()
                .filter(row -> row.id().equals(purpose))
                .findFirst()
                .ifPresent(
                        row -> model.addAttribute("purpose", choices.option(row).label()));
        return "intake/decide";
    }

    @Needs(Right.DECIDE_WORK)
    @PostMapping("/work/{item}/decide")
    String decide(
            @PathVariable long item,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String note,
            Member member,
            RedirectAttributes next) {
        var chosen = WorkDecision.of(decision);
        if (chosen.isEmpty() || !Organisation.isAssociation(member.organisation())) {
            return "redirect:/work/" + item;
        }
        var ground = new Ground(member.department(), purpose);
        switch (decisions.decide(Actors.of(member), ground, member.organisation(), item, chosen.get(), note)) {
            case Decided.Done _ -> Notice.done(next, texts.of("intake.decide.done", choices.words(chosen.get())));
            case Decided.Refused(var _, var english, var japanese) ->
                Notice.refused(next, texts.of(new Pair(japanese, english)));
        }
        return "redirect:/work/" + item;
    }

    private Optional<WorkSheet> waiting(long item, Member member) {
        if (!Organisation.isAssociation(member.organisation())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return decisions.item(Actors.of(member), member.organisation(), item);
    }

    private Problems problems(WorkSheet sheet, Member member, WorkForm form, boolean holdsNumber) {
        var problems = new Problems();
        var decision = WorkDecision.of(form.decision()).filter(sheet.choices()::contains);
        if (decision.isEmpty()) {
            problems.add("decision", texts.of("intake.decide.missing"));
        }
        if (choices.rows(sheet, member).stream().noneMatch(row -> row.id().equals(form.purpose()))) {
            problems.add("purpose", texts.of("intake.decide.purpose.missing"));
        }
        if (holdsNumber) {
            problems.add("note", sentence(DecisionRefusal.NOTE_HOLDS_A_NUMBER));
        } else if (decision.isPresent()
                && decision.get().needsNote()
                && form.note().isEmpty()) {
            problems.add("note", sentence(DecisionRefusal.NOTE_MISSING));
        }
        return problems;
    }

    private String sentence(DecisionRefusal refusal) {
        return texts.of(new Pair(refusal.japanese(), refusal.english()));
    }
}
