package jp.bansho.pension.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.layout.fixed.FixedCheck;
import jp.bansho.layout.fixed.FixedReader;
import jp.bansho.layout.fixed.Part;
import jp.bansho.machine.CopyRows;
import jp.bansho.machine.Progress;
import jp.bansho.pension.members.Problem;
import org.jspecify.annotations.Nullable;

/// Reads one file of municipalities into tables that vanish with the transaction, and notes
/// what is wrong with it. What is compared with the awards is there for that long and nowhere
/// else.
final class NoticeFile {

    /// How many problems are kept in words; beyond that they are counted.
    static final int KEPT = 100;

    private static final int REPORT_EVERY = 10_000;

    private static final String STAGING = """
            create temporary table incoming_municipality (
                municipality text collate "C", notice text collate "C", system text collate "C", made_on text collate "C"
            ) on commit drop;
            create temporary table incoming_notice (
                line bigint, municipality text collate "C", certificate text collate "C", basic text collate "C",
                born text collate "C", kana text collate "C", full_field boolean, amount1 bigint, amount2 bigint, amount3 bigint
            ) on commit drop
            """;

    private static final String COPY = "copy incoming_notice from stdin (format binary)";

    private final String collector;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private long found;
    private long records;

    /// Reads files for that collector.
    NoticeFile(String collector) {
        this.collector = collector;
    }

    /// What a municipality asks for.
    record Group(String municipality, String notice, String system, String madeOn) {}

    /// What was read.
    record Read(String digest, int municipalities, long records) {}

    /// Reads the whole file, the wrong records too, so that all of them are named.
    ///
    /// @throws CollectionRefused if it cannot be read, holds nothing, or if anything is wrong
    ///     with it
    Read read(Connection connection, Path file, Progress progress) throws SQLException {
        execute(connection, STAGING);
        var digest = new Digest();
        try (var reader = new FixedReader(digest.open(file), Fields.LAYOUT);
                var copy = CopyRows.into(connection, COPY)) {
            var bytes = Files.size(file);
            var check = new FixedCheck(Fields.LAYOUT, violation -> note(Problem.of(violation)));
            while (reader.next()) {
                take(reader, check.check(reader), copy);
                if (reader.line() % REPORT_EVERY == 0) {
                    progress.at(reader.line(), reader.line() * Fields.LAYOUT.length(), bytes);
                }
            }
            if (reader.line() == 0) {
                throw CollectionRefused.empty();
            }
            check.finish();
            copy.end();
        } catch (IOException e) {
            throw CollectionRefused.unreadable();
        }
        if (found > 0) {
            throw CollectionRefused.rows(List.copyOf(problems), found);
        }
        keep(connection);
        return new Read(digest.text(), groups.size(), records);
    }

    private void take(FixedReader reader, boolean good, CopyRows copy) throws SQLException {
        if (reader.whole() && reader.part() == Part.HEADER) {
            header(reader);
        } else if (good && reader.part() == Part.DATA) {
            records++;
            data(reader, copy);
        }
    }

    private void header(FixedReader reader) {
        if (!text(reader, Part.HEADER, Fields.COLLECTOR).equals(collector)) {
            note(new Problem(
                    reader.line(),
                    Fields.COLLECTOR,
                    "other-collector",
                    "This is addressed to another collector.",
                    "別の特別徴収義務者宛てです。"));
        }
        var notice = meaning(reader, Fields.NOTICE);
        if (notice == null || notice.endsWith(Fields.ANSWER)) {
            note(new Problem(
                    reader.line(),
                    Fields.NOTICE,
                    "unknown-notice",
                    "This code is none of a request.",
                    "依頼を表す通知内容コードではありません。"));
        }
        var system = meaning(reader, Fields.SYSTEM);
        if (system == null) {
            note(new Problem(
                    reader.line(), Fields.SYSTEM, "unknown-system", "No such system is known.", "この特別徴収制度コードはありません。"));
        }
        if (notice != null && system != null) {
            groups.add(new Group(
                    text(reader, Part.HEADER, Fields.MUNICIPALITY),
                    notice,
                    system,
                    text(reader, Part.HEADER, Fields.MADE_ON)));
        }
    }

    private static @Nullable String meaning(FixedReader reader, int field) {
        return Fields.meaning(field, text(reader, Part.HEADER, field)).orElse(null);
    }

    private static void data(FixedReader reader, CopyRows copy) throws SQLException {
        var kana = text(reader, Part.DATA, Fields.KANA);
        var width = Fields.LAYOUT.field(Part.DATA, Fields.KANA).bytes();
        copy.row(10)
                .put(reader.line())
                .put(text(reader, Part.DATA, Fields.MUNICIPALITY))
                .put(filled(text(reader, Part.DATA, Fields.CERTIFICATE)))
                .put(text(reader, Part.DATA, Fields.BASIC_PENSION_NUMBER))
                .put(text(reader, Part.DATA, Fields.BORN))
                .put(kana)
                .put(kana.length() == width)
                .put(reader.amount(Part.DATA, Fields.AMOUNT_1))
                .put(reader.amount(Part.DATA, Fields.AMOUNT_2))
                .put(reader.amount(Part.DATA, Fields.AMOUNT_3));
    }

    private void keep(Connection connection) throws SQLException {
        var sql = "insert into incoming_municipality values (?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            for (var group : groups) {
                statement.setString(1, group.municipality());
                statement.setString(2, group.notice());
                statement.setString(3, group.system());
                statement.setString(4, group.madeOn());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        execute(connection, "analyze incoming_municipality; analyze incoming_notice");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(FixedReader reader, Part part, int field) {
        return reader.text(part, field);
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    private void note(Problem problem) {
        found++;
        if (problems.size() < KEPT) {
            problems.add(problem);
        }
    }
}
