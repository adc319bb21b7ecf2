package jp.bansho.terminal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import jp.bansho.machine.Home;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets a watching machine in by its token (S5): the file holds `token-sha256`, the hash of it, and only its owner may
/// read the file. Tokens are compared in constant time; whoever guesses is slowed down.
@Component
class MachineTokens {

    private static final int PLACES = 1_000;
    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST = 32;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Home home;
    private final Brake brake;

    MachineTokens(Home home, InstantSource clock) {
        this.home = home;
        this.brake = new Brake(clock, PLACES);
    }

    /// Whether the request shows the token; answers it otherwise.
    boolean admits(String word, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var wanted = hash(home.folder().resolve(word + ".properties"));
        if (wanted == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        var place = request.getRemoteAddr();
        if (brake.holds(place)) {
            response.sendError(429);
            return false;
        }
        var header = request.getHeader("Authorization");
        var token = header != null && header.startsWith(SCHEME)
                ? header.substring(SCHEME.length()).strip()
                : "";
        if (token.length() >= SHORTEST && MessageDigest.isEqual(wanted, sha256(token))) {
            brake.passed(place);
            return true;
        }
        brake.failed(place);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        return false;
    }

    /// Null if there is no file, or others may read it, or it holds no hash.
    private static byte @Nullable [] hash(Path file) throws IOException {
        if (!Files.exists(file) || Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            return null;
        }
        var text = Home.load(file).getProperty("token-sha256", "").strip();
        return text.matches("[0-9a-f]{64}") ? bytes(text) : null;
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }

    private static byte[] sha256(String token) {
        try {
            var bytes = token.getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            Arrays.fill(bytes, (byte) 0);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
