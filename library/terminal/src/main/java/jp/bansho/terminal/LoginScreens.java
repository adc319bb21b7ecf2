package jp.bansho.terminal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.Locale;
import jp.bansho.access.Member;
import jp.bansho.access.session.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The door's screens: ID, passkey, first login with a temporary password, enrolment, lock, going out, the
/// language.
@Controller
class LoginScreens {

    private final Doorway doorway;
    private final VisitBook visits;
    private final Texts texts;
    private final LocaleResolver locales;

    LoginScreens(Doorway doorway, VisitBook visits, Texts texts, LocaleResolver locales) {
        this.doorway = doorway;
        this.visits = visits;
        this.texts = texts;
        this.locales = locales;
    }

    @Open
    @GetMapping("/login")
    String login(@RequestParam(defaultValue = "") String over, HttpServletRequest request, Model model) {
        request.getSession();
        if (!over.isEmpty()) {
            model.addAttribute("notice", new Notice("info", texts.of("terminal.over." + known(over))));
        }
        return "terminal/login";
    }

    @Open
    @PostMapping("/login")
    String id(@RequestParam String id, HttpServletRequest request, Model model) {
        var account = tidy(id);
        if (account.isEmpty()) {
            var problems = new Problems();
            problems.add("id", texts.of("terminal.id.missing"));
            model.addAttribute("problems", problems);
            return "terminal/login";
        }
        return passkeyPage(request, model, account);
    }

    @Open
    @PostMapping("/login/passkey")
    String passkey(@RequestParam String id, @RequestParam String credential, HttpServletRequest request, Model model) {
        var account = tidy(id);
        var refused = doorway.login(request, account, credential);
        if (refused.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("notice", new Notice("error", texts.of(refused.get())));
        return passkeyPage(request, model, account);
    }

    private String passkeyPage(HttpServletRequest request, Model model, String account) {
        model.addAttribute("account", account);
        model.addAttribute("options", doorway.loginOptions(request, account));
        return "terminal/passkey";
    }

    @Open
    @GetMapping("/first")
    String first(HttpServletRequest request) {
        request.getSession();
        return "terminal/first";
    }

    @Open
    @PostMapping("/first")
    String knock(@RequestParam String id, @RequestParam String password, HttpServletRequest request, Model model) {
        var refused = doorway.first(request, tidy(id), password);
        if (refused.isEmpty()) {
            return "redirect:/enrol";
        }
        model.addAttribute("notice", new Notice("error", texts.of(refused.get())));
        return "terminal/first";
    }

    @Open
    @GetMapping("/enrol")
    String enrol(HttpServletRequest request, Model model) {
        var account = doorway.enrolling(request);
        if (account.isEmpty()) {
            return "redirect:/first";
        }
        model.addAttribute("account", account.get());
        model.addAttribute("options", doorway.enrolOptions(request, account.get()));
        return "terminal/enrol";
    }

    @Open
    @PostMapping("/enrol")
    String enrolled(@RequestParam String credential, HttpServletRequest request, Model model, RedirectAttributes next) {
        var account = doorway.enrolling(request);
        if (account.isEmpty()) {
            return "redirect:/first";
        }
        var refused = doorway.enrol(request, account.get(), credential);
        if (refused.isEmpty()) {
            Notice.done(next, texts.of("terminal.enrolled"));
            return "redirect:/login";
        }
        model.addAttribute("notice", new Notice("error", texts.of(refused.get())));
        return enrol(request, model);
    }

    @Everybody(whileLocked = true)
    @GetMapping("/lock")
    String locked(Visit visit, HttpServletRequest request, Model model) {
        if (!visit.locked()) {
            visits.lock(visit, "asked");
        }
        return lockPage(request, model, visit.member());
    }

    @Everybody(whileLocked = true)
    @PostMapping("/unlock")
    String unlock(Visit visit, @RequestParam String credential, HttpServletRequest request, Model model) {
        var refused = doorway.unlock(request, visit, credential);
        if (refused.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("notice", new Notice("error", texts.of(refused.get())));
        return lockPage(request, model, visit.member());
    }

    private String lockPage(HttpServletRequest request, Model model, Member member) {
        model.addAttribute("account", member.account());
        model.addAttribute("options", doorway.unlockOptions(request, member));
        return "terminal/lock";
    }

    @Everybody(whileLocked = true)
    @PostMapping("/logout")
    String logout(Visit visit, HttpServletRequest request) {
        visits.leave(request, visit);
        return "redirect:/login?over=logout";
    }

    @Everybody
    @PostMapping("/session/extend")
    void extend(Visit visit, HttpServletResponse response) {
        visits.touch(visit);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Open
    @PostMapping("/language")
    String language(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, language.equals("en") ? Locale.ENGLISH : Locale.JAPANESE);
        return "redirect:" + (back.matches("/[A-Za-z0-9/-]*") && !back.startsWith("//") ? back : "/");
    }

    private static String known(String over) {
        return switch (over) {
            case "replaced", "idle", "terminal", "logout" -> over;
            case String _ -> "idle";
        };
    }

    /// What people type from paper: any width, any case, stray spaces.
    private static String tidy(String id) {
        var plain = Normalizer.normalize(id, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return plain.matches("[a-z][a-z0-9.-]{2,31}") ? plain : "";
    }
}
