package jp.bansho.jlis.line;

import java.nio.file.Files;
import java.util.Properties;
import jp.bansho.machine.Home;

/// How the line is served, from `line.properties` in the home folder; every key has a default.
///
/// @param address  network address to listen on
/// @param keepDays how long answers are kept to be given again
public record LineSettings(String address, int port, int keepDays) {

    /// The settings of that home.
    public static LineSettings of(Home home) {
        var file = home.folder().resolve("line.properties");
        var properties = Files.exists(file) ? Home.load(file) : new Properties();
        return new LineSettings(
                properties.getProperty("address", "127.0.0.1").strip(),
                Integer.parseInt(properties.getProperty("port", "8444").strip()),
                Integer.parseInt(properties.getProperty("keep-days", "14").strip()));
    }

    /// The same settings on another port; 0 lets the system choose.
    public LineSettings onPort(int other) {
        return new LineSettings(address, other, keepDays);
    }
}
