package jp.bansho.bench.measure;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.bansho.bench.measure.Line.Answer;
import jp.bansho.testing.SoftAuthenticator;

/// A clerk of the pension department at a terminal: a session of the own, a passkey, one connection.
final class Clerk implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final String CASE = "R8-0001";
    private static final String ROW = "P-03";

    private final Line line;
    private final Answers answers;
    private String cookie = "";
    private String token = "";
    private String once = "";
    private String place = "";

    Clerk(Line line, Answers answers) {
        this.line = line;
        this.answers = answers;
    }

    /// Somebody to look for.
    record Whom(long subject, String userNumber) {
        String path() {
            return "/people/" + Site.MEASURED + "/" + subject;
        }
    }

    /// The first login with the slip, the passkey, and coming in with it.
    void comeIn(String account, String password, SoftAuthenticator key) throws IOException {
        get("/first");
        post("/first", "id", account, "password", password);
        post("/enrol", "credential", key.create(found(OPTIONS, get("/enrol").page())));
        get("/login");
        var options = found(OPTIONS, post("/login", "id", account).page());
        var in = post("/login/passkey", "id", account, "credential", key.get(options));
        if (in.status() != 302 || !in.location().endsWith("/") || get("/").status() != 200) {
            throw new IOException("a clerk could not come in: " + in.status());
        }
    }

    /// One step of a kind of work.
    void step(Work work, int turn, Whom whom) throws IOException {
        switch (work) {
            case STATIC -> seen(Kind.STATIC, get("/bench/person"), "NUM-0302");
            case PAGE -> page(whom.path());
            case SEARCH -> {
                if (turn % 2 == 0) {
                    search(whom);
                } else {
                    page(place);
                }
            }
            case REVEAL -> {
                if (turn % 2 == 0) {
                    page(whom.path());
                } else {
                    reveal();
                }
            }
        }
    }

    /// Searches by user number under a purpose; the answer leads to the one who was found.
    void search(Whom whom) throws IOException {
        var answer = post(
                "/people/find",
                "by",
                "USER_NUMBER",
                "sought",
                whom.userNumber(),
                "purpose",
                ROW,
                "caseReference",
                CASE);
        place = whom.path();
        answers.add(
                Kind.SEARCH, answer, answer.status() == 302 && answer.location().endsWith(place));
    }

    private void page(String path) throws IOException {
        var answer = get(path);
        seen(Kind.PAGE, answer, "NUM-0302");
        place = path;
        once = found(ONCE, answer.page());
    }

    private void reveal() throws IOException {
        var answer = post(place + "/number", "once", once, "purpose", ROW, "caseReference", CASE);
        seen(Kind.REVEAL, answer, "NUM-0303");
    }

    private void seen(Kind kind, Answer answer, String screen) {
        answers.add(kind, answer, answer.status() == 200 && answer.page().contains(">" + screen + "<"));
    }

    int connections() {
        return line.opened();
    }

    private Answer get(String path) throws IOException {
        return kept(line.ask(path, cookie, null));
    }

    private Answer post(String path, String... fields) throws IOException {
        var form = new StringBuilder("_csrf=").append(encoded(token));
        for (var i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return kept(line.ask(path, cookie, form.toString()));
    }

    private Answer kept(Answer answer) {
        var fresh = answer.headers().get("set-cookie");
        if (fresh != null) {
            cookie = fresh.split(";", 2)[0];
        }
        var carried = TOKEN.matcher(answer.page());
        if (carried.find()) {
            token = carried.group(1);
        }
        return answer;
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        return found.find() ? found.group(1).replace("&quot;", "\"").replace("&amp;", "&") : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
