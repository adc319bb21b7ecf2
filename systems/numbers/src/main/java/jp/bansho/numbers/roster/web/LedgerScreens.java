package jp.bansho.numbers.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.access.review.LedgerReport;
import jp.bansho.numbers.staff.ReviewDesk;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Crumb;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.numbers.terminal.Notice;
import jp.bansho.numbers.terminal.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-0705: the ledger 利用者台帳 of the personnel side, handed in as a file; it replaces the one before as a whole, or
/// not at all, and then the lines that cannot be read are named (A6).
@Controller
class LedgerScreens {

    private static final int LARGEST = 2_000_000;

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
        return page(model, new Problems(), List.of());
    }

    @Needs(Right.DO_REVIEW)
    @PostMapping("/reviews/ledger")
    String take(
            @RequestParam("file") MultipartFile file,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var problems = new Problems();
        if (file.isEmpty() || file.getSize() > LARGEST) {
            problems.add("file", labels.of("roster.ledger.wrong.file"));
            response.setStatus(Pages.UNPROCESSABLE);
            return page(model, problems, List.of());
        }
        var report = desk.replaceLedger(member, new String(file.getBytes(), StandardCharsets.UTF_8));
        if (!report.accepted()) {
            problems.add(
                    "file",
                    labels.of("roster.ledger.wrong.lines", report.errors().size()));
            response.setStatus(Pages.UNPROCESSABLE);
            return page(
                    model, problems, report.errors().stream().map(this::wrong).toList());
        }
        Notice.done(next, labels.of("roster.ledger.done", report.people()));
        return "redirect:/reviews";
    }

    private Wrong wrong(LedgerReport.LedgerError error) {
        return new Wrong(error.line(), labels.either(error.japanese(), error.english()));
    }

    private String page(Model model, Problems problems, List<Wrong> rows) {
        model.addAttribute("problems", problems);
        model.addAttribute("wrongs", rows);
        model.addAttribute("crumbs", List.of(new Crumb("/reviews", labels.of("roster.reviews.title"))));
        return "roster/ledger";
    }
}
