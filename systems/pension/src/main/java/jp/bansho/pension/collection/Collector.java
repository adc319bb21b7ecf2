package jp.bansho.pension.collection;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import jp.bansho.machine.Home;

/// Who collects here (特別徴収義務者): the code by which municipalities name this payer, from
/// `special-collection.properties` in the home folder.
final class Collector {

    static final String FILE = "special-collection.properties";

    private Collector() {}

    /// Reads the three digits.
    ///
    /// @throws CollectionRefused if the file is missing or does not say
    static String read(Path home) {
        try {
            var code =
                    Home.load(home.resolve(FILE)).getProperty("collector", "").strip();
            if (!code.matches("[0-9]{3}")) {
                throw CollectionRefused.collector();
            }
            return code;
        } catch (UncheckedIOException e) {
            throw CollectionRefused.collector();
        }
    }
}
