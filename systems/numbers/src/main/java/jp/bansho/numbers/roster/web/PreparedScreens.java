package jp.bansho.numbers.roster.web;

import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.staff.Users;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-0504: what waits for the nightly batch, and what became of it.
@Controller
class PreparedScreens {

    private static final int MOST = 200;

    private final Users users;
    private final PreparedSheets sheets;
    private final Rights rights;
    private final Labels labels;

    PreparedScreens(Users users, PreparedSheets sheets, Rights rights, Labels labels) {
        this.users = users;
        this.sheets = sheets;
        this.rights = rights;
        this.labels = labels;
    }

    @Needs(Right.SEE_USERS)
    @GetMapping("/users/prepared")
    String list(Member member, Model model) {
        model.addAttribute(
                "rows",
                users.preparations(member, MOST).stream()
                        .map(preparation -> sheets.row(member, preparation))
                        .toList());
        model.addAttribute("manages", rights.allows(member, Right.MANAGE_USERS));
        model.addAttribute("crumbs", List.of(new Crumb("/users", labels.of("roster.users.title"))));
        return "roster/prepared";
    }

    @Needs(Right.MANAGE_USERS)
    @PostMapping("/users/prepared/{id}/withdraw")
    String withdraw(@PathVariable("id") long id, Member member, RedirectAttributes next) {
        if (users.withdraw(member, id)) {
            Notice.done(next, labels.of("roster.prepared.withdrawn"));
        } else {
            Notice.refused(next, labels.of("roster.prepared.too-late"));
        }
        return "redirect:/users/prepared";
    }
}
