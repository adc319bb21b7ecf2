package jp.bansho.numbers.overview.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.job.JobTally;
import jp.bansho.numbers.overview.Figures;
import jp.bansho.numbers.overview.Overview;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The dashboard (NUM-0202): how things stand, in figures and as pictures of the same figures.
@Controller
class OverviewScreens {

    private static final DateTimeFormatter JAPANESE = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("MM-dd");

    private final Overview overview;
    private final WorkList work;
    private final Organisations organisations;
    private final Texts texts;

    OverviewScreens(Overview overview, WorkList work, Organisations organisations, Texts texts) {
        this.overview = overview;
        this.work = work;
        this.organisations = organisations;
        this.texts = texts;
    }

    /// A bar or column.
    record Bar(String label, long value) {}

    /// A line of jobs.
    record JobLine(String kindKey, String stateKey, String chip, long count) {}

    @Needs(Right.SEE_OVERVIEW)
    @GetMapping("/overview")
    String see(Member member, Model model) {
        var figures = overview.of(member);
        model.addAttribute("countedAt", figures.at());
        model.addAttribute("people", member.organisation() != Organisation.OPERATOR);
        model.addAttribute("federation", member.organisation() == Organisation.FEDERATION);
        model.addAttribute("kinds", kinds(figures));
        model.addAttribute("associations", associations(figures));
        model.addAttribute("reasons", reasons(figures));
        model.addAttribute("days", days(figures.reveals()));
        model.addAttribute(
                "jobs", figures.jobs().stream().map(OverviewScreens::line).toList());
        model.addAttribute(
                "deadlines",
                work.of(member).stream()
                        .filter(line -> line.urgency() != Urgency.NONE)
                        .toList());
        return "overview/figures";
    }

    @Needs(Right.SEE_OVERVIEW)
    @PostMapping("/overview")
    String again(Member member) {
        overview.again(member);
        return "redirect:/overview";
    }

    private List<Bar> kinds(Figures figures) {
        return figures.kinds().entrySet().stream()
                .map(kind -> new Bar(texts.of("overview.kind." + kind.getKey().word()), kind.getValue()))
                .toList();
    }

    private List<Bar> associations(Figures figures) {
        return figures.associations().entrySet().stream()
                .map(each -> new Bar(organisations.name(each.getKey(), texts.japanese()), each.getValue()))
                .toList();
    }

    private List<Bar> reasons(Figures figures) {
        return figures.work().entrySet().stream()
                .map(reason ->
                        new Bar(texts.of("intake.reason." + reason.getKey().word()), reason.getValue()))
                .toList();
    }

    private List<Bar> days(Map<LocalDate, Long> reveals) {
        var format = texts.japanese() ? JAPANESE : ENGLISH;
        return reveals.entrySet().stream()
                .map(day -> new Bar(format.format(day.getKey()), day.getValue()))
                .toList();
    }

    private static JobLine line(JobTally tally) {
        var chip = switch (tally.state()) {
            case "finished" -> "done";
            case "running" -> "working";
            default -> "gone";
        };
        return new JobLine("intake.kind." + tally.kind().word(), "overview.job." + tally.state(), chip, tally.count());
    }

    @Bean
    static Place overviewPlace() {
        return new Place(20, "/overview", "overview.figures.link", Right.SEE_OVERVIEW);
    }
}
