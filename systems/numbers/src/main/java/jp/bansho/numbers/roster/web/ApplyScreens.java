package jp.bansho.numbers.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-0604: applying for what needs a second person, emergency access of the operator included (A6, A7).
@Controller
class ApplyScreens {

    private final ApprovalDesk desk;
    private final Pages pages;
    private final Labels labels;
    private final Once once;

    ApplyScreens(ApprovalDesk desk, Pages pages, Labels labels, Once once) {
        this.desk = desk;
        this.pages = pages;
        this.labels = labels;
        this.once = once;
    }

    @Needs(Right.APPLY)
    @GetMapping("/applications/new")
    String empty(Member member, Model model) {
        return form(member, model, new ApplyForm(null, null, null, null, null), new Problems());
    }

    @Needs(Right.APPLY)
    @PostMapping("/applications/new")
    String step(
            @ModelAttribute("form") ApplyForm form,
            @RequestParam(name = "step", defaultValue = "check") String step,
            @RequestParam(name = "ticket", defaultValue = "") String ticket,
            Member member,
            Model model,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes next) {
        var problems = new Problems();
        if (!step.equals("back")) {
            form.check(problems, labels);
        }
        if (problems.any() || step.equals("back")) {
            response.setStatus(problems.any() ? Pages.UNPROCESSABLE : HttpServletResponse.SC_OK);
            return form(member, model, form, problems);
        }
        if (!step.equals("do")) {
            return confirm(model, form, session);
        }
        if (!once.use(session, ticket)) {
            Notice.info(next, labels.of("roster.once"));
            return "redirect:/applications";
        }
        try {
            var made = desk.apply(
                    member,
                    NewUserForm.text(form.kind()),
                    NewUserForm.text(form.purpose()),
                    NewUserForm.text(form.caseReference()),
                    NewUserForm.text(form.reason()),
                    form.content());
            Notice.done(next, labels.of("roster.apply.done"));
            return "redirect:/applications/" + made.id();
        } catch (AccessRefused refused) {
            pages.refuse(model, response, refused);
            return form(member, model, form, new Problems());
        }
    }

    private String form(Member member, Model model, ApplyForm form, Problems problems) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "kinds",
                desk.kindsFor(member).stream()
                        .map(kind -> new Option(kind.word(), labels.kind(kind)))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/applications", labels.of("roster.applications.title"))));
        return "roster/apply";
    }

    private String confirm(Model model, ApplyForm form, HttpSession session) {
        var hidden = form.hidden();
        hidden.put("ticket", once.ticket(session));
        return pages.confirm(
                model,
                new Confirmation(
                        labels.of("roster.apply.title"),
                        "NUM-0604",
                        pages.steps(),
                        labels.of("roster.apply.text"),
                        List.of(
                                new Fact(
                                        labels.of("roster.application.kind"),
                                        labels.kind(NewUserForm.text(form.kind()))),
                                new Fact(labels.of("roster.application.purpose"), NewUserForm.text(form.purpose())),
                                new Fact(labels.of("roster.application.case"), NewUserForm.text(form.caseReference())),
                                new Fact(labels.of("roster.reason"), NewUserForm.text(form.reason())),
                                new Fact(labels.of("roster.application.payload"), form.content())),
                        List.of(),
                        Map.copyOf(hidden),
                        "/applications/new",
                        labels.of("roster.apply.do"),
                        false));
    }
}
