package jp.bansho.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Reads the tab-separated tables of this library: one row a line, `#` begins a remark.
public final class Tables {

    private Tables() {}

    static List<List<String>> rows(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("the table " + name + " is missing"));
    }

    /// The rows of a table; empty if there is none of that name.
    public static Optional<List<List<String>>> find(String name) {
        try (var in = Tables.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                return Optional.empty();
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + name + " cannot be read", e);
        }
    }
}
