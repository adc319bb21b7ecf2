package jp.bansho.numbers.cycle.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.cycle.CycleRefused;
import jp.bansho.numbers.cycle.Cycles;
import jp.bansho.numbers.cycle.Declarations;
import jp.bansho.numbers.cycle.DutyCalendar;
import jp.bansho.numbers.cycle.Sheet;
import jp.bansho.numbers.intake.Duty;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.Texts.Pair;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The calendar of the duties that come again (NUM-1201) and the sheet of one round, which can be
/// closed there (NUM-1202). N8, N9.
@Controller
class CycleScreens {

    private static final String ROUND = "/cycles/{duty}/{month}";

    private final DutyCalendar calendar;
    private final Cycles cycles;
    private final Declarations declarations;
    private final Organisations organisations;
    private final Rights rights;
    private final Texts texts;

    CycleScreens(
            DutyCalendar calendar,
            Cycles cycles,
            Declarations declarations,
            Organisations organisations,
            Rights rights,
            Texts texts) {
        this.calendar = calendar;
        this.cycles = cycles;
        this.declarations = declarations;
        this.organisations = organisations;
        this.rights = rights;
        this.texts = texts;
    }

    /// A line of the calendar.
    ///
    /// @param association the association's name; null in the association's own list
    /// @param href        null where only the association itself sees more
    /// @param chip        state of the chip
    record Line(
            @Nullable String association,
            String dutyKey,
            String month,
            String stateKey,
            String chip,
            @Nullable LocalDate deadline,
            @Nullable Long asked,
            @Nullable Long waiting,
            @Nullable String href) {}

    /// A figure of a sheet.
    record Figure(String textKey, long people) {}

    @Needs(Right.SEE_JOBS)
    @GetMapping("/cycles")
    String list(Member member, Model model) {
        var association = Organisation.isAssociation(member.organisation());
        model.addAttribute("association", association);
        model.addAttribute("lines", association ? own(member) : everybodys(member));
        return "cycle/calendar";
    }

    @Needs(Right.SEE_JOBS)
    @GetMapping(ROUND)
    String see(@PathVariable String duty, @PathVariable String month, Member member, Model model) {
        return show(member, round(duty, month), "", model);
    }

    @Needs(Right.DECIDE_WORK)
    @PostMapping(ROUND + "/close")
    String close(
            @PathVariable String duty,
            @PathVariable String month,
            @RequestParam(defaultValue = "") String because,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var round = round(duty, month);
        var association = Departments.association(member);
        Departments.demand(member, round.sort());
        try {
            cycles.close(Actors.of(member), association, round, because);
        } catch (CycleRefused refused) {
            var problems = new Problems();
            problems.add("because", texts.of(new Pair(refused.japanese(), refused.english())));
            model.addAttribute("problems", problems);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(member, round, refused.why() == CycleRefused.Reason.NOTE ? "" : because, model);
        }
        Notice.done(next, texts.of("cycle.close.done"));
        return "redirect:/cycles/" + duty + "/" + month;
    }

    private String show(Member member, Duty round, String because, Model model) {
        var association = Departments.association(member);
        var actor = Actors.of(member);
        var names = Departments.does(member, round.sort());
        var sheet = cycles.sheet(actor, association, round, names).orElse(null);
        var known = calendar.of(actor, association).stream()
                .filter(day -> day.duty().equals(round))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("line", line(known, null, "/"));
        model.addAttribute("sheet", sheet);
        model.addAttribute("figures", sheet == null ? List.of() : figures(sheet));
        model.addAttribute("names", names);
        model.addAttribute("declared", round.sort() == Duty.Sort.DECLARATIONS);
        model.addAttribute("absentKey", "cycle.absent.text." + round.sort().word());
        model.addAttribute(
                "comparison",
                round.sort() == Duty.Sort.DECLARATIONS
                        ? declarations.newest(actor, association, round).orElse(null)
                        : null);
        model.addAttribute("because", because);
        model.addAttribute("path", "/cycles/" + round.sort().word() + "/" + round.month());
        model.addAttribute(
                "closes",
                names
                        && rights.allows(member, Right.DECIDE_WORK)
                        && known.state() != DutyCalendar.State.AHEAD
                        && known.state() != DutyCalendar.State.CLOSED);
        model.addAttribute("crumbs", List.of(new Crumb("/cycles", texts.of("cycle.title"))));
        return "cycle/round";
    }

    private List<Line> own(Member member) {
        return calendar.of(Actors.of(member), member.organisation()).stream()
                .map(day -> line(
                        day,
                        null,
                        "/cycles/" + day.duty().sort().word() + "/" + day.duty().month()))
                .toList();
    }

    private List<Line> everybodys(Member member) {
        return cycles.everywhere(Actors.of(member)).stream()
                .map(cycle ->
                        line(calendar.today(cycle), organisations.name(cycle.association(), texts.japanese()), null))
                .toList();
    }

    private static Line line(DutyCalendar.Day day, @Nullable String association, @Nullable String href) {
        var cycle = day.cycle();
        return new Line(
                association,
                "cycle.duty." + day.duty().sort().word(),
                day.duty().month().toString(),
                "cycle.state." + day.state().word(),
                switch (day.state()) {
                    case AHEAD -> "waiting";
                    case DUE -> "caution";
                    case OPEN -> "working";
                    case LATE -> "error";
                    case CLOSED -> "done";
                },
                day.deadline(),
                cycle == null ? null : cycle.counts().asked(),
                cycle == null ? null : cycle.counts().waiting(),
                href);
    }

    private static List<Figure> figures(Sheet sheet) {
        var counts = sheet.cycle().counts();
        return List.of(
                new Figure("cycle.count.asked", counts.asked()),
                new Figure("cycle.count.unchanged", counts.unchanged()),
                new Figure("cycle.count.registered", counts.registered()),
                new Figure("cycle.count.changed", counts.changed()),
                new Figure("cycle.count.died", counts.died()),
                new Figure("cycle.count.out-of-scope", counts.outOfScope()),
                new Figure("cycle.count.unclear", counts.unclear()),
                new Figure(
                        "cycle.count.unanswered." + sheet.cycle().duty().sort().word(), counts.unanswered()),
                new Figure("cycle.count.waiting", counts.waiting()));
    }

    private static Duty round(String duty, String month) {
        try {
            return new Duty(Duty.Sort.of(duty), YearMonth.parse(month));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @Bean
    static Place cyclePlace() {
        return new Place(45, "/cycles", "cycle.link", Right.SEE_JOBS);
    }
}
