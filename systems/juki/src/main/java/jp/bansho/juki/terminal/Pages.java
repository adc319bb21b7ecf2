package jp.bansho.juki.terminal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import jp.bansho.access.AccessRefused;
import jp.bansho.juki.inquiry.InquiryRefused;
import jp.bansho.machine.Refused;
import jp.bansho.terminal.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// What the screens of this machine share.
final class Pages {

    private static final int UNPROCESSABLE = 422;

    private Pages() {}

    /// The reason of a refusal in the reader's language.
    static String words(Texts texts, Refused refused) {
        return texts.japanese() ? refused.japanese() : refused.english();
    }

    /// The same.
    static String words(Texts texts, AccessRefused refused) {
        return texts.japanese() ? refused.japanese() : refused.english();
    }

    /// A form comes back with what is wrong.
    static void wrong(HttpServletResponse response) {
        response.setStatus(UNPROCESSABLE);
    }

    /// What an address names, or the page that says there is none.
    static <T> T found(Supplier<T> look) {
        try {
            return look.get();
        } catch (InquiryRefused e) {
            throw nothing();
        }
    }

    /// There is no such page.
    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
