package jp.bansho.numbers.roster.web;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.bansho.terminal.Problems;
import org.jspecify.annotations.Nullable;

/// An application as it was typed.
record ApplyForm(
        @Nullable String kind,
        @Nullable String purpose,
        @Nullable String caseReference,
        @Nullable String reason,
        @Nullable String payload) {

    private static final int LINE = 100;
    private static final int PROSE = 2_000;
    private static final int PAYLOAD = 20_000;

    /// Notes what is missing or too long; the desk checks the rest.
    void check(Problems problems, Labels labels) {
        text(problems, labels, "kind", kind, LINE);
        text(problems, labels, "purpose", purpose, LINE);
        text(problems, labels, "caseReference", caseReference, LINE);
        text(problems, labels, "reason", reason, PROSE);
        text(problems, labels, "payload", payload, PAYLOAD);
    }

    private static void text(Problems problems, Labels labels, String field, @Nullable String typed, int longest) {
        var text = NewUserForm.text(typed);
        if (text.isEmpty() || text.length() > longest) {
            problems.add(field, labels.of("roster.apply.wrong." + field));
        }
    }

    /// The content as it will be hashed: lines end as they do everywhere here.
    String content() {
        return NewUserForm.text(payload).replace("\r\n", "\n");
    }

    /// The typed content, to be sent again.
    Map<String, String> hidden() {
        var all = new LinkedHashMap<String, String>();
        all.put("kind", NewUserForm.text(kind));
        all.put("purpose", NewUserForm.text(purpose));
        all.put("caseReference", NewUserForm.text(caseReference));
        all.put("reason", NewUserForm.text(reason));
        all.put("payload", content());
        return all;
    }
}
