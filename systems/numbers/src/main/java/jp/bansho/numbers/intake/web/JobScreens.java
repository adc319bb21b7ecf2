package jp.bansho.numbers.intake.web;

import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.intake.Finding;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.UploadConfirmations;
import jp.bansho.numbers.job.Job;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Jobs: the list (NUM-0404), one with its progress (NUM-0405), and its rows that were not simply registered
/// (NUM-0406).
@Controller
class JobScreens {

    private static final int ROWS = 1000;

    private final JobSight sight;
    private final Intake intake;
    private final UploadConfirmations confirmations;
    private final Rights rights;
    private final Texts texts;

    JobScreens(JobSight sight, Intake intake, UploadConfirmations confirmations, Rights rights, Texts texts) {
        this.sight = sight;
        this.intake = intake;
        this.confirmations = confirmations;
        this.rights = rights;
        this.texts = texts;
    }

    /// A row of a job in words.
    ///
    /// @param rule what is wrong, in the reader's language; empty where the outcome says all
    record Row(Finding finding, String outcomeKey, String rule) {}

    @Needs(Right.SEE_JOBS)
    @GetMapping("/jobs")
    String list(Member member, Model model) {
        model.addAttribute("lines", sight.newest(member));
        return "intake/jobs";
    }

    @Needs(Right.SEE_JOBS)
    @GetMapping("/jobs/{job}")
    String one(@PathVariable long job, Member member, Model model) {
        show(job, member, model);
        model.addAttribute("crumbs", List.of(new Crumb("/jobs", texts.of("intake.jobs.title"))));
        return "intake/job";
    }

    /// The part of the job's page that changes while it runs.
    @Needs(Right.SEE_JOBS)
    @GetMapping("/jobs/{job}/progress")
    String progress(@PathVariable long job, Member member, Model model) {
        show(job, member, model);
        return "intake/progress :: progress";
    }

    @Needs(Right.SEE_JOBS)
    @GetMapping("/jobs/{job}/rows")
    String rows(@PathVariable long job, Member member, Model model) {
        var sheet = sheet(job, member);
        var association = sheet.job().association();
        var found =
                association == null ? List.<Finding>of() : intake.findings(Actors.of(member), association, job, ROWS);
        var words = new RuleWords(texts);
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "rows",
                found.stream()
                        .map(finding -> new Row(
                                finding,
                                "intake.outcome." + finding.outcome().word(),
                                words.of(finding.outcome(), finding.rule())))
                        .toList());
        model.addAttribute("total", Math.max(sheet.toLookAt(), found.size()));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/jobs", texts.of("intake.jobs.title")),
                        new Crumb("/jobs/" + job, texts.of("intake.job.title"))));
        return "intake/rows";
    }

    private void show(long job, Member member, Model model) {
        var sheet = sheet(job, member);
        var upload = Organisation.isAssociation(member.organisation())
                ? confirmations
                        .find(Actors.of(member), member.organisation(), job)
                        .orElse(null)
                : null;
        model.addAttribute("sheet", sheet);
        model.addAttribute("upload", upload);
        model.addAttribute("mayUpload", upload != null && rights.allows(member, Right.UPLOAD_FILE));
        model.addAttribute("duration", duration(sheet.job()));
    }

    private String duration(Job job) {
        return texts.of("intake.job.seconds", "%.1f".formatted(job.busySeconds()));
    }

    private JobSight.Sheet sheet(long job, Member member) {
        return sight.find(member, job).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Bean
    static Place jobsPlace() {
        return new Place(45, "/jobs", "intake.jobs.link", Right.SEE_JOBS);
    }
}
