package jp.bansho.bench.measure;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// One HTTPS connection of one terminal, kept alive as a browser keeps it; opened again when the server has closed it.
/// As small as possible, because the processor it uses is the server's too.
final class Line implements AutoCloseable {

    private static final int PATIENCE = 60_000;

    private final SSLContext security;
    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private int opened;

    Line(SSLContext security, int port) {
        this.security = security;
        this.port = port;
    }

    /// What came back, and how long it took from sending the request to the last byte of the answer; opening the
    /// connection is part of it where the server had closed the last one.
    record Answer(int status, Map<String, String> headers, String page, int bytes, long nanoseconds) {
        String location() {
            return headers.getOrDefault("location", "");
        }
    }

    /// How often the connection was opened.
    int opened() {
        return opened;
    }

    /// Sends a request and reads the whole answer.
    ///
    /// @param form fields of a form, encoded; null asks for a page
    Answer ask(String path, String cookie, @Nullable String form) throws IOException {
        var request = request(path, cookie, form).getBytes(StandardCharsets.UTF_8);
        var began = System.nanoTime();
        if (socket == null) {
            open();
        }
        var out = Objects.requireNonNull(socket).getOutputStream();
        out.write(request);
        out.flush();
        var from = Objects.requireNonNull(in);
        var status = Integer.parseInt(readLine(from).split(" ", 3)[1]);
        var headers = headers(from);
        var body = body(from, headers);
        if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        var took = System.nanoTime() - began;
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8), body.length, took);
    }

    private String request(String path, String cookie, @Nullable String form) {
        var head = "%s %s HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/html\r\nAccept-Language: ja\r\n%s"
                .formatted(
                        form == null ? "GET" : "POST",
                        path,
                        port,
                        cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n");
        return form == null
                ? head + "\r\n"
                : head + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\n\r\n" + form;
    }

    private void open() throws IOException {
        var fresh = security.getSocketFactory().createSocket("localhost", port);
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(PATIENCE);
        socket = fresh;
        in = new BufferedInputStream(fresh.getInputStream(), 32_768);
        opened++;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        for (var line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        var all = new ByteArrayOutputStream(16_384);
        for (var size = chunk(in); size > 0; size = chunk(in)) {
            all.writeBytes(exactly(in, size));
            readLine(in);
        }
        readLine(in);
        return all.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(readLine(in).strip(), 16);
    }

    private static byte[] exactly(InputStream in, int size) throws IOException {
        var bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the server hung up");
        }
        return bytes;
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder(80);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /// Hangs up.
    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
