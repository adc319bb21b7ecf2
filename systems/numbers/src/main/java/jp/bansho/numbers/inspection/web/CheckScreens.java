package jp.bansho.numbers.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.inspection.FindingState;
import jp.bansho.numbers.inspection.Findings;
import jp.bansho.numbers.inspection.LogCheck;
import jp.bansho.numbers.inspection.Rule;
import jp.bansho.numbers.inspection.Watch;
import jp.bansho.numbers.inspection.Watches;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The log check: what it points at, one finding, running it (L5).
@Controller
class CheckScreens {

    private static final int RUNS = 20;

    private final Findings findings;
    private final LogCheck check;
    private final Watches watches;
    private final Texts texts;

    CheckScreens(Findings findings, LogCheck check, Watches watches, Texts texts) {
        this.findings = findings;
        this.check = check;
        this.watches = watches;
        this.texts = texts;
    }

    /// A tile of the list: a rule and how many of its findings are open.
    public record Tile(
            String text, long count, String unit, @Nullable String href, String state) {}

    @Needs({Right.CHECK_LOG, Right.CHECK_OPERATIONS})
    @GetMapping("/check")
    String list(
            Member member,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var only = Rule.of(rule).orElse(null);
        var all = state.equals("all");
        var listed = findings.list(member, only, !all, page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1);
        model.addAttribute("listed", listed);
        model.addAttribute("first", (listed.page() - 1) * Findings.PAGE + 1);
        model.addAttribute("pages", Math.max(1, (listed.total() + Findings.PAGE - 1) / Findings.PAGE));
        model.addAttribute("only", only);
        model.addAttribute("all", all);
        model.addAttribute(
                "base", "/check?rule=" + (only == null ? "" : only.word()) + (all ? "&state=all" : "") + "&page=");
        model.addAttribute("tiles", tiles(listed));
        model.addAttribute("plants", watches.of(member) instanceof Watch.OfAssociation);
        return "inspection/findings";
    }

    @Needs({Right.CHECK_LOG, Right.CHECK_OPERATIONS})
    @GetMapping("/check/findings/{id}")
    String one(Member member, @PathVariable long id, HttpServletResponse response, Model model) {
        return sheet(member, id, response, model);
    }

    @Needs({Right.CHECK_LOG, Right.CHECK_OPERATIONS})
    @PostMapping("/check/findings/{id}")
    String workOff(
            Member member,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var problems = new Problems();
        var decision = FindingState.of(state)
                .filter(chosen -> chosen != FindingState.OPEN)
                .orElse(null);
        if (decision == null) {
            problems.add("state", texts.of("inspection.finding.state.missing"));
        }
        Notes.check("note", note, problems, texts);
        if (decision == null || problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", problems);
            model.addAttribute("typedState", state);
            model.addAttribute("typedNote", Notes.safe(note));
            return sheet(member, id, response, model);
        }
        findings.workOff(member, id, decision, note, seen);
        Notice.done(next, texts.of("inspection.finding.done"));
        return "redirect:/check";
    }

    @Needs({Right.CHECK_LOG, Right.CHECK_OPERATIONS})
    @GetMapping("/check/runs")
    String runs(Member member, Model model) {
        model.addAttribute("runs", check.runs(member, RUNS));
        model.addAttribute("crumbs", crumbs());
        return "inspection/runs";
    }

    @Needs({Right.CHECK_LOG, Right.CHECK_OPERATIONS})
    @PostMapping("/check/runs")
    String run(Member member, RedirectAttributes next) {
        var run = check.run(member);
        Notice.done(next, texts.of("inspection.runs.done", run.records(), run.hits(), run.added()));
        return "redirect:/check/runs";
    }

    private String sheet(Member member, long id, HttpServletResponse response, Model model) {
        var sheet = findings.one(member, id);
        if (sheet.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("status", HttpStatus.NOT_FOUND.value());
            model.addAttribute("refusal", texts.of("inspection.finding.missing"));
            return "error";
        }
        model.addAttribute("sheet", sheet.get());
        model.addAttribute("crumbs", crumbs());
        model.addAttribute(
                "states",
                List.of(
                        new Option(FindingState.EXPLAINED.word(), texts.of("finding.explained")),
                        new Option(FindingState.INCIDENT.word(), texts.of("finding.incident"))));
        return "inspection/finding";
    }

    private List<Tile> tiles(Findings.Listed listed) {
        var tiles = new ArrayList<Tile>();
        Arrays.stream(Rule.values()).forEach(rule -> {
            var open = listed.open().getOrDefault(rule, 0);
            tiles.add(new Tile(
                    texts.of("rule." + rule.word()),
                    open,
                    texts.of("inspection.unit"),
                    open > 0 ? "/check?rule=" + rule.word() : null,
                    open == 0 ? "done" : rule == Rule.HONEYTOKEN ? "error" : "caution"));
        });
        return tiles;
    }

    private List<Crumb> crumbs() {
        return List.of(new Crumb("/check", texts.of("inspection.findings.title")));
    }

    @Bean
    static Place checkPlace() {
        return new Place(820, "/check", "inspection.check.link", Right.CHECK_LOG);
    }

    @Bean
    static Place operationCheckPlace() {
        return new Place(821, "/check", "inspection.check.link", Right.CHECK_OPERATIONS);
    }
}
