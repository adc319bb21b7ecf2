package jp.bansho.population;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A register that answers inquiries, small and written apart from the generator: exact code, or
/// all four items with old forms of characters taken for their unified ones.
final class Register {

    private static final String OLD = "髙﨑濵德槗";
    private static final String UNIFIED = "高崎浜徳橋";

    private final Map<String, String[]> byCode = new HashMap<>();
    private final Map<String, List<String[]>> byItems = new HashMap<>();

    Register(Path file) throws IOException {
        for (String[] resident : Sample.rows(file)) {
            if (byCode.put(resident[1], resident) != null) {
                throw new AssertionError("a code stands twice");
            }
            String items = items(resident[2], resident[3], resident[4], resident[5], resident[6], resident[7]);
            byItems.computeIfAbsent(items, key -> new ArrayList<>(1)).add(resident);
        }
    }

    /// The residents whom a line of the pension side means.
    List<String[]> ask(String[] pensioner) {
        if (!pensioner[2].isEmpty()) {
            String[] found = byCode.get(pensioner[2]);
            return found == null ? List.of() : List.<String[]>of(found);
        }
        String items = items(pensioner[3], pensioner[4], pensioner[5], pensioner[6], pensioner[7], pensioner[8]);
        return byItems.getOrDefault(items, List.of());
    }

    /// Lets an event happen; addresses of inquiries by items are left alone.
    void happen(String[] event) {
        String[] resident = byCode.get(event[0]);
        if (resident == null) {
            throw new AssertionError("an event of nobody");
        }
        switch (event[1]) {
            case "1" -> resident[0] = event[10];
            case "2" -> resident[8] = "2";
            case "3" -> {
                resident[6] = event[6];
                resident[7] = event[7];
            }
            case "5" -> resident[8] = "3";
            default -> throw new AssertionError("an unknown event");
        }
        resident[9] = event[3];
        resident[10] = event[2];
    }

    private static String items(String... items) {
        StringBuilder name = new StringBuilder();
        items[0].codePoints()
                .filter(point -> point < 0xE0100 || point > 0xE01EF)
                .map(point -> point == 0x20BB7 ? '吉' : unified(point))
                .forEach(name::appendCodePoint);
        items[0] = name.toString();
        return String.join("/", items);
    }

    private static int unified(int point) {
        int at = OLD.indexOf(point);
        return at < 0 ? point : UNIFIED.charAt(at);
    }
}
