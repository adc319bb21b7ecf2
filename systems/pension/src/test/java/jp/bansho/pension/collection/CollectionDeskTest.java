package jp.bansho.pension.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import jp.bansho.layout.fixed.Part;
import jp.bansho.machine.Progress;
import jp.bansho.pension.members.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What municipalities ask is taken in whole or not at all, each record ends somehow, and each
/// is answered.
class CollectionDeskTest extends Collecting {

    private Path outbox = Path.of("");

    @BeforeEach
    void outbox() throws IOException {
        outbox = Files.createTempDirectory(folder, "outbox");
    }

    private Answered answer(Path file) {
        return site.desk().answer(CLERK, file, outbox, Progress.SILENT);
    }

    /// A file with one record of every outcome, in two municipalities.
    private Path everything() throws IOException {
        var plenty = Long.parseLong(notices.award(7)[11]) / 6;
        return site.file(
                Notices.group(
                        OSAKA,
                        "00",
                        "1",
                        notices.of(0, 1_000),
                        Notices.with(notices.of(1, 2_000), 30, ""),
                        Notices.with(notices.of(2, 100), 30, "999999999999999"),
                        Notices.with(notices.of(3, 100), 11, "19010203"),
                        Notices.with(notices.of(4, 100), 13, "ﾍﾞﾂｼﾞﾝ ﾊﾅｺ"),
                        Notices.with(notices.of(5, 100), 11, "19010203", 13, "ﾍﾞﾂｼﾞﾝ ﾊﾅｺ"),
                        notices.of(0, 1_000),
                        notices.of(7, plenty + 1),
                        notices.of(8, plenty(8))),
                Notices.group(
                        KOBE,
                        "01",
                        "4",
                        notices.of(0, 3_000),
                        notices.of(9, 100),
                        Notices.with(notices.of(10, 100), 8, "9999999999", 30, ""),
                        Notices.with(notices.of(10, 100), 27, plenty(10) + 1),
                        notices.of(11, 100)));
    }

    private long plenty(int person) {
        return Long.parseLong(notices.award(person)[11]) / 6;
    }

    private void ends(int person, String day) throws SQLException {
        site.execute("update payments.award set ends = %s where user_number = '%s'"
                .formatted(day, notices.award(person)[0]));
    }

    private void certificate(int person, String number) throws SQLException {
        site.execute("update payments.award set certificate_number = '%s' where user_number = '%s'"
                .formatted(number, notices.award(person)[0]));
    }

    @Test
    void eachRecordEndsSomehowAndNobodysNameStays() throws Exception {
        ends(9, "'2025-02-28'");
        certificate(12, notices.award(11)[2]);
        try {
            var taken = site.takeIn(everything());
            assertThat(taken.municipalities()).isEqualTo(2);
            assertThat(taken.records()).isEqualTo(14);
            assertThat(taken.outcomes())
                    .isEqualTo(Map.of(
                            Outcome.MATCHED, 4L,
                            Outcome.UNKNOWN, 2L,
                            Outcome.SEVERAL, 1L,
                            Outcome.BORN_DIFFERS, 1L,
                            Outcome.NAME_DIFFERS, 1L,
                            Outcome.BOTH_DIFFER, 1L,
                            Outcome.NOT_IN_PAYMENT, 1L,
                            Outcome.TWICE, 1L,
                            Outcome.EXCEEDS, 2L));
        } finally {
            ends(9, "null");
            certificate(12, notices.award(12)[2]);
        }
        assertThat(
                        site.rows(
                                "select line, municipality, user_number, outcome, amount1 from collection.notice order by line"))
                .startsWith(
                        "2|27128|" + notices.award(0)[0] + "|matched|1000",
                        "3|27128|" + notices.award(1)[0] + "|matched|2000",
                        "4|27128|null|unknown|100",
                        "5|27128|" + notices.award(3)[0] + "|born-differs|100",
                        "6|27128|" + notices.award(4)[0] + "|name-differs|100",
                        "7|27128|" + notices.award(5)[0] + "|both-differ|100",
                        "8|27128|" + notices.award(0)[0] + "|twice|1000")
                .endsWith("17|28110|null|several|100")
                .contains(
                        "9|27128|" + notices.award(7)[0] + "|exceeds|" + (plenty(7) + 1),
                        "10|27128|" + notices.award(8)[0] + "|matched|" + plenty(8),
                        "13|28110|" + notices.award(0)[0] + "|matched|3000",
                        "14|28110|" + notices.award(9)[0] + "|not-in-payment|100");
        for (var table : List.of("file", "municipality", "notice")) {
            assertThat(site.rows("select t::text from collection." + table + " t"))
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("番所") || row.contains("ﾍﾞﾂｼﾞﾝ") || row.contains("大手前"))
                    .noneMatch(row -> row.contains(notices.award(0)[2]) || row.contains("9999999999"));
        }
        assertThat(site.events()).containsExactly("notices-taken-in");
        assertThat(site.rows(
                        "select details from audit.record where event = 'notices-taken-in' order by seq desc limit 1"))
                .singleElement()
                .asString()
                .contains("\"matched\":4", "\"records\":14", "\"municipalities\":2");
    }

    /// Half and full width, small kana, long marks and blanks do not make another name; a name
    /// that fills its field may go on.
    @Test
    void aNameIsComparedAsItIsRead() throws Exception {
        var name = notices.award(0);
        site.execute("update payments.award set kana = '%s' where user_number = '%s'"
                .formatted("キョウゴク　ジョセフィーヌマリアガブリエルグンター", name[0]));
        try {
            for (var written : List.of("ｷﾖｳｺﾞｸ ｼﾞﾖｾﾌｲｰﾇﾏﾘｱｶﾞﾌﾞﾘｴﾙ", "ｷｮｳｺﾞｸｼﾞｮｾﾌｨｰﾇﾏﾘｱｶﾞﾌﾞﾘｴﾙｸ")) {
                assertThat(written).hasSize(25);
                var record = Notices.with(notices.of(0, 100), 13, written);
                assertThat(site.takeIn(site.file(Notices.group(OSAKA, "00", "1", record)))
                                .matched())
                        .as(written)
                        .isEqualTo(1);
            }
            for (var other : List.of("ｷﾖｳｺﾞｸ ｼﾞﾖｾﾌ", "ｷﾖｳｺﾞｸ")) {
                var record = Notices.with(notices.of(0, 100), 13, other);
                assertThat(site.takeIn(site.file(Notices.group(OSAKA, "00", "1", record)))
                                .outcomes())
                        .containsOnlyKeys(Outcome.NAME_DIFFERS);
            }
        } finally {
            site.execute("update payments.award set kana = '%s' where user_number = '%s'".formatted(name[4], name[0]));
        }
    }

    @Test
    void everybodyIsAnsweredInTheSameLayoutAndTwiceWithTheSameBytes() throws Exception {
        var source = everything();
        var taken = site.takeIn(source);
        var first = answer(source);
        assertThat(first.place()).isEqualTo(outbox.resolve("special-collection-answer-F" + taken.file() + ".dat"));
        assertThat(first.again()).isFalse();
        assertThat(Files.getPosixFilePermissions(first.place()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var asked = Notices.read(source);
        var answered = Notices.read(first.place());
        assertThat(answered).hasSameSizeAs(asked);
        var sums = new long[2];
        for (var i = 0; i < asked.size(); i++) {
            var one = answered.get(i);
            assertThat(one)
                    .containsEntry(2, asked.get(i).get(2))
                    .containsEntry(3, "101")
                    .containsEntry(7, "20251105");
            assertThat(one.get(4)).isEqualTo(OSAKA.equals(one.get(2)) ? "20" : "21");
            if (Notices.mark(Part.DATA).equals(one.get(1))) {
                for (var same : List.of(8, 9, 11, 12, 13, 15)) {
                    assertThat(one.get(same)).isEqualTo(asked.get(i).get(same));
                }
                assertThat(one).doesNotContainKeys(17, 18, 20).containsKey(23);
                var amount = "00".equals(one.get(23)) ? asked.get(i).get(26) : "00000000000";
                assertThat(one).containsEntry(26, amount);
                sums[OSAKA.equals(one.get(2)) ? 0 : 1] += Long.parseLong(amount);
            }
        }
        assertThat(answered).extracting(one -> one.getOrDefault(23, "")).contains("10", "20", "21", "22", "40", "50");
        assertThat(Long.parseLong(answered.get(10).getOrDefault(9, ""))).isEqualTo(sums[0]);
        assertThat(Long.parseLong(answered.getLast().getOrDefault(9, ""))).isEqualTo(sums[1]);
        var bytes = Files.readAllBytes(first.place());
        var again = answer(source);
        assertThat(again)
                .isEqualTo(new Answered(first.file(), first.place(), first.digest(), 2, 14, first.matched(), true));
        Files.delete(first.place());
        answer(source);
        assertThat(Files.readAllBytes(first.place())).isEqualTo(bytes);
        assertThat(site.events())
                .containsExactly("notices-taken-in", "notices-answered", "notices-answered", "notices-answered");
        try (var left = Files.list(outbox)) {
            assertThat(left).containsExactly(first.place());
        }
        // an answer is no request
        assertThat(CollectionSite.refused(() -> site.takeIn(first.place()), "rows-wrong")
                        .problems())
                .extracting(Problem::word)
                .containsOnly("unknown-notice");
    }

    @Test
    void whatAKilledAttemptLeftIsRemovedWhenTheAnswerIsWrittenAgain() throws Exception {
        var source = site.file(Notices.group(OSAKA, "00", "1", notices.of(0, 1_000)));
        site.takeIn(source);
        var begin = ".special-collection-answer-" + Digest.of(source).substring(0, 16) + "-";
        Files.writeString(outbox.resolve(begin + "123.part"), "half an answer");
        Files.writeString(outbox.resolve(begin + "456.part"), "");
        var other = Files.writeString(
                outbox.resolve(".special-collection-answer-" + "0".repeat(16) + "-7.part"), "another file's");
        var answered = answer(source);
        try (var left = Files.list(outbox)) {
            assertThat(left).containsExactlyInAnyOrder(other, answered.place());
        }
    }

    @Test
    void whatCannotBeAnsweredIsRefusedAndNothingIsLeftInTheOutbox() throws Exception {
        var source = site.file(Notices.group(OSAKA, "00", "1", notices.of(0, 1_000)));
        CollectionSite.refused(() -> answer(source), "not-taken-in");
        var taken = site.takeIn(source);
        var place = outbox.resolve("special-collection-answer-F" + taken.file() + ".dat");
        Files.writeString(place, "something else");
        CollectionSite.refused(() -> answer(source), "outbox-taken");
        assertThat(place).hasContent("something else");
        Files.delete(place);
        CollectionSite.refused(() -> answer(folder.resolve("nowhere")), "not-readable");
        CollectionSite.refused(
                () -> site.desk().answer(CLERK, source, folder.resolve("nowhere"), Progress.SILENT), "outbox-missing");
        var bytes = Files.readAllBytes(source);
        bytes[1025] ^= 1;
        CollectionSite.refused(() -> answer(Files.write(folder.resolve("changed.dat"), bytes)), "not-taken-in");
        site.execute("update collection.file set answered_on = '2025-01-01', answer_digest = repeat('0', 64)");
        CollectionSite.refused(() -> answer(source), "self-check");
        assertThat(outbox).isEmptyDirectory();
        assertThat(site.events()).filteredOn("answer-denied"::equals).hasSize(6);
    }

    @Test
    void aWrongFileIsNamedByRecordAndFieldAndNothingIsTakenIn() throws Exception {
        var good = everything();
        wrong(good, 10 * 500 + 21, "000000008", 11, 8, "total-count");
        wrong(good, 10 * 500 + 30, "00000000001", 11, 9, "total-amount");
        wrong(good, 500 + 38, "20250230", 2, 11, "date");
        wrong(good, 500 + 47, "ABC", 2, 13, "kana-expected");
        wrong(good, 6, "102", 1, 3, "other-collector");
        wrong(good, 9, "20", 1, 4, "unknown-notice");
        wrong(good, 9, "77", 1, 4, "unknown-notice");
        wrong(good, 12, "9", 1, 6, "unknown-system");
        wrong(good, 500, "3", 2, 8, "total-count");
        var bytes = Files.readAllBytes(good);
        var truncated = Files.write(folder.resolve("truncated.dat"), java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(CollectionSite.refused(() -> site.takeIn(truncated), "rows-wrong")
                        .problems())
                .extracting(Problem::word)
                .contains("record-length");
        CollectionSite.refused(
                () -> site.takeIn(Files.write(folder.resolve("empty.dat"), new byte[0])), "nothing-in-it");
        CollectionSite.refused(() -> site.takeIn(folder), "not-readable");
        site.collector("");
        CollectionSite.refused(() -> site.takeIn(good), "collector-missing");
        Files.delete(site.home().resolve(Collector.FILE));
        CollectionSite.refused(() -> site.takeIn(good), "collector-missing");
        site.collector("collector = 101\n");
        assertThat(site.rows("select * from collection.file")).isEmpty();
        assertThat(site.rows("select * from collection.notice")).isEmpty();
        assertThat(site.events()).hasSize(14).containsOnly("notices-refused");
        var taken = site.takeIn(good);
        assertThat(CollectionSite.refused(() -> site.takeIn(good), "taken-in-before"))
                .hasMessageContaining("F-" + taken.file());
        assertThat(site.rows("select count(*) from collection.notice")).containsExactly("14");
    }

    private void wrong(Path good, int at, String planted, long line, int field, String word) throws IOException {
        var bytes = Files.readAllBytes(good);
        System.arraycopy(planted.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, planted.length());
        var file = Files.write(folder.resolve("wrong.dat"), bytes);
        assertThat(CollectionSite.refused(() -> site.takeIn(file), "rows-wrong").problems())
                .as(word)
                .anySatisfy(problem -> {
                    assertThat(problem.word()).isEqualTo(word);
                    assertThat(problem.line()).isEqualTo(line);
                    assertThat(problem.column()).isEqualTo(field);
                });
    }
}
