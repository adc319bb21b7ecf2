package jp.bansho.numbers.inspection.web;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.staff.PurposeRow;
import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.numbers.staff.Role;
import jp.bansho.terminal.Option;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// What stands in a record as one word, said in the reader's language. Templates know it as `@recordWords`. A word
/// that has no text is shown as it is, never left out.
@Component("recordWords")
public class Words {

    private static final String EVENT = "event.";

    private final MessageSource messages;
    private final PurposeTable purposes;

    Words(MessageSource messages, PurposeTable purposes) {
        this.messages = messages;
        this.purposes = purposes;
    }

    /// What an event is called.
    public String event(String name) {
        return text(EVENT + name, name);
    }

    /// What a detail of an event is called.
    public String detail(String key) {
        return text("detail." + key, key);
    }

    /// What a detail says; words that have a text are said in the reader's language.
    public String value(String key, String value) {
        return switch (value) {
            case "" -> "―";
            case "true", "false" -> text("value." + value, value);
            default -> key.equals("what") ? event(value) : role(value);
        };
    }

    /// What a role is called.
    public String role(String word) {
        var japanese = LocaleContextHolder.getLocale().getLanguage().equals("ja");
        return AccountRole.of(word)
                .map(role -> japanese ? role.japanese() : role.english())
                .orElseGet(() ->
                        Stream.of(Role.values()).anyMatch(role -> role.word().equals(word)) || word.equals("none")
                                ? text("inspection.role." + word, word)
                                : word);
    }

    /// The purpose of a record: row and office work.
    public String purpose(String stamp) {
        var row = stamp.split(":", 2)[0];
        return purposes.rows().stream()
                .filter(known -> known.id().equals(row))
                .map(Words::purpose)
                .findFirst()
                .orElse(stamp);
    }

    /// The events to choose from.
    List<Option> events() {
        return ResourceBundle.getBundle("messages.inspection", Locale.JAPANESE).keySet().stream()
                .filter(key -> key.startsWith(EVENT))
                .map(key -> key.substring(EVENT.length()))
                .sorted()
                .map(name -> new Option(name, event(name) + "（" + name + "）"))
                .toList();
    }

    /// The rows of the table of purposes to choose from.
    List<Option> rows() {
        return purposes.rows().stream()
                .map(row -> new Option(row.id(), purpose(row)))
                .toList();
    }

    private static String purpose(PurposeRow row) {
        return row.id() + " " + row.work();
    }

    private String text(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }
}
