package jp.bansho.numbers.cycle.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.cycle.CycleRefused;
import jp.bansho.numbers.cycle.Cycles;
import jp.bansho.numbers.intake.Duty;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.Texts.Pair;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What rules decide without a person in the odd-month inquiry, switched by the association (NUM-1203). N8.
@Controller
class RuleScreens {

    private final Cycles cycles;
    private final Texts texts;

    RuleScreens(Cycles cycles, Texts texts) {
        this.cycles = cycles;
        this.texts = texts;
    }

    /// A rule as the screen shows it.
    record Line(String words, boolean on, boolean switched) {}

    @Needs(Right.DECIDE_WORK)
    @GetMapping("/cycles/rules")
    String see(Member member, Model model) {
        return show(member, "", "", "", model);
    }

    @Needs(Right.DECIDE_WORK)
    @PostMapping("/cycles/rules")
    String turn(
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String because,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var association = Departments.association(member);
        Departments.demand(member, Duty.Sort.LIFE_STATUS);
        var problems = new Problems();
        if (!to.equals("on") && !to.equals("off")) {
            problems.add("to", texts.of("field.choose"));
        } else {
            try {
                cycles.turn(Actors.of(member), association, rule, to.equals("on"), because);
                Notice.done(next, texts.of("cycle.rule.done"));
                return "redirect:/cycles/rules";
            } catch (CycleRefused refused) {
                var field = refused.why() == CycleRefused.Reason.NOT_THERE ? "rule" : "because";
                problems.add(field, texts.of(new Pair(refused.japanese(), refused.english())));
            }
        }
        model.addAttribute("problems", problems);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(member, rule, to, "", model);
    }

    private String show(Member member, String rule, String to, String because, Model model) {
        var association = Departments.association(member);
        Departments.demand(member, Duty.Sort.LIFE_STATUS);
        var rules = cycles.rules(Actors.of(member), association);
        model.addAttribute(
                "lines",
                rules.stream()
                        .map(one -> new Line(words(one), one.on(), one.switched()))
                        .toList());
        model.addAttribute(
                "rules",
                rules.stream().map(one -> new Option(one.rule(), words(one))).toList());
        model.addAttribute(
                "ways",
                List.of(new Option("on", texts.of("cycle.rule.on")), new Option("off", texts.of("cycle.rule.off"))));
        model.addAttribute("rule", rule);
        model.addAttribute("to", to);
        model.addAttribute("because", because);
        model.addAttribute("crumbs", List.of(new Crumb("/cycles", texts.of("cycle.title"))));
        return "cycle/rules";
    }

    private String words(Cycles.RuleStanding rule) {
        return texts.of(new Pair(rule.japanese(), rule.english()));
    }
}
