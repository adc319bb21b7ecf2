package jp.bansho.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Somebody at a terminal without a browser: sends requests, keeps the cookie, carries the CSRF token of the last page.
public final class Guest implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");

    private static final String BOUNDARY = "----bansho-test-boundary";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final String origin;
    private String token = "";
    private String page = "";

    public Guest(String origin) {
        this(origin, new KeyManager[0]);
    }

    /// Somebody at a terminal that has a certificate of its own.
    public Guest(String origin, KeyManager[] own) {
        this.origin = origin;
        this.client = HttpClient.newBuilder()
                .sslContext(anyCertificate(own))
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// What came back: status, where it leads, the page.
    public record Reply(int status, String location, String page, java.net.http.HttpHeaders headers) {}

    /// Asks for a page, following redirects within the terminal.
    public Reply get(String path) {
        var reply = send(request(origin + path).GET().build());
        for (var hops = 0; reply.status() / 100 == 3 && hops < 5; hops++) {
            reply = send(request(reply.location()).GET().build());
        }
        return reply;
    }

    /// Asks for a page and stays where a redirect would lead away.
    public Reply look(String path) {
        return send(request(origin + path).GET().build());
    }

    /// Sends a form with the token of the last page; name, value, name, value …
    public Reply post(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.add("_csrf");
        all.add(token);
        return postBare(path, all.toArray(String[]::new));
    }

    /// Sends a form without any token.
    public Reply postBare(String path, String... fields) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return send(request(origin + path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(pairs.stream().collect(Collectors.joining("&"))))
                .build());
    }

    /// Sends a form with a file, with the token of the last page.
    public Reply upload(String path, String field, String fileName, byte[] content) {
        return upload(
                path,
                BodyPublishers.concat(
                        BodyPublishers.ofString(part("_csrf", "") + token + "\r\n"
                                + part(field, "; filename=\"" + fileName + "\"\r\nContent-Type: text/csv")),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")));
    }

    /// Sends a body as a form with files.
    public Reply upload(String path, HttpRequest.BodyPublisher body) {
        return send(request(origin + path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body)
                .build());
    }

    private static String part(String field, String more) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"" + more + "\r\n\r\n";
    }

    /// First login with a temporary password, and the passkey.
    public Reply enrol(String account, String password, SoftAuthenticator authenticator) {
        get("/first");
        var reply = post("/first", "id", account, "password", password);
        if (reply.status() != 302) {
            return reply;
        }
        get("/enrol");
        return post("/enrol", "credential", authenticator.create(options()));
    }

    /// Comes in with the passkey.
    public Reply login(String account, SoftAuthenticator authenticator) {
        get("/login");
        post("/login", "id", account);
        return post("/login/passkey", "id", account, "credential", authenticator.get(options()));
    }

    /// The options for the passkey on the last page.
    public String options() {
        var found = OPTIONS.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no passkey is asked for on this page: " + page);
        }
        return found.group(1).replace("&quot;", "\"").replace("&amp;", "&");
    }

    /// The session's cookie.
    public HttpCookie cookie() {
        return cookies.getCookieStore().getCookies().getFirst();
    }

    /// Takes somebody else's cookie.
    public void take(HttpCookie stolen) {
        cookies.getCookieStore().add(URI.create(origin), stolen);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /// The last page.
    public String page() {
        return page;
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (!response.body().isEmpty()) {
                page = response.body();
            }
            var found = TOKEN.matcher(page);
            if (found.find()) {
                token = found.group(1);
            }
            return new Reply(
                    response.statusCode(),
                    response.headers()
                            .firstValue("Location")
                            .map(this::absolute)
                            .orElse(""),
                    response.body(),
                    response.headers());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String absolute(String location) {
        return location.startsWith("/") ? origin + location : location;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static SSLContext anyCertificate(KeyManager[] own) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(own.length == 0 ? null : own, new TrustManager[] {new Anybody()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
