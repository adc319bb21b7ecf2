package jp.bansho.characters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The table `characters/variants.tsv`, read once.
final class Variants {

    static final Variants TABLE = read();

    private final String version;
    private final List<Variant> rows;
    private final List<String> places;
    private final Map<Integer, Variant> byForm;

    private Variants(String version, List<Variant> rows, List<String> places) {
        this.places = places;
        this.version = version;
        this.rows = rows;
        this.byForm = rows.stream().collect(Collectors.toMap(row -> row.from().codePointAt(0), Function.identity()));
    }

    String version() {
        return version;
    }

    List<Variant> rows() {
        return rows;
    }

    /// The place name that begins there, whose old forms stay; empty if there is none.
    String placeAt(String text, int at) {
        return places.stream()
                .filter(place -> text.startsWith(place, at))
                .findFirst()
                .orElse("");
    }

    @Nullable
    Variant find(int codePoint) {
        return byForm.get(codePoint);
    }

    private static Variants read() {
        var lines = lines().stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
        var version = lines.getFirst().get(1);
        return new Variants(
                version,
                lines.stream()
                        .skip(1)
                        .filter(row -> row.size() == 5)
                        .map(row -> new Variant(row.get(0), row.get(2), row.get(4)))
                        .toList(),
                lines.stream()
                        .filter(row -> row.getFirst().equals("place"))
                        .map(row -> row.get(1))
                        .toList());
    }

    private static List<String> lines() {
        try (var in = Variants.class.getResourceAsStream("/characters/variants.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the table of variants is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the table of variants cannot be read", e);
        }
    }
}
