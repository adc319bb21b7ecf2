package jp.bansho.terminal;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import jp.bansho.access.passkey.Relying;
import jp.bansho.machine.Home;

/// How the terminals are served, from `terminal.properties` in the home folder; every key has a default.
///
/// @param host    name under which browsers reach the server; passkeys are bound to it
/// @param address network address to listen on
/// @param idle    after this much time without a request the screen locks
/// @param locked  after this much time more the session ends
/// @param longest no session lasts longer, however busy
public record TerminalSettings(
        String host, String address, int port, Duration idle, Duration locked, Duration longest) {

    /// The settings of that home.
    public static TerminalSettings of(Home home) {
        var properties = Files.exists(home.terminal()) ? Home.load(home.terminal()) : new Properties();
        return new TerminalSettings(
                properties.getProperty("host", "localhost"),
                properties.getProperty("address", "127.0.0.1"),
                Integer.parseInt(properties.getProperty("port", "8443")),
                minutes(properties, "idle-minutes", 10),
                minutes(properties, "locked-minutes", 30),
                minutes(properties, "longest-minutes", 600));
    }

    /// The same settings on another port; 0 lets the system choose.
    public TerminalSettings onPort(int other) {
        return new TerminalSettings(host, address, other, idle, locked, longest);
    }

    /// What passkeys are bound to on that port.
    public Relying relying(int actualPort) {
        return new Relying(host, Set.of("https://" + host + (actualPort == 443 ? "" : ":" + actualPort)));
    }

    private static Duration minutes(Properties properties, String key, int otherwise) {
        return Duration.ofMinutes(Long.parseLong(properties.getProperty(key, String.valueOf(otherwise))));
    }
}
