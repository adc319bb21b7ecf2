package jp.bansho.numbers.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApplicationState;
import jp.bansho.access.approval.Decision;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
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

/// NUM-0601 what waits for the member's decision, NUM-0602 what the member applied for, NUM-0603 one
/// application: exactly what is approved, and who decides it (A6, A7).
@Controller
class ApprovalScreens {

    private static final int MOST = 200;

    private final ApprovalDesk desk;
    private final ApplicationSheets sheets;
    private final Rights rights;
    private final Labels labels;

    ApprovalScreens(ApprovalDesk desk, ApplicationSheets sheets, Rights rights, Labels labels) {
        this.desk = desk;
        this.sheets = sheets;
        this.rights = rights;
        this.labels = labels;
    }

    @Needs(Right.DECIDE_APPLICATION)
    @GetMapping("/approvals")
    String waiting(Member member, Model model) {
        model.addAttribute(
                "rows", desk.waitingFor(member).stream().map(sheets::row).toList());
        return "roster/approvals";
    }

    @Needs(Right.APPLY)
    @GetMapping("/applications")
    String own(Member member, Model model) {
        model.addAttribute(
                "rows", desk.own(member, MOST).stream().map(sheets::row).toList());
        model.addAttribute("applies", !desk.kindsFor(member).isEmpty());
        return "roster/applications";
    }

    @Needs({Right.APPLY, Right.DECIDE_APPLICATION})
    @GetMapping("/applications/{id}")
    String one(@PathVariable("id") long id, Member member, Model model) {
        return page(member, model, known(member, id), "", new Problems());
    }

    @Needs(Right.DECIDE_APPLICATION)
    @PostMapping("/applications/{id}/decide")
    String decide(
            @PathVariable("id") long id,
            @RequestParam("decision") String word,
            @RequestParam(name = "note", defaultValue = "") String note,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var decision = switch (word) {
            case "approve" -> Decision.APPROVE;
            case "refuse" -> Decision.REFUSE;
            case String _ -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
        try {
            desk.decide(member, id, decision, note);
        } catch (AccessRefused refused) {
            if (refused.reason().equals("note-missing")) {
                var problems = new Problems();
                problems.add("note", labels.refusal(refused));
                response.setStatus(Pages.UNPROCESSABLE);
                return page(member, model, known(member, id), note, problems);
            }
            if (refused.reason().equals("no-such-application")) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            throw refused;
        }
        Notice.done(
                next,
                labels.of(decision == Decision.APPROVE ? "roster.application.approved" : "roster.application.refused"));
        return "redirect:/applications/" + id;
    }

    @Needs(Right.APPLY)
    @PostMapping("/applications/{id}/withdraw")
    String withdraw(@PathVariable("id") long id, Member member, RedirectAttributes next) {
        known(member, id);
        desk.withdraw(member, id);
        Notice.done(next, labels.of("roster.application.withdrawn"));
        return "redirect:/applications/" + id;
    }

    private Application known(Member member, long id) {
        return desk.one(member, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Member member, Model model, Application application, String note, Problems problems) {
        var own = application.applicantPerson() == member.person();
        var open = application.state() == ApplicationState.OPEN;
        var decides = rights.allows(member, Right.DECIDE_APPLICATION);
        model.addAttribute("id", application.id());
        model.addAttribute("facts", sheets.facts(application));
        model.addAttribute("eyes", sheets.eyes(member, application));
        model.addAttribute("payload", application.payload());
        model.addAttribute("fingerprint", application.payloadHash());
        model.addAttribute("said", application.note());
        model.addAttribute("decides", open && !own && decides);
        model.addAttribute("withdraws", open && own);
        model.addAttribute("note", note);
        model.addAttribute("problems", problems);
        model.addAttribute("back", own || !decides ? "/applications" : "/approvals");
        model.addAttribute(
                "crumbs",
                List.of(
                        own || !decides
                                ? new Crumb("/applications", labels.of("roster.applications.title"))
                                : new Crumb("/approvals", labels.of("roster.approvals.title"))));
        return "roster/application";
    }

    @Bean
    static Place approvalsPlace() {
        return new Place(60, "/approvals", "roster.approvals.link", Right.DECIDE_APPLICATION);
    }

    @Bean
    static Place applicationsPlace() {
        return new Place(61, "/applications", "roster.applications.link", Right.APPLY);
    }
}
