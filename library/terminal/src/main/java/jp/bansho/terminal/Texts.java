package jp.bansho.terminal;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The texts of the screens in the language of the request.
@Component
public class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /// The text of that key.
    public String of(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    /// One of two sentences, by the language of the request.
    public String of(Pair pair) {
        return japanese() ? pair.japanese() : pair.english();
    }

    /// True if the request wants Japanese.
    public boolean japanese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("ja");
    }

    /// A sentence in both languages.
    public record Pair(String japanese, String english) {}
}
