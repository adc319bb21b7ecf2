package jp.bansho.numbers.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.access.review.LedgerReport;
import jp.bansho.numbers.staff.ReviewDesk;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-0705: the ledger 利用者台帳 of the personnel side, copied in as text, since only declarations arrive here as files;
/// it replaces the one before as a whole, or not at all, and then the lines that cannot be read are named (A6).
@Controller
class LedgerScreens {

    private static final int LONGEST = 500_000;

    private final ReviewDesk desk;
    private final Labels labels;

    LedgerScreens(ReviewDesk desk, Labels labels) {
        this.desk = desk;
        this.labels = labels;
    }

    /// What is wrong with a line.
    record Wrong(int line, String text) {}

    @Needs(Right.DO_REVIEW)
    @GetMapping("/reviews/ledger")
    String empty(Member member, Model model) {
        return page(model, new Problems(), "", List.of());
    }

    @Needs(Right.DO_REVIEW)
    @PostMapping("/reviews/ledger")
    String take(
            @RequestParam(name = "ledger", defaultValue = "") String ledger,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var problems = new Problems();
        if (ledger.isBlank() || ledger.length() > LONGEST) {
            problems.add("ledger", labels.of("roster.ledger.wrong.text"));
            response.setStatus(Pages.UNPROCESSABLE);
            return page(model, problems, ledger, List.of());
        }
        var report = desk.replaceLedger(member, separated(ledger.strip()));
        if (!report.accepted()) {
            problems.add(
                    "ledger",
                    labels.of("roster.ledger.wrong.lines", report.errors().size()));
            response.setStatus(Pages.UNPROCESSABLE);
            return page(
                    model,
                    problems,
                    ledger,
                    report.errors().stream().map(this::wrong).toList());
        }
        Notice.done(next, labels.of("roster.ledger.done", report.people()));
        return "redirect:/reviews";
    }

    /// Cells copied from a spreadsheet arrive with tabs between them.
    private static String separated(String typed) {
        return typed.contains(",") ? typed : typed.replace('\t', ',');
    }

    private Wrong wrong(LedgerReport.LedgerError error) {
        return new Wrong(error.line(), labels.either(error.japanese(), error.english()));
    }

    private String page(Model model, Problems problems, String ledger, List<Wrong> rows) {
        model.addAttribute("problems", problems);
        model.addAttribute("ledger", ledger);
        model.addAttribute("wrongs", rows);
        model.addAttribute("crumbs", List.of(new Crumb("/reviews", labels.of("roster.reviews.title"))));
        return "roster/ledger";
    }
}
