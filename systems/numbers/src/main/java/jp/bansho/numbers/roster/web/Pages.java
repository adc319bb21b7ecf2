package jp.bansho.numbers.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the pages of this desk have in common.
@Component
class Pages {

    /// A form that cannot be taken as it is.
    static final int UNPROCESSABLE = 422;

    private final Labels labels;

    Pages(Labels labels) {
        this.labels = labels;
    }

    /// Entry, confirmation, done.
    List<String> steps() {
        return List.of(labels.of("roster.step.entry"), labels.of("roster.step.check"), labels.of("roster.step.done"));
    }

    /// The page that asks before anything is done.
    String confirm(Model model, Confirmation ask) {
        model.addAttribute("ask", ask);
        model.addAttribute("crumbs", List.of());
        return "roster/confirm";
    }

    /// Shows why the desk refused what a form asked for.
    void refuse(Model model, HttpServletResponse response, AccessRefused refused) {
        response.setStatus(UNPROCESSABLE);
        model.addAttribute("notice", new Notice("error", labels.refusal(refused)));
    }

    List<Crumb> underUsers() {
        return List.of(new Crumb("/users", labels.of("roster.users.title")));
    }

    List<Crumb> under(String account) {
        return List.of(
                new Crumb("/users", labels.of("roster.users.title")), new Crumb("/users/account/" + account, account));
    }
}
