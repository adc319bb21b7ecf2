package jp.bansho.numbers.purge.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.NumberInText;
import jp.bansho.numbers.purge.PurgeRun;
import jp.bansho.numbers.purge.Purges;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-0809: how long the details of records of use are kept, and their purge when the period is over (L6).
@Controller
class PeriodScreens {

    private static final int LONGEST = 500;

    private final Purges purges;
    private final ApprovalDesk approvals;
    private final Texts texts;

    PeriodScreens(Purges purges, ApprovalDesk approvals, Texts texts) {
        this.purges = purges;
        this.approvals = approvals;
        this.texts = texts;
    }

    /// A line of the list.
    ///
    /// @param state word of the messages: how the purge stands
    record Row(PurgeRun run, String state) {}

    @Needs(Right.SET_RECORD_PERIOD)
    @GetMapping("/record-period")
    String show(Member member, Model model) {
        return page(member, model, "", "", new Problems());
    }

    @Needs(Right.SET_RECORD_PERIOD)
    @PostMapping("/record-period")
    String set(
            Member member,
            @RequestParam(defaultValue = "") String years,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var problems = new Problems();
        if (!years.strip().matches("[0-9]{1,2}")) {
            problems.add("years", texts.of("purge.years.wrong", Purges.LEAST_YEARS, Purges.MOST_YEARS));
        }
        check(reason, "reason", problems);
        if (!problems.any()) {
            try {
                purges.set(member, Integer.parseInt(years.strip()), reason);
                Notice.done(next, texts.of("purge.set.done"));
                return "redirect:/record-period";
            } catch (AccessRefused refused) {
                problems.add("years", refusal(refused));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(member, model, years, reason, problems);
    }

    @Needs(Right.SET_RECORD_PERIOD)
    @PostMapping("/record-period/purges")
    String order(
            Member member,
            @RequestParam(defaultValue = "") String why,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var problems = new Problems();
        check(why, "why", problems);
        if (!problems.any()) {
            try {
                purges.order(member, texts.of("purge.purpose"), why);
                Notice.done(next, texts.of("purge.order.done"));
                return "redirect:/record-period";
            } catch (AccessRefused refused) {
                problems.add("why", refusal(refused));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(member, model, "", "", problems);
    }

    @Needs(Right.SET_RECORD_PERIOD)
    @PostMapping("/record-period/purges/{purge}/start")
    String start(Member member, @PathVariable long purge, RedirectAttributes next) {
        return act(next, () -> purges.start(member, purge));
    }

    @Needs(Right.SET_RECORD_PERIOD)
    @PostMapping("/record-period/purges/{purge}/resume")
    String resume(Member member, @PathVariable long purge, RedirectAttributes next) {
        return act(next, () -> purges.resume(member, purge));
    }

    private String act(RedirectAttributes next, Runnable act) {
        try {
            act.run();
            Notice.done(next, texts.of("purge.started"));
        } catch (AccessRefused refused) {
            Notice.refused(next, refusal(refused));
        }
        return "redirect:/record-period";
    }

    private String page(Member member, Model model, String years, String reason, Problems problems) {
        var board = purges.board(member);
        model.addAttribute("board", board);
        model.addAttribute(
                "runs",
                board.runs().stream()
                        .map(run -> new Row(run, state(member, run)))
                        .toList());
        model.addAttribute("typedYears", NumberInText.in(years) ? "" : years);
        model.addAttribute("typedReason", NumberInText.in(reason) ? "" : reason);
        model.addAttribute("least", Purges.LEAST_YEARS);
        model.addAttribute("problems", problems);
        model.addAttribute("crumbs", List.of());
        return "purge/period";
    }

    private String state(Member member, PurgeRun run) {
        if (run.finishedAt() != null) {
            return "done";
        }
        if (run.startedAt() != null) {
            return purges.running(run) ? "running" : "broken-off";
        }
        return approvals
                .one(member, run.application())
                .map(application -> switch (application.state()) {
                    case OPEN -> "waiting";
                    case APPROVED -> "approved";
                    case REFUSED, WITHDRAWN, EXECUTED, LAPSED -> "over";
                })
                .orElse("waiting");
    }

    private void check(String text, String field, Problems problems) {
        if (text.isBlank() || text.length() > LONGEST) {
            problems.add(field, texts.of("purge.reason.wrong", LONGEST));
        } else if (NumberInText.in(text)) {
            problems.add(field, texts.of("incident.text.number"));
        }
    }

    private String refusal(AccessRefused refused) {
        return texts.japanese() ? refused.japanese() : refused.english();
    }

    @Bean
    static Place periodPlace() {
        return new Place(840, "/record-period", "purge.link", Right.SET_RECORD_PERIOD);
    }
}
