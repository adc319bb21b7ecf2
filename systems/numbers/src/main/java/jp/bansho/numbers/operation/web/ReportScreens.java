package jp.bansho.numbers.operation.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import jp.bansho.numbers.operation.OperationsReport;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// NUM-1102: the report of a month as it stands now (S5); the paper is written by a command.
@Controller
class ReportScreens {

    private final OperationsReport report;

    ReportScreens(OperationsReport report) {
        this.report = report;
    }

    @Needs(Right.SEE_OPERATION)
    @GetMapping("/operation/report")
    String report(@RequestParam(name = "month", defaultValue = "") String typed, Model model) {
        var month = month(typed);
        model.addAttribute("month", month.toString());
        model.addAttribute("before", month.minusMonths(1).toString());
        model.addAttribute("first", month.atDay(1));
        model.addAttribute("sections", report.sections(month));
        return "operation/report";
    }

    /// What is no month, or has not begun, is the month of now.
    private YearMonth month(String typed) {
        var current = report.current();
        try {
            var month = typed.matches("20[0-9]{2}-[0-9]{2}") ? YearMonth.parse(typed) : current;
            return month.isAfter(current) ? current : month;
        } catch (DateTimeException e) {
            return current;
        }
    }
}
