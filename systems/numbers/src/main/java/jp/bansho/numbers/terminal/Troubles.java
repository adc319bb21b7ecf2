package jp.bansho.numbers.terminal;

import jakarta.servlet.http.HttpServletResponse;
import jp.bansho.access.AccessRefused;
import jp.bansho.numbers.staff.StaffRefused;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Turns refusals into a page that says what is wrong and what to do. What goes to the log is the kind of
/// the trouble and its place, never a message that may quote data.
@ControllerAdvice
@ConditionalOnWebApplication
class Troubles {

    private final Texts texts;

    Troubles(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    String refused(AccessRefused refused, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("sentence", texts.japanese() ? refused.japanese() : refused.english());
        return "refused";
    }

    @ExceptionHandler
    String refused(StaffRefused refused, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("sentence", String.valueOf(refused.getMessage()));
        return "refused";
    }

    @ExceptionHandler
    String broken(RuntimeException broken, HttpServletResponse response) throws Exception {
        if (broken.getClass().getName().startsWith("org.springframework.web")) {
            throw broken;
        }
        var trace = new StringBuilder();
        for (Throwable step = broken; step != null; step = step.getCause()) {
            trace.append(step.getClass().getName());
            for (var frame : step.getStackTrace()) {
                trace.append("\n    at ").append(frame);
            }
            trace.append('\n');
        }
        LoggerFactory.getLogger(Troubles.class).warn("{}", trace);
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        return "broken";
    }
}
