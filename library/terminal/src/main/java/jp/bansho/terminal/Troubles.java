package jp.bansho.terminal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.bansho.access.AccessRefused;
import jp.bansho.machine.Refused;
import jp.bansho.seal.KeysRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Turns refusals into a page that says what is wrong and what to do. What goes to the log is the kind of
/// the trouble and its place, never a message that may quote data.
@ControllerAdvice
@ConditionalOnWebApplication
public class Troubles {

    private final Texts texts;
    private final FrameModel frames;

    Troubles(Texts texts, FrameModel frames) {
        this.texts = texts;
        this.frames = frames;
    }

    @ExceptionHandler
    String refused(AccessRefused refused, HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(
                request,
                response,
                model,
                HttpServletResponse.SC_CONFLICT,
                texts.japanese() ? refused.japanese() : refused.english());
    }

    @ExceptionHandler
    String refused(Refused refused, HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(
                request,
                response,
                model,
                HttpServletResponse.SC_CONFLICT,
                texts.japanese() ? refused.japanese() : refused.english());
    }

    /// While the key device is away nothing that needs a key is served; everything else is.
    @ExceptionHandler
    String refused(KeysRefused refused, HttpServletRequest request, HttpServletResponse response, Model model)
            throws Exception {
        if (!refused.isOfTheDevice()) {
            return broken(refused, request, response, model);
        }
        response.setHeader("Retry-After", "60");
        return page(
                request,
                response,
                model,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                texts.japanese() ? refused.japanese() : refused.english());
    }

    @ExceptionHandler
    String broken(RuntimeException broken, HttpServletRequest request, HttpServletResponse response, Model model)
            throws Exception {
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
        return page(request, response, model, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, null);
    }

    /// The page of a refusal, for a machine's own advice on refusals of its own kind, which stands before this one.
    ///
    /// @param refusal the reason in the reader's language; null if there is none to tell
    public String page(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            int status,
            @Nullable String refusal) {
        response.setStatus(status);
        model.addAttribute("status", status);
        model.addAttribute("refusal", refusal);
        model.addAttribute("frame", frames.frame(request, LocaleContextHolder.getLocale()));
        return "error";
    }
}
