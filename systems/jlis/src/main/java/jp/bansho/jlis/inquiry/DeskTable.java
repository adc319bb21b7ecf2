package jp.bansho.jlis.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads the tables of this desk: one line a row, tabulators between cells, `#` begins a remark.
final class DeskTable {

    private DeskTable() {}

    static List<List<String>> rows(String name) {
        try (var in = DeskTable.class.getResourceAsStream("/inquiry/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing: inquiry/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
