package jp.bansho.pension.slips;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import jp.bansho.machine.Home;

/// Who pays (提出義務者), as it stands on every slip; from `payer.properties` in the home folder.
///
/// @param reference       整理番号1, ten digits or empty
/// @param corporateNumber 法人番号, 13 digits
/// @param designated      指定番号 by municipality; none on slips, which go to the tax office
record Payer(
        String reference,
        String address,
        String name,
        String telephone,
        String corporateNumber,
        DesignatedNumbers designated) {

    static final String FILE = "payer.properties";

    /// Reads the file, and for reports the numbers that municipalities gave.
    ///
    /// @throws SlipsRefused if it is missing or does not say who pays, or if a number is wrong
    static Payer read(Path home, TaxFile file) {
        try {
            var properties = Home.load(home.resolve(FILE));
            var payer = new Payer(
                    text(properties, "reference"),
                    text(properties, "address"),
                    text(properties, "name"),
                    text(properties, "telephone"),
                    text(properties, "corporate-number"),
                    switch (file) {
                        case SLIPS -> DesignatedNumbers.NONE;
                        case REPORTS -> DesignatedNumbers.read(home);
                    });
            if (payer.address.isEmpty() || payer.name.isEmpty()) {
                throw SlipsRefused.payer();
            }
            return payer;
        } catch (UncheckedIOException e) {
            throw SlipsRefused.payer();
        }
    }

    private static String text(Properties properties, String key) {
        return properties.getProperty(key, "").strip();
    }
}
