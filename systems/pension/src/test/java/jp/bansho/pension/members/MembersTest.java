package jp.bansho.pension.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.bansho.machine.Progress;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.Sql;
import jp.bansho.pension.staff.StaffRefused;
import jp.bansho.pension.store.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Members are taken in as a whole or not at all.
class MembersTest {

    private static final String COUNT = "select count(*) from members.member where receives";

    @TempDir
    static Path folder;

    private static Invented invented = new Invented(Path.of(""));

    private final PensionSite site = PensionSite.start();

    @BeforeAll
    static void make() {
        invented = Invented.people(folder.resolve("people"), 400);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private long count() throws SQLException {
        try (var connection = site.superuser()) {
            return Sql.number(connection, COUNT);
        }
    }

    @Test
    void everybodyOfTheFileIsAMember() throws SQLException {
        var rows = invented.rows("pensioners-28.csv").size();
        assertThat(site.load(invented.pensioners())).isEqualTo(new Loaded(rows, rows, 0, 0, 0));
        assertThat(count()).isEqualTo(rows);
        try (var connection = site.superuser()) {
            var held = Sql.rows(connection, """
                    select user_number, kind, coalesce(resident_record_code, ''), name, kana, to_char(born, 'YYYYMMDD'), sex,
                           address, municipality, coalesce(certificate_number, ''), basic_pension_number,
                           coalesce(payroll_number, ''), own_number
                      from members.member order by user_number
                    """);
            assertThat(held)
                    .isEqualTo(invented.rows("pensioners-28.csv").stream()
                            .map(row -> String.join("|", row))
                            .toList());
        }
        assertThat(site.events()).containsExactly("members-loaded");
    }

    @Test
    void theNextFileAddsChangesAndEnds() throws SQLException {
        var rows = invented.rows("pensioners-28.csv").size();
        site.load(invented.pensioners());
        assertThat(site.load(invented.pensioners())).isEqualTo(new Loaded(rows, 0, 0, rows, 0));
        var next = invented.changed(folder.resolve("next.csv"), lines -> {
            var copy = new ArrayList<>(lines.subList(2, lines.size()));
            copy.set(0, Invented.with(copy.getFirst(), 8, "兵庫県姫路市本町１"));
            copy.add(Invented.with(Invented.with(lines.getFirst(), 1, "2899999999"), 3, ""));
            return copy;
        });
        assertThat(site.load(next)).isEqualTo(new Loaded(rows - 1, 1, 1, rows - 3, 2));
        assertThat(count()).isEqualTo(rows - 1);
        assertThat(site.load(invented.pensioners())).isEqualTo(new Loaded(rows, 0, 3, rows - 3, 1));
    }

    @Test
    void aWrongRowIsNamedByLineAndColumnAndNothingIsTakenIn() throws SQLException {
        site.load(invented.pensioners());
        var before = count();
        refused(row -> Invented.with(row, 1, "1100000001"), 1, "pattern");
        refused(row -> Invented.with(row, 2, "3"), 2, "value");
        refused(row -> Invented.with(row, 3, "12345678901"), 3, "check-digit");
        refused(row -> Invented.with(row, 3, "00000000000"), 3, "all-zero");
        refused(row -> Invented.with(row, 4, ""), 4, "obligatory");
        refused(row -> Invented.with(row, 6, "19500230"), 6, "date");
        refused(row -> Invented.with(row, 9, "2811"), 9, "width");
        refused(row -> row + ",", 0, "column-count");
        assertThat(count()).isEqualTo(before);
        assertThat(site.events()).contains("members-file-refused").hasSize(9);
        try (var connection = site.superuser()) {
            assertThat(Sql.rows(connection, "select details from audit.record where event = 'members-file-refused'"))
                    .allMatch(details -> details.contains("\"firstLine\":7,"))
                    .noneMatch(details -> details.contains("1100000001"));
        }
    }

    @Test
    void noTwelveDigitsComeInWhereverTheyStand() {
        for (var column : List.of(1, 4, 5, 8, 10, 13)) {
            var content = column == 10 ? "K-123456789018X" : "123456789018";
            var file = invented.withLine(folder.resolve("digits.csv"), 5, row -> Invented.with(row, column, content));
            var refused = refusal(file);
            assertThat(refused.problems()).as("column %s", column).anySatisfy(problem -> {
                assertThat(problem.word()).isEqualTo("twelve-digits");
                assertThat(problem.line()).isEqualTo(5);
                assertThat(problem.column()).isEqualTo(column);
            });
            assertThat(refused).message().doesNotContain("123456789018");
        }
    }

    @Test
    void allProblemsOfAFileAreNamedAtOnce() {
        var file = invented.changed(folder.resolve("many.csv"), lines -> {
            var copy = new ArrayList<>(lines);
            copy.set(1, Invented.with(copy.get(1), 7, "3"));
            copy.set(9, copy.get(3));
            copy.set(4, Invented.with(copy.get(4), 3, "12345678901"));
            return copy;
        });
        var refused = refusal(file);
        assertThat(refused.problems())
                .extracting(Problem::line, Problem::column, Problem::word)
                .containsExactlyInAnyOrder(tuple(2L, 7, "value"), tuple(5L, 3, "check-digit"), tuple(10L, 1, "twice"));
        assertThat(refused).hasMessageContaining("line 2 column 7").hasMessageContaining("2行 7列");
    }

    private MembersRefused refusal(Path file) {
        return assertThatExceptionOfType(MembersRefused.class)
                .isThrownBy(() -> site.load(file))
                .actual();
    }

    @Test
    void anEmptyFileEndsNobodysPension() throws Exception {
        site.load(invented.pensioners());
        var before = count();
        var empty = Files.writeString(folder.resolve("empty.csv"), "", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> site.load(empty))
                .isInstanceOfSatisfying(
                        MembersRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("nobody"));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void anAssociationLoadsItsOwnPeopleOnly() {
        var members = site.part(Members.class);
        assertThatThrownBy(() ->
                        members.load(PensionSite.STRANGER, PensionSite.HYOGO, invented.pensioners(), Progress.SILENT))
                .isInstanceOf(StaffRefused.class);
        assertThatThrownBy(() -> members.load(PensionSite.FEDERATION, 99, invented.pensioners(), Progress.SILENT))
                .isInstanceOfSatisfying(
                        MembersRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("unknown-association"));
    }

    @Test
    void rowSecurityHidesOtherAssociations() throws SQLException {
        site.load(invented.pensioners());
        try (var other = site.scoped(new Scope.Members(11))) {
            assertThat(Sql.number(other, COUNT)).isZero();
            Sql.refused(other, Sql.NO_RIGHT, """
                    insert into members.member (association, user_number, kind, name, kana, born, sex, address, municipality,
                                                changed_at, due_since)
                    values (28, '2800000001', 1, 'x', 'x', '1950-01-02', 1, 'x', '28110', now(), 1)
                    """);
            assertThat(Sql.run(other, "update members.member set receives = false"))
                    .isZero();
            Sql.refused(other, Sql.NO_RIGHT, "delete from members.member");
            Sql.refused(other, Sql.NO_RIGHT, "select * from cutting.cut");
        }
        try (var cutter = site.scoped(new Scope.Cutter(28))) {
            assertThat(Sql.number(cutter, COUNT)).isPositive();
            Sql.refused(cutter, Sql.NO_RIGHT, "update members.member set name = 'x'");
            Sql.refused(cutter, Sql.NO_RIGHT, "update cutting.cut set approved_by = 'x'");
        }
    }

    private void refused(UnaryOperator<String> change, int column, String word) {
        var file = invented.withLine(folder.resolve("wrong.csv"), 7, change);
        assertThatThrownBy(() -> site.load(file))
                .as(word)
                .isInstanceOfSatisfying(
                        MembersRefused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::line, Problem::column, Problem::word)
                                .containsExactly(tuple(7L, column, word)));
    }
}
