package jp.bansho.juki.terminal;

import java.util.List;
import java.util.Optional;
import jp.bansho.access.Member;
import jp.bansho.access.approval.ApplicationState;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.inquiry.Job;
import jp.bansho.juki.inquiry.JobState;
import jp.bansho.juki.release.Releases;
import jp.bansho.juki.results.Delivery;
import jp.bansho.juki.staff.JukiPremises;
import jp.bansho.juki.staff.Right;
import jp.bansho.media.ledger.NotedParcel;
import jp.bansho.media.ledger.ParcelState;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The page of a job: how far it is, and what may be done next.
@Component
class JobPages {

    private final Inquiries inquiries;
    private final Releases releases;
    private final Delivery delivery;
    private final JukiPremises premises;
    private final Works works;
    private final Texts texts;

    JobPages(
            Inquiries inquiries,
            Releases releases,
            Delivery delivery,
            JukiPremises premises,
            Works works,
            Texts texts) {
        this.inquiries = inquiries;
        this.releases = releases;
        this.delivery = delivery;
        this.premises = premises;
        this.works = works;
        this.texts = texts;
    }

    /// What was typed to apply for a hand-over.
    record Typed(String medium, String caseReference, String reason) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /// The name of a job's work.
    static String work(long id) {
        return "job " + id;
    }

    String page(Member member, long id, Typed typed, Problems problems, Model model) {
        var job = Pages.found(() -> inquiries.one(id));
        progress(member, job, model);
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("releases", releases.ofJob(id));
        model.addAttribute("crumbs", List.of(new Crumb("/", texts.of("juki.jobs.title"))));
        return "juki/job";
    }

    /// What changes while a job is worked on.
    void progress(Member member, Job job, Model model) {
        var standing = works.of(work(job.id()));
        var working = standing != null && standing.running();
        model.addAttribute("job", job);
        model.addAttribute("answered", inquiries.answered(job.id()));
        model.addAttribute("working", working);
        model.addAttribute("done", standing != null && standing.all() > 0 ? standing.done() : null);
        model.addAttribute("all", standing == null ? 0 : standing.all());
        model.addAttribute("refusal", standing == null ? null : standing.why(texts));
        model.addAttribute("chip", working ? "working" : chip(job.state()));
        model.addAttribute(
                "stateText",
                texts.japanese() ? job.state().japanese() : job.state().english());
        var parcel = delivery.parcel(job);
        var media = !working && premises.allows(member, Right.HANDLE_MEDIA);
        model.addAttribute(
                "mayAsk", !working && job.state() == JobState.TAKEN_IN && premises.allows(member, Right.ASK));
        var pending =
                releases.ofJob(job.id()).stream().map(Releases.Standings::state).toList();
        model.addAttribute(
                "mayApply",
                !working
                        && job.state() == JobState.ANSWERED
                        && premises.allows(member, Right.APPLY)
                        && !pending.contains(ApplicationState.OPEN)
                        && !pending.contains(ApplicationState.APPROVED));
        model.addAttribute("mayHandOut", media && job.state() == JobState.ANSWERED);
        model.addAttribute("mayHandOver", media && is(parcel, ParcelState.WRITTEN));
        model.addAttribute("mayReceipt", media && is(parcel, ParcelState.HANDED_OVER));
        model.addAttribute("parcel", parcel.orElse(null));
    }

    private static boolean is(Optional<NotedParcel> parcel, ParcelState state) {
        return parcel.map(NotedParcel::state).filter(state::equals).isPresent();
    }

    static String chip(JobState state) {
        return switch (state) {
            case TAKEN_IN, ANSWERED -> "waiting";
            case DELIVERED -> "caution";
            case WIPED -> "done";
        };
    }
}
