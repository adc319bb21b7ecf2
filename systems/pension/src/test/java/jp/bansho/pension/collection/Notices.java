package jp.bansho.pension.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.bansho.layout.fixed.FixedCheck;
import jp.bansho.layout.fixed.FixedReader;
import jp.bansho.layout.fixed.FixedWriter;
import jp.bansho.layout.fixed.Part;
import jp.bansho.pension.Invented;
import jp.bansho.pension.slips.HalfKana;

/// What municipalities send, about the people of an invented population.
final class Notices {

    static final String COLLECTOR = "101";
    static final String MADE_ON = "20250301";

    private final List<String[]> awards;
    private final Map<String, String[]> members = new HashMap<>();

    Notices(Invented invented) {
        awards = invented.rows("awards-28.csv").stream()
                .filter(award -> award[10].isEmpty() && award[9].compareTo(MADE_ON) < 0)
                .toList();
        invented.rows("pensioners-28.csv").forEach(row -> members.put(row[0], row));
    }

    /// The award of that pensioner, from 0; all are paid.
    String[] award(int person) {
        return awards.get(person);
    }

    /// The fields of a data record about that pensioner.
    Map<Integer, String> of(int person, long amount) {
        var award = award(person);
        var member = Objects.requireNonNull(members.get(award[0]));
        return with(
                Map.of(),
                8,
                member[10],
                9,
                "1150",
                11,
                award[5],
                12,
                member[6],
                13,
                HalfKana.of(award[4], 25),
                15,
                "番所　花子",
                17,
                "5400008",
                18,
                "ｵｵｻｶﾌ",
                20,
                "大阪府大阪市中央区大手前１",
                26,
                amount,
                28,
                6 * amount,
                30,
                award[2]);
    }

    /// With other fields: number and content by turns.
    static Map<Integer, String> with(Map<Integer, String> fields, Object... changed) {
        var copy = new HashMap<>(fields);
        for (var at = 0; at < changed.length; at += 2) {
            copy.put((Integer) changed[at], String.valueOf(changed[at + 1]));
        }
        return copy;
    }

    /// A municipality's part of a file.
    record Group(
            String municipality, String notice, String system, String madeOn, List<Map<Integer, String>> records) {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    static Group group(String municipality, String notice, String system, Map<Integer, String>... records) {
        return new Group(municipality, notice, system, MADE_ON, List.copyOf(Arrays.asList(records)));
    }

    static Path write(Path file, Group... groups) throws IOException {
        try (var writer = new FixedWriter(Files.newOutputStream(file), Fields.LAYOUT)) {
            for (var group : groups) {
                writer.open(Map.of(
                        2,
                        group.municipality(),
                        3,
                        COLLECTOR,
                        4,
                        group.notice(),
                        5,
                        "1",
                        6,
                        group.system(),
                        7,
                        group.madeOn()));
                for (var record : group.records()) {
                    writer.add(record);
                }
                writer.closeGroup();
            }
        }
        return file;
    }

    /// The records of a file that breaks no rule: part, then all its fields from the second on
    /// that are not empty.
    static List<Map<Integer, String>> read(Path file) throws IOException {
        var records = new ArrayList<Map<Integer, String>>();
        var check = new FixedCheck(Fields.LAYOUT, violation -> {
            throw new AssertionError(violation.toString());
        });
        try (var reader = new FixedReader(Files.newInputStream(file), Fields.LAYOUT)) {
            while (reader.next()) {
                check.check(reader);
                var part = Objects.requireNonNull(reader.part());
                var fields = new HashMap<Integer, String>();
                for (var field = 1; field <= Fields.LAYOUT.fields(part).size(); field++) {
                    var text = reader.text(part, field);
                    if (!text.isEmpty()) {
                        fields.put(field, text);
                    }
                }
                records.add(fields);
            }
        }
        check.finish();
        return records;
    }

    /// The mark a part's records begin with.
    static String mark(Part part) {
        return Fields.LAYOUT.mark(part);
    }
}
