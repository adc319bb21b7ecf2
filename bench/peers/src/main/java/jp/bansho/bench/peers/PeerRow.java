package jp.bansho.bench.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person as a peer gets it: already read, checked and in order, which is in the peer's favour.
///
/// @param number 12 digits, invented
record PeerRow(
        long subject, int kind, String userNumber, @Nullable String ownNumber, String number) {

    static final int ASSOCIATION = 28;

    /// Reads the rows: subject, kind, user number, own number or nothing, number; separated by tabs.
    static List<PeerRow> read(Path file) throws IOException {
        try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.map(line -> line.split("\t", -1))
                    .map(cells -> new PeerRow(
                            Long.parseLong(cells[0]),
                            Integer.parseInt(cells[1]),
                            cells[2],
                            cells[3].isEmpty() ? null : cells[3],
                            cells[4]))
                    .toList();
        }
    }

    @Override
    public String toString() {
        return "PeerRow[…]";
    }
}
