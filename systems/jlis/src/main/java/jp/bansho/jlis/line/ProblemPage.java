package jp.bansho.jlis.line;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import jp.bansho.jlis.inquiry.Problem;
import jp.bansho.layout.Violation;

/// A problem as `application/problem+json` (RFC 9457): its word as `type`, places as lines and columns, no content.
final class ProblemPage {

    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemPage() {}

    static byte[] body(Problem problem, List<Violation> places) {
        var wrong = places.stream()
                .map(each -> """
                        {"line":%d,"column":%d,"rule":"%s"}""".formatted(each.line(), each.column(), each.rule()))
                .collect(Collectors.joining(","));
        return """
                {"type":"%s","status":%d,"title":"%s","detail":"%s","places":[%s]}
                """.formatted(problem.word(), problem.status(), problem.english(), problem.japanese(), wrong)
                .getBytes(StandardCharsets.UTF_8);
    }

    static void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(body(problem, List.of()));
    }
}
