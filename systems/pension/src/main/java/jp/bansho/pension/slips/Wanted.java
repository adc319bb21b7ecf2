package jp.bansho.pension.slips;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The list of a supplement or a correction: a file with one line `AA,user number` for each recipient.
///
/// @param keys each once, ascending
/// @param hash SHA-256 of the list: the same list is the same cut, whatever the order of its lines
public record Wanted(List<RecipientKey> keys, String hash) {

    /// A longer list is no correction but another year's file; its records are kept in memory.
    static final int MOST = 100_000;

    private static final Pattern LINE = Pattern.compile("([0-9]{2}),([!-+\\--~]{1,16})");

    /// Reads the file.
    ///
    /// @throws SlipsRefused if it is not readable, has a line of another form, nobody or too many
    public static Wanted read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw SlipsRefused.list(0);
        }
        var keys = new TreeSet<RecipientKey>();
        for (var number = 0; number < lines.size(); number++) {
            var line = LINE.matcher(lines.get(number));
            if (!line.matches() || keys.size() == MOST) {
                throw SlipsRefused.list(number + 1L);
            }
            keys.add(new RecipientKey(Integer.parseInt(line.group(1)), line.group(2)));
        }
        if (keys.isEmpty()) {
            throw SlipsRefused.list(0);
        }
        return new Wanted(List.copyOf(keys), hash(keys));
    }

    private static String hash(TreeSet<RecipientKey> keys) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var key : keys) {
                digest.update("%02d,%s\n"
                        .formatted(key.association(), key.userNumber())
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
