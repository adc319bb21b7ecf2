package jp.bansho.numbers.roster.web;

import java.time.Clock;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.account.Account;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Users;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Paper;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-0505: the slips 仮パスワード通知書 that wait, and the slip itself, which comes into being when it is opened and is
/// shown in that one answer (A3). Sent again, the form shows nothing.
@Controller
class SlipScreens {

    private final Users users;
    private final UserSheets sheets;
    private final Organisations organisations;
    private final Pages pages;
    private final Labels labels;
    private final Dates dates;
    private final Clock clock;

    SlipScreens(
            Users users,
            UserSheets sheets,
            Organisations organisations,
            Pages pages,
            Labels labels,
            Dates dates,
            Clock clock) {
        this.users = users;
        this.sheets = sheets;
        this.organisations = organisations;
        this.pages = pages;
        this.labels = labels;
        this.dates = dates;
        this.clock = clock;
    }

    /// A line of the list.
    record Row(String account, String name, String role, String usableFrom, Chip slip, boolean opens, boolean own) {

        /// Without the name: it may end up in a log.
        @Override
        public String toString() {
            return "Row[" + account + "]";
        }
    }

    @Needs(Right.MANAGE_USERS)
    @GetMapping("/users/slips")
    String list(Member member, Model model) {
        model.addAttribute(
                "rows",
                users.of(member).stream()
                        .filter(account -> account.state().equals("active")
                                && !account.slip().equals("none"))
                        .map(account -> row(member, account))
                        .toList());
        model.addAttribute("crumbs", pages.underUsers());
        return "roster/slips";
    }

    @Needs(Right.MANAGE_USERS)
    @PostMapping("/users/account/{account}/slip")
    String open(@PathVariable("account") String id, Member member, Model model, RedirectAttributes next) {
        var account = UsersScreens.known(users, member, id);
        try {
            var slip = users.openSlip(member, id);
            model.addAttribute("slip", slip);
            model.addAttribute("expires", dates.day(slip.expiresOn()));
            model.addAttribute("from", List.of(organisation(member), labels.role(member.role()) + " " + member.name()));
            model.addAttribute(
                    "paper",
                    new Paper(
                            labels.of("roster.slip.form"),
                            null,
                            dates.day(users.today()),
                            member.account(),
                            dates.paper(clock.instant()),
                            "/users/slips"));
            return "roster/slip";
        } catch (AccessRefused refused) {
            Notice.refused(next, account.id() + labels.either("：", ": ") + labels.refusal(refused));
            return "redirect:/users/slips";
        }
    }

    private Row row(Member member, Account account) {
        return new Row(
                account.id(),
                account.name(),
                labels.role(account.role()),
                dates.day(account.slipUsableFrom()),
                sheets.slip(account),
                UserSheets.opensFor(member, account, users.today()),
                account.person() == member.person());
    }

    private String organisation(Member member) {
        return organisations.name(member.organisation(), labels.japanese());
    }
}
