package jp.bansho.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// A terminal without a browser: sends requests over TLS, keeps the cookie, carries the CSRF token of the last page.
final class Line implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient client;
    private final String origin;
    private String token = "";

    Line(int port) {
        origin = "https://localhost:" + port;
        client = HttpClient.newBuilder()
                .sslContext(AnyCertificate.context())
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// What came back.
    ///
    /// @param location where it leads, without the server; empty if nowhere
    record Answer(int status, String location, String page) {

        /// What the pattern's group holds on the page; empty if it is not there.
        String found(Pattern pattern) {
            var found = pattern.matcher(page);
            return found.find() ? found.group(1).replace("&quot;", "\"").replace("&amp;", "&") : "";
        }
    }

    Answer get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).GET());
    }

    /// Sends a form with the token of the last page; name, value, name, value …
    Answer post(String path, String... fields) throws IOException {
        var pairs = new ArrayList<String>();
        pairs.add("_csrf=" + encoded(token));
        for (var i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var response = client.send(
                    request.header("Accept", "text/html").timeout(LONGEST).build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
            var carried = TOKEN.matcher(response.body());
            if (carried.find()) {
                token = carried.group(1);
            }
            var location = response.headers().firstValue("Location").orElse("");
            return new Answer(
                    response.statusCode(),
                    location.startsWith(origin) ? location.substring(origin.length()) : location,
                    response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
