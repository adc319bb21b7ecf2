package jp.bansho.numbers.roster.web;

import java.util.List;
import java.util.Objects;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.account.Account;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.staff.Users;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// NUM-0501 the users of the own organisation, NUM-0503 one of them.
@Controller
class UsersScreens {

    private static final int MOST = 200;

    private final Users users;
    private final UserSheets sheets;
    private final PreparedSheets prepared;
    private final Rights rights;
    private final Labels labels;

    UsersScreens(Users users, UserSheets sheets, PreparedSheets prepared, Rights rights, Labels labels) {
        this.users = users;
        this.sheets = sheets;
        this.prepared = prepared;
        this.rights = rights;
        this.labels = labels;
    }

    @Needs(Right.SEE_USERS)
    @GetMapping("/users")
    String list(Member member, Model model) {
        var rows = users.of(member).stream().map(sheets::row).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("manages", rights.allows(member, Right.MANAGE_USERS));
        return "roster/users";
    }

    @Needs(Right.SEE_USERS)
    @GetMapping("/users/account/{account}")
    String one(@PathVariable("account") String id, Member member, Model model) {
        var account = known(users, member, id);
        model.addAttribute("account", account.id());
        model.addAttribute("facts", sheets.facts(account));
        model.addAttribute("state", sheets.state(account));
        model.addAttribute("pointers", sheets.row(account).pointers());
        model.addAttribute("manages", rights.allows(member, Right.MANAGE_USERS));
        model.addAttribute("own", account.person() == member.person());
        model.addAttribute("active", account.state().equals("active"));
        model.addAttribute("rows", preparedFor(member, account));
        model.addAttribute("crumbs", List.of(new Crumb("/users", labels.of("roster.users.title"))));
        return "roster/user";
    }

    private List<PreparedSheets.Row> preparedFor(Member member, Account account) {
        return users.preparations(member, MOST).stream()
                .filter(preparation -> Objects.equals(preparation.account(), account.id())
                        || Objects.equals(preparation.outcome(), account.id()))
                .map(preparation -> prepared.row(member, preparation))
                .toList();
    }

    /// The account; to whoever is of another organisation it does not exist.
    static Account known(Users users, Member member, String id) {
        try {
            return users.one(member, id);
        } catch (AccessRefused unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @Bean
    static Place usersPlace() {
        return new Place(50, "/users", "roster.users.link", Right.SEE_USERS);
    }

    @Bean
    static Place matrixPlace() {
        return new Place(55, "/rights", "roster.matrix.link", Right.SEE_RIGHTS);
    }
}
