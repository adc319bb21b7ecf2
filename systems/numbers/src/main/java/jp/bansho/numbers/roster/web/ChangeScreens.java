package jp.bansho.numbers.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.account.Account;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-0507: a user manager prepares another role, department or last day for a user (transfer within the
/// organisation): entry, confirmation of what was and what becomes, done.
@Controller
class ChangeScreens {

    private final Users users;
    private final Pages pages;
    private final Labels labels;
    private final Dates dates;
    private final Once once;

    ChangeScreens(Users users, Pages pages, Labels labels, Dates dates, Once once) {
        this.users = users;
        this.pages = pages;
        this.labels = labels;
        this.dates = dates;
        this.once = once;
    }

    @Needs(Right.MANAGE_USERS)
    @GetMapping("/users/account/{account}/change")
    String entry(@PathVariable("account") String id, Member member, Model model) {
        var account = UsersScreens.known(users, member, id);
        return form(member, model, account, ChangeForm.of(account), new Problems());
    }

    @Needs(Right.MANAGE_USERS)
    @PostMapping("/users/account/{account}/change")
    String step(
            @PathVariable("account") String id,
            @ModelAttribute("form") ChangeForm form,
            @RequestParam(name = "step", defaultValue = "check") String step,
            @RequestParam(name = "ticket", defaultValue = "") String ticket,
            Member member,
            Model model,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes next) {
        var account = UsersScreens.known(users, member, id);
        var problems = new Problems();
        if (!step.equals("back")) {
            form.check(problems, labels, account, users.today());
            if (!problems.any() && !form.changes(account)) {
                problems.add("role", labels.of("roster.wrong.nothing"));
            }
        }
        if (problems.any() || step.equals("back")) {
            response.setStatus(problems.any() ? Pages.UNPROCESSABLE : HttpServletResponse.SC_OK);
            return form(member, model, account, form, problems);
        }
        if (!step.equals("do")) {
            return confirm(member, model, account, form, session);
        }
        if (!once.use(session, ticket)) {
            Notice.info(next, labels.of("roster.once"));
            return "redirect:/users/prepared";
        }
        try {
            users.prepareChange(
                    member,
                    id,
                    form.givenRole(),
                    NewUserForm.text(form.department()),
                    form.lastDay(),
                    NewUserForm.text(form.reason()));
            Notice.done(next, said(member, form));
            return "redirect:/users/prepared";
        } catch (AccessRefused refused) {
            pages.refuse(model, response, refused);
            return form(member, model, account, form, new Problems());
        }
    }

    private String form(Member member, Model model, Account account, ChangeForm form, Problems problems) {
        model.addAttribute("account", account.id());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("roles", labels.roles(member.organisation()));
        model.addAttribute("departments", labels.departments());
        model.addAttribute("crumbs", pages.under(account.id()));
        return "roster/change";
    }

    private String confirm(Member member, Model model, Account account, ChangeForm form, HttpSession session) {
        var changes = List.of(
                Change.of(labels.of("roster.role"), labels.role(account.role()), labels.role(form.givenRole())),
                Change.of(
                        labels.of("roster.department"),
                        labels.department(account.department()),
                        labels.department(NewUserForm.text(form.department()))),
                Change.of(labels.of("roster.until"), dates.day(account.validUntil()), dates.day(form.lastDay())));
        var hidden = form.hidden();
        hidden.put("ticket", once.ticket(session));
        return pages.confirm(
                model,
                new Confirmation(
                        labels.of("roster.change.title"),
                        "NUM-0507",
                        pages.steps(),
                        said(member, form),
                        List.of(
                                new Fact(labels.of("roster.account"), account.id()),
                                new Fact(labels.of("roster.name"), account.name()),
                                new Fact(labels.of("roster.reason"), NewUserForm.text(form.reason()))),
                        changes,
                        Map.copyOf(hidden),
                        "/users/account/" + account.id() + "/change",
                        labels.of("roster.prepare"),
                        false));
    }

    private String said(Member member, ChangeForm form) {
        return PreparedSheets.needsApproval(form.givenRole(), member.organisation())
                ? labels.of("roster.change.approval", labels.approvers(member.organisation()))
                : labels.of("roster.change.nightly");
    }
}
