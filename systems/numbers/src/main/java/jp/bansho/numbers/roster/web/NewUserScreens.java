package jp.bansho.numbers.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.account.NewUser;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Users;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-0502: a user manager prepares a new user (A3): entry, confirmation, done.
@Controller
class NewUserScreens {

    private static final String SCREEN = "NUM-0502";

    private final Users users;
    private final Pages pages;
    private final Labels labels;
    private final Dates dates;
    private final Once once;

    NewUserScreens(Users users, Pages pages, Labels labels, Dates dates, Once once) {
        this.users = users;
        this.pages = pages;
        this.labels = labels;
        this.dates = dates;
        this.once = once;
    }

    @Needs(Right.MANAGE_USERS)
    @GetMapping("/users/new")
    String empty(Member member, Model model) {
        return form(member, model, NewUserForm.empty(users.today()), new Problems());
    }

    @Needs(Right.MANAGE_USERS)
    @PostMapping("/users/new")
    String step(
            @ModelAttribute("form") NewUserForm form,
            @RequestParam(name = "step", defaultValue = "check") String step,
            @RequestParam(name = "ticket", defaultValue = "") String ticket,
            Member member,
            Model model,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes next) {
        var problems = new Problems();
        var user = step.equals("back")
                ? null
                : form.read(problems, labels, member.organisation(), users.today())
                        .orElse(null);
        if (user == null) {
            response.setStatus(problems.any() ? Pages.UNPROCESSABLE : HttpServletResponse.SC_OK);
            return form(member, model, form, problems);
        }
        if (!step.equals("do")) {
            return confirm(member, model, form, user, session);
        }
        if (!once.use(session, ticket)) {
            Notice.info(next, labels.of("roster.once"));
            return "redirect:/users/prepared";
        }
        try {
            var preparation = users.prepareNew(member, user, NewUserForm.text(form.reason()));
            Notice.done(next, said(member, preparation.application() != null || needs(member, user)));
            return "redirect:/users/prepared";
        } catch (AccessRefused refused) {
            pages.refuse(model, response, refused);
            return form(member, model, form, new Problems());
        }
    }

    private String form(Member member, Model model, NewUserForm form, Problems problems) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("roles", labels.roles(member.organisation()));
        model.addAttribute("departments", labels.departments());
        model.addAttribute("crumbs", pages.underUsers());
        return "roster/new-user";
    }

    private String confirm(Member member, Model model, NewUserForm form, NewUser user, HttpSession session) {
        var facts = List.of(
                new Fact(labels.of("roster.staff-number"), user.staffNumber()),
                new Fact(labels.of("roster.name"), user.name()),
                new Fact(labels.of("roster.user-number"), NewUserForm.text(user.ownUserNumber())),
                new Fact(labels.of("roster.role"), labels.role(user.role())),
                new Fact(labels.of("roster.department"), labels.department(user.department())),
                new Fact(labels.of("roster.from"), dates.day(user.from())),
                new Fact(labels.of("roster.until"), dates.day(user.until())),
                new Fact(labels.of("roster.reason"), NewUserForm.text(form.reason())));
        var hidden = form.hidden();
        hidden.put("ticket", once.ticket(session));
        return pages.confirm(
                model,
                new Confirmation(
                        labels.of("roster.new.title"),
                        SCREEN,
                        pages.steps(),
                        said(member, needs(member, user)),
                        facts,
                        List.of(),
                        Map.copyOf(hidden),
                        "/users/new",
                        labels.of("roster.prepare"),
                        false));
    }

    private static boolean needs(Member member, NewUser user) {
        return PreparedSheets.needsApproval(user.role(), member.organisation());
    }

    private String said(Member member, boolean approval) {
        return approval
                ? labels.of("roster.new.approval", labels.approvers(member.organisation()))
                : labels.of("roster.new.nightly");
    }
}
