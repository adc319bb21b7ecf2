package jp.bansho.juki.terminal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import jp.bansho.access.Member;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.inquiry.Job;
import jp.bansho.juki.results.Delivery;
import jp.bansho.juki.results.DeliveryRefused;
import jp.bansho.juki.staff.Needs;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.staff.Right;
import jp.bansho.juki.staff.StaffRefused;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// JUK-0141 a written medium is handed to its carrier 受渡し by two people; the recipient's receipt 受領書 comes later (M3).
@Controller
class HandOverScreens {

    private static final String OPERATION = "hand-over";

    private final Inquiries inquiries;
    private final Delivery delivery;
    private final SecondPerson second;
    private final JobPages pages;
    private final Texts texts;

    HandOverScreens(Inquiries inquiries, Delivery delivery, SecondPerson second, JobPages pages, Texts texts) {
        this.inquiries = inquiries;
        this.delivery = delivery;
        this.second = second;
        this.pages = pages;
        this.texts = texts;
    }

    @Needs(Right.HANDLE_MEDIA)
    @GetMapping("/jobs/{id}/hand-over")
    String form(@PathVariable long id, Model model) {
        return form(job(id), "", "", new Problems(), model);
    }

    @Needs(Right.HANDLE_MEDIA)
    @PostMapping("/jobs/{id}/hand-over")
    String ask(
            Member member,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String takenBy,
            @RequestParam(defaultValue = "") String witness,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var job = job(id);
        var problems = new Problems();
        if (!Handles.good(takenBy)) {
            problems.add("takenBy", texts.of("juki.handle.wrong"));
        }
        try {
            if (!problems.any()) {
                return signing(member, job, takenBy, witness, request, model);
            }
        } catch (StaffRefused refused) {
            problems.add("witness", Pages.words(texts, refused));
        }
        Pages.wrong(response);
        return form(job, takenBy, witness, problems, model);
    }

    @Needs(Right.HANDLE_MEDIA)
    @PostMapping("/jobs/{id}/hand-over/signed")
    String signed(
            Member member,
            @PathVariable long id,
            @RequestParam String takenBy,
            @RequestParam String witness,
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            RedirectAttributes next) {
        var job = job(id);
        var pair = second.signed(request, member, witness, OPERATION, facts(member, job, takenBy), credential);
        delivery.handOver(id, takenBy, pair);
        Notice.done(next, texts.of("juki.handed.over"));
        return "redirect:/jobs/" + id;
    }

    @Needs(Right.HANDLE_MEDIA)
    @PostMapping("/jobs/{id}/receipt")
    String receipt(
            Member member,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String receipt,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var job = job(id);
        try {
            delivery.receipted(job.id(), receipt, Pair.of(member, null));
            Notice.done(next, texts.of("juki.receipted"));
            return "redirect:/jobs/" + id;
        } catch (DeliveryRefused refused) {
            var problems = new Problems();
            problems.add("receipt", Pages.words(texts, refused));
            Pages.wrong(response);
            return pages.page(member, id, JobPages.Typed.NOTHING, problems, model);
        }
    }

    private Job job(long id) {
        var job = Pages.found(() -> inquiries.one(id));
        if (job.outParcel() == null) {
            throw Pages.nothing();
        }
        return job;
    }

    private String form(Job job, String takenBy, String witness, Problems problems, Model model) {
        model.addAttribute("job", job);
        model.addAttribute("takenBy", takenBy);
        model.addAttribute("witness", witness);
        model.addAttribute("problems", problems);
        model.addAttribute("crumbs", crumbs(job));
        return "juki/hand-over";
    }

    private String signing(
            Member member, Job job, String takenBy, String witness, HttpServletRequest request, Model model) {
        model.addAttribute("signing", second.ask(request, member, witness, OPERATION, facts(member, job, takenBy)));
        model.addAttribute(
                "facts",
                List.of(
                        new Fact("juki.operation", texts.of("juki.hand.over.title")),
                        new Fact("juki.parcel", String.valueOf(job.outParcel())),
                        new Fact("juki.taken.by", takenBy),
                        new Fact("juki.second", witness)));
        model.addAttribute("act", "/jobs/" + job.id() + "/hand-over/signed");
        model.addAttribute("hidden", Map.of("takenBy", takenBy, "witness", witness));
        model.addAttribute("back", "/jobs/" + job.id() + "/hand-over");
        model.addAttribute("crumbs", crumbs(job));
        return "juki/second";
    }

    private List<Crumb> crumbs(Job job) {
        return List.of(new Crumb("/jobs/" + job.id(), texts.of("juki.job.title", String.valueOf(job.id()))));
    }

    private static SequencedMap<String, String> facts(Member member, Job job, String takenBy) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("job", String.valueOf(job.id()));
        facts.put("parcel", String.valueOf(job.outParcel()));
        facts.put("taken-by", takenBy);
        facts.put("first", member.account());
        return facts;
    }
}
