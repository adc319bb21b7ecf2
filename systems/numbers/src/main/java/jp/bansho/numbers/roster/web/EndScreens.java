package jp.bansho.numbers.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.NumberInText;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Users;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Three ways to take a user's access away, each with a page that says what happens and asks why: NUM-0508 the
/// end by the nightly batch (A4), NUM-0509 the emergency stop, NUM-0510 a lost authenticator.
@Controller
class EndScreens {

    private static final int LONGEST_REASON = 500;

    private final Users users;
    private final UserSheets sheets;
    private final Pages pages;
    private final Labels labels;

    EndScreens(Users users, UserSheets sheets, Pages pages, Labels labels) {
        this.users = users;
        this.sheets = sheets;
        this.pages = pages;
        this.labels = labels;
    }

    /// What is to be done to the account.
    private enum Way {
        END("end", "NUM-0508"),
        STOP("stop", "NUM-0509"),
        RESET("reset", "NUM-0510");

        private final String word;
        private final String screen;

        Way(String word, String screen) {
            this.word = word;
            this.screen = screen;
        }
    }

    @Needs(Right.MANAGE_USERS)
    @GetMapping("/users/account/{account}/end")
    String askEnd(@PathVariable("account") String account, Member member, Model model) {
        return page(member, model, account, Way.END, null, new Problems());
    }

    @Needs(Right.MANAGE_USERS)
    @GetMapping("/users/account/{account}/stop")
    String askStop(@PathVariable("account") String account, Member member, Model model) {
        return page(member, model, account, Way.STOP, null, new Problems());
    }

    @Needs(Right.MANAGE_USERS)
    @GetMapping("/users/account/{account}/reset")
    String askReset(@PathVariable("account") String account, Member member, Model model) {
        return page(member, model, account, Way.RESET, null, new Problems());
    }

    @Needs(Right.MANAGE_USERS)
    @PostMapping("/users/account/{account}/end")
    String end(
            @PathVariable("account") String account,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return act(member, account, Way.END, reason, model, response, next);
    }

    @Needs(Right.MANAGE_USERS)
    @PostMapping("/users/account/{account}/stop")
    String stop(
            @PathVariable("account") String account,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return act(member, account, Way.STOP, reason, model, response, next);
    }

    @Needs(Right.MANAGE_USERS)
    @PostMapping("/users/account/{account}/reset")
    String reset(
            @PathVariable("account") String account,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return act(member, account, Way.RESET, reason, model, response, next);
    }

    private String act(
            Member member,
            String account,
            Way way,
            String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        UsersScreens.known(users, member, account);
        var problems = new Problems();
        var number = NumberInText.in(reason);
        if (reason.isBlank() || reason.length() > LONGEST_REASON || number) {
            problems.add("reason", labels.of("roster.wrong.reason"));
            response.setStatus(Pages.UNPROCESSABLE);
            return page(member, model, account, way, number ? null : reason, problems);
        }
        try {
            switch (way) {
                case END -> users.prepareEnd(member, account, reason.strip());
                case STOP -> users.stop(member, account, reason.strip());
                case RESET -> users.reset(member, account, reason.strip());
            }
        } catch (AccessRefused refused) {
            pages.refuse(model, response, refused);
            return page(member, model, account, way, reason, problems);
        }
        Notice.done(next, labels.of("roster." + way.word + ".done", account));
        return "redirect:/users/account/" + account;
    }

    private String page(Member member, Model model, String id, Way way, @Nullable String reason, Problems problems) {
        var account = UsersScreens.known(users, member, id);
        var crumbs = new ArrayList<>(pages.under(id));
        model.addAttribute("account", account.id());
        model.addAttribute("facts", sheets.who(account));
        model.addAttribute("title", labels.of("roster." + way.word + ".title"));
        model.addAttribute("screen", way.screen);
        model.addAttribute(
                "happens", List.of(labels.of("roster." + way.word + ".text").split("\n", -1)));
        model.addAttribute("act", labels.of("roster." + way.word + ".do"));
        model.addAttribute("action", "/users/account/" + id + "/" + way.word);
        model.addAttribute("typed", reason);
        model.addAttribute("problems", problems);
        model.addAttribute("crumbs", crumbs);
        return "roster/end";
    }
}
