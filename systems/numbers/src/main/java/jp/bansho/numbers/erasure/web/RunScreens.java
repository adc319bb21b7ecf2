package jp.bansho.numbers.erasure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.numbers.erasure.Erasures;
import jp.bansho.numbers.erasure.Outlooks;
import jp.bansho.numbers.erasure.Run;
import jp.bansho.numbers.erasure.RunState;
import jp.bansho.numbers.erasure.RunningErasures;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Paper;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.TypedDay;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Erasure runs: the list and the order of a new one (NUM-0905), one run with its progress (NUM-0906), its certificate
/// on paper (NUM-0907). R3, R4.
@Controller
class RunScreens {

    private static final String RUNS = "/retention/runs";
    private static final int MOST = 500;

    private final Erasures erasures;
    private final RunningErasures running;
    private final Outlooks outlooks;
    private final Rights rights;
    private final Texts texts;
    private final Dates dates;
    private final Clock clock;

    RunScreens(
            Erasures erasures,
            RunningErasures running,
            Outlooks outlooks,
            Rights rights,
            Texts texts,
            Dates dates,
            Clock clock) {
        this.erasures = erasures;
        this.running = running;
        this.outlooks = outlooks;
        this.rights = rights;
        this.texts = texts;
        this.dates = dates;
        this.clock = clock;
    }

    @Needs(Right.SEE_RETENTION)
    @GetMapping(RUNS)
    String list(Member member, Model model) {
        return runs(member, "", "", model);
    }

    /// Freezes the list of a day.
    @Needs(Right.ORDER_ERASURE)
    @PostMapping(RUNS)
    String prepare(
            Member member,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        var problems = new Problems();
        var until = TypedDay.read(day);
        if (until.isEmpty()) {
            problems.add("day", texts.of("retention.day.wrong"));
        } else {
            try {
                return "redirect:" + RUNS + "/"
                        + erasures.prepare(member, until.get(), reason).id();
            } catch (AccessRefused refused) {
                var field =
                        refused.reason().startsWith("day") || refused.reason().equals("nothing-due") ? "day" : "reason";
                problems.add(field, words(refused));
            }
        }
        model.addAttribute("problems", problems);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return runs(member, day, problems.of("reason") == null ? reason : "", model);
    }

    @Needs(Right.SEE_RETENTION)
    @GetMapping(RUNS + "/{run}")
    String one(Member member, @PathVariable long run, Model model) {
        show(member, run, model);
        model.addAttribute("items", outlooks.listed(member, run, MOST));
        model.addAttribute("most", MOST);
        return "retention/run";
    }

    /// The part of a run's page that changes while it runs.
    @Needs(Right.SEE_RETENTION)
    @GetMapping(RUNS + "/{run}/progress")
    String progress(Member member, @PathVariable long run, Model model) {
        show(member, run, model);
        return "retention/progress :: progress";
    }

    @Needs(Right.ORDER_ERASURE)
    @PostMapping(RUNS + "/{run}/apply")
    String apply(
            Member member,
            @PathVariable long run,
            @RequestParam(defaultValue = "") String caseReference,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        find(member, run);
        try {
            erasures.apply(member, run, caseReference);
        } catch (AccessRefused refused) {
            var problems = new Problems();
            problems.add("caseReference", words(refused));
            model.addAttribute("problems", problems);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return one(member, run, model);
        }
        Notice.done(next, texts.of("retention.run.applied"));
        return "redirect:" + RUNS + "/" + run;
    }

    @Needs(Right.ORDER_ERASURE)
    @PostMapping(RUNS + "/{run}/start")
    String start(Member member, @PathVariable long run) {
        find(member, run);
        running.start(member, run);
        return "redirect:" + RUNS + "/" + run;
    }

    @Needs(Right.ORDER_ERASURE)
    @PostMapping(RUNS + "/{run}/drop")
    String drop(Member member, @PathVariable long run, RedirectAttributes next) {
        find(member, run);
        erasures.drop(member, run);
        Notice.done(next, texts.of("retention.run.dropped"));
        return "redirect:" + RUNS;
    }

    @Needs(Right.SEE_RETENTION)
    @GetMapping(RUNS + "/{run}/certificate")
    String certificate(Member member, @PathVariable long run, Model model) {
        var found = find(member, run);
        var certificate =
                erasures.certificate(found).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("run", found);
        model.addAttribute("certificate", certificate);
        model.addAttribute(
                "paper",
                new Paper(
                        texts.of("retention.certificate.form"),
                        found.number(),
                        dates.day(outlooks.today()),
                        member.account(),
                        dates.paper(clock.instant()),
                        RUNS + "/" + run));
        return "retention/certificate";
    }

    private String runs(Member member, String day, String reason, Model model) {
        Own.association(member);
        model.addAttribute("runs", erasures.newest(member));
        model.addAttribute("day", day.isBlank() ? outlooks.today().toString() : day);
        model.addAttribute("reason", reason);
        model.addAttribute("orders", rights.allows(member, Right.ORDER_ERASURE));
        model.addAttribute("crumbs", crumbs(false));
        return "retention/runs";
    }

    private void show(Member member, long id, Model model) {
        var run = find(member, id);
        var working = running.working(id);
        var mine = run.preparedBy().equals(member.account()) && rights.allows(member, Right.ORDER_ERASURE);
        model.addAttribute("run", run);
        model.addAttribute("working", working);
        model.addAttribute("step", step(run.state()));
        model.addAttribute(
                "steps",
                List.of(
                        texts.of("retention.step.list"),
                        texts.of("retention.step.approval"),
                        texts.of("retention.step.erased"),
                        texts.of("retention.step.keys"),
                        texts.of("retention.step.certificate")));
        model.addAttribute("refusal", running.refusal(id).map(this::words).orElse(null));
        model.addAttribute("mayApply", mine && run.state() == RunState.PREPARED);
        model.addAttribute("mayStart", mine && run.state() == RunState.APPLIED && !working);
        model.addAttribute(
                "mayDrop", mine && (run.state() == RunState.PREPARED || run.state() == RunState.APPLIED) && !working);
        model.addAttribute("crumbs", crumbs(true));
    }

    private static int step(RunState state) {
        return switch (state) {
            case PREPARED -> 1;
            case APPLIED, DROPPED -> 2;
            case ERASED -> 4;
            case DESTROYED -> 5;
            case CERTIFIED -> 6;
        };
    }

    private Run find(Member member, long run) {
        Own.association(member);
        return erasures.one(member, run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String words(AccessRefused refused) {
        return texts.japanese() ? refused.japanese() : refused.english();
    }

    private List<Crumb> crumbs(boolean inside) {
        var outlook = new Crumb("/retention", texts.of("retention.title"));
        return inside ? List.of(outlook, new Crumb(RUNS, texts.of("retention.runs.title"))) : List.of(outlook);
    }
}
