package jp.bansho.juki.terminal;

import jakarta.servlet.http.HttpServletResponse;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.release.ReleaseRefused;
import jp.bansho.juki.release.Releases;
import jp.bansho.juki.results.Delivery;
import jp.bansho.juki.staff.Needs;
import jp.bansho.juki.staff.Right;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A parcel leaves: applied for on the page of its job, written once another person approved it
/// (J4, M3). The approver is the second person at the medium, so whoever approved does not write
/// it.
@Controller
class HandOutScreens {

    private final Inquiries inquiries;
    private final Releases releases;
    private final Delivery delivery;
    private final JobPages pages;
    private final Works works;
    private final Texts texts;

    HandOutScreens(
            Inquiries inquiries, Releases releases, Delivery delivery, JobPages pages, Works works, Texts texts) {
        this.inquiries = inquiries;
        this.releases = releases;
        this.delivery = delivery;
        this.pages = pages;
        this.works = works;
        this.texts = texts;
    }

    @Needs(Right.APPLY)
    @PostMapping("/jobs/{id}/apply")
    String apply(
            Member member,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String medium,
            @RequestParam(defaultValue = "") String caseReference,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Pages.found(() -> inquiries.one(id));
        var problems = new Problems();
        try {
            var made = releases.apply(member, id, medium.strip(), caseReference, reason);
            Notice.done(next, texts.of("juki.applied"));
            return "redirect:/applications/" + made.id();
        } catch (ReleaseRefused refused) {
            problems.add("medium", Pages.words(texts, refused));
        } catch (AccessRefused refused) {
            problems.add("reason", Pages.words(texts, refused));
        }
        Pages.wrong(response);
        return pages.page(member, id, new JobPages.Typed(medium, caseReference, reason), problems, model);
    }

    @Needs(Right.HANDLE_MEDIA)
    @PostMapping("/jobs/{id}/hand-out")
    String handOut(Member member, @PathVariable long id, @RequestParam long application) {
        Pages.found(() -> inquiries.one(id));
        works.begin(JobPages.work(id), progress -> delivery.handOut(id, application, member, progress));
        return "redirect:/jobs/" + id;
    }
}
