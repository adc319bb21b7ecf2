package jp.bansho.terminal;

import java.io.Serializable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What the next screen says about what was just done.
///
/// @param kind `success`, `warning`, `error` or `info`
/// @param text a whole sentence in the language of the screen; never a number
public record Notice(String kind, String text) implements Serializable {

    /// Something was done.
    public static void done(RedirectAttributes next, String text) {
        next.addFlashAttribute("notice", new Notice("success", text));
    }

    /// Something was not done.
    public static void refused(RedirectAttributes next, String text) {
        next.addFlashAttribute("notice", new Notice("error", text));
    }

    /// Something to know.
    public static void info(RedirectAttributes next, String text) {
        next.addFlashAttribute("notice", new Notice("info", text));
    }
}
