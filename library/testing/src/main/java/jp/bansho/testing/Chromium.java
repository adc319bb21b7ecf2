package jp.bansho.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// The machine's own Chromium, headless and with a profile folder of its own.
final class Chromium {

    private static final String MISSING =
            "Chromium or its driver is missing; install the packages chromium chromium-driver fonts-noto-cjk"
                    + " fonts-ipafont-gothic / Chromium またはそのドライバがありません。"
                    + "パッケージ chromium chromium-driver fonts-noto-cjk fonts-ipafont-gothic を導入してください";

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox", // as root, as in a container, there is none
            "--disable-dev-shm-usage", // a container's /dev/shm is too small for it
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-proxy-server",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1", // nothing from outside
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            "--lang=ja",
            "--accept-lang=ja");

    /// They warn that Selenium has no classes for this version of the debugging protocol; none is needed.
    private static final List<Logger> SILENT = Stream.of(
                    "org.openqa.selenium.devtools.CdpVersionFinder", "org.openqa.selenium.chromium.ChromiumDriver")
            .map(Logger::getLogger)
            .toList();

    private Chromium() {}

    /// @param path    folders to look in, as in the environment variable `PATH`
    /// @param trusted the only certificate besides the system's that is taken as good; null to take any
    static ChromeDriver start(String path, Path profile, @Nullable Certificate trusted) {
        SILENT.forEach(logger -> logger.setLevel(Level.SEVERE));
        var arguments = new ArrayList<>(ARGUMENTS);
        arguments.add("--user-data-dir=" + profile);
        if (trusted != null) {
            arguments.add("--ignore-certificate-errors-spki-list=" + fingerprint(trusted));
        }
        var options = new ChromeOptions();
        options.setBinary(program("chromium", path).toFile());
        options.addArguments(arguments);
        options.setAcceptInsecureCerts(trusted == null);
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
        options.setScriptTimeout(Duration.ofSeconds(60));
        options.setPageLoadTimeout(Duration.ofSeconds(60));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver", path).toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    private static Path program(String name, String path) {
        for (var folder : path.split(":", -1)) {
            var program = Path.of(folder, name);
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                return program;
            }
        }
        throw new IllegalStateException(MISSING);
    }

    /// SHA-256 of the public key as the certificate has it (SubjectPublicKeyInfo), in Base64.
    private static String fingerprint(Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder()
                    .encodeToString(digest.digest(certificate.getPublicKey().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }

    static Path newProfile() {
        try {
            return Files.createTempDirectory("bansho-browser");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the browser's profile", e);
        }
    }

    /// Removes the profile; a file that the ending browser removed first is no matter.
    static void delete(Path profile) {
        try {
            if (Files.isDirectory(profile, LinkOption.NOFOLLOW_LINKS)) {
                try (var inside = Files.newDirectoryStream(profile)) {
                    inside.forEach(Chromium::delete);
                }
            }
            Files.deleteIfExists(profile);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("the browser's profile could not be removed", e);
        }
    }
}
