package jp.bansho.population;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Makes populations for the tests and reads them with the JDK alone.
final class Sample {

    static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");

    private Sample() {}

    static Population.Made make(Path out, long people, long seed, boolean faults) throws IOException {
        return Population.make(new Options(people, seed, out, 3, faults, 2025), Progress.none());
    }

    /// The records of a file as bytes, line ends included.
    static List<byte[]> records(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        List<byte[]> records = new ArrayList<>();
        int start = 0;
        for (int position = 0; position < all.length; position++) {
            if (all[position] == '\n') {
                records.add(Arrays.copyOfRange(all, start, position + 1));
                start = position + 1;
            }
        }
        if (start < all.length) {
            records.add(Arrays.copyOfRange(all, start, all.length));
        }
        return records;
    }

    static String[] cells(byte[] record, Charset charset) {
        return new String(record, charset).replaceAll("\r?\n$", "").split(",", -1);
    }

    static List<String[]> rows(Path file) throws IOException {
        return rows(file, StandardCharsets.UTF_8);
    }

    static List<String[]> rows(Path file, Charset charset) throws IOException {
        return records(file).stream().map(record -> cells(record, charset)).toList();
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static List<Path> files(Path folder, String start) throws IOException {
        return files(folder).stream()
                .filter(file -> String.valueOf(file.getFileName()).startsWith(start))
                .toList();
    }

    /// SHA-256 over all relative names and contents.
    static String digest(Path folder) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(folder)) {
                digest.update(
                        folder.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A third way to check an Individual Number: all twelve digits against the table of weights.
    static boolean validNumber(String number) {
        if (!number.matches("[0-9]{12}") || number.equals("000000000000")) {
            return false;
        }
        int[] weights = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
        int sum = 0;
        for (int position = 0; position < weights.length; position++) {
            sum += weights[position] * (number.charAt(position) - '0');
        }
        int expected = sum % 11 <= 1 ? 0 : 11 - sum % 11;
        return number.charAt(11) - '0' == expected;
    }
}
