package jp.bansho.juki.terminal;

import jp.bansho.access.Member;
import jp.bansho.juki.inquiry.Asking;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.inquiry.Job;
import jp.bansho.juki.inquiry.JobState;
import jp.bansho.juki.results.Wiping;
import jp.bansho.juki.staff.Needs;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.staff.Right;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// JUK-0111 the jobs with their state, JUK-0112 one of them; the asking of J-LIS, which touches no medium (J1).
@Controller
class JobScreens {

    private final Inquiries inquiries;
    private final Asking asking;
    private final Wiping wiping;
    private final JobPages pages;
    private final Works works;
    private final Texts texts;

    JobScreens(Inquiries inquiries, Asking asking, Wiping wiping, JobPages pages, Works works, Texts texts) {
        this.inquiries = inquiries;
        this.asking = asking;
        this.wiping = wiping;
        this.pages = pages;
        this.works = works;
        this.texts = texts;
    }

    /// A line of the list.
    record Line(Job job, int answered, String chip, String state) {}

    @Needs(Right.SEE_JOBS)
    @GetMapping("/")
    String jobs(Model model) {
        model.addAttribute("lines", inquiries.newest().stream().map(this::line).toList());
        return "juki/jobs";
    }

    private Line line(Job job) {
        var working = works.running(JobPages.work(job.id()));
        return new Line(
                job,
                job.state() == JobState.TAKEN_IN ? inquiries.answered(job.id()) : job.batches(),
                working ? "working" : JobPages.chip(job.state()),
                texts.japanese() ? job.state().japanese() : job.state().english());
    }

    @Needs(Right.SEE_JOBS)
    @GetMapping("/jobs/{id}")
    String job(Member member, @PathVariable long id, Model model) {
        return pages.page(member, id, JobPages.Typed.NOTHING, new Problems(), model);
    }

    @Needs(Right.SEE_JOBS)
    @GetMapping("/jobs/{id}/progress")
    String progress(Member member, @PathVariable long id, Model model) {
        pages.progress(member, Pages.found(() -> inquiries.one(id)), model);
        return "juki/progress :: progress";
    }

    @Needs(Right.ASK)
    @PostMapping("/jobs/{id}/ask")
    String ask(Member member, @PathVariable long id) {
        Pages.found(() -> inquiries.one(id));
        var one = Pair.of(member, null);
        works.begin(JobPages.work(id), progress -> {
            wiping.finish(one);
            asking.ask(id, one, progress);
        });
        return "redirect:/jobs/" + id;
    }

    @Bean
    static Place jobsPlace() {
        return new Place(10, "/", "juki.jobs.link", Right.SEE_JOBS);
    }
}
