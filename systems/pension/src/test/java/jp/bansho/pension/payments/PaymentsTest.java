package jp.bansho.pension.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Payments and declarations are taken in as a whole or not at all.
class PaymentsTest {

    private static final int YEAR = 2025;
    private static final String AWARDS = "awards-28.csv";
    private static final String PAYMENTS = "payments-28.csv";
    private static final String DECLARATIONS = "declarations-28.csv";

    @TempDir
    static Path folder;

    private static final PensionSite SITE = PensionSite.start();

    private static Invented invented = new Invented(Path.of(""));

    @BeforeAll
    static void make() {
        invented = Invented.people(folder.resolve("people"), 400);
    }

    @BeforeEach
    void empty() throws SQLException {
        SITE.database().execute("truncate payments.award, payments.payment, payments.declared");
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    private static Payments.Loaded load(Path awards, Path payments) {
        return SITE.part(Payments.class)
                .load(PensionSite.CLERK, PensionSite.HYOGO, YEAR, awards, payments, Progress.SILENT);
    }

    private static Payments.Loaded load() {
        return load(invented.file(AWARDS), invented.file(PAYMENTS));
    }

    private static Taken declarations(Path file) {
        return SITE.part(Payments.class)
                .declarations(PensionSite.CLERK, PensionSite.HYOGO, YEAR, file, Progress.SILENT);
    }

    private static long count(String table) throws SQLException {
        try (var connection = SITE.superuser()) {
            return Sql.number(connection, "select count(*) from " + table);
        }
    }

    @Test
    void everyRowIsKeptAsItStandsInTheFile() throws SQLException {
        var loaded = load();
        var awards = invented.rows(AWARDS);
        var payments = invented.rows(PAYMENTS);
        assertThat(loaded.awards()).isEqualTo(new Taken(awards.size(), awards.size(), 0, 0, 0));
        assertThat(loaded.payments()).isEqualTo(new Taken(6L * awards.size(), payments.size(), 0, 0, 0));
        var declared = invented.rows(DECLARATIONS);
        assertThat(declarations(invented.file(DECLARATIONS)))
                .isEqualTo(new Taken(declared.size(), declared.size(), 0, 0, 0));
        try (var connection = SITE.superuser()) {
            assertThat(Sql.rows(connection, """
                            select user_number, kind, certificate_number, name, kana, to_char(born, 'YYYYMMDD'), address,
                                   municipality, abroad::int, to_char(begins, 'YYYYMMDD'),
                                   coalesce(to_char(ends, 'YYYYMMDD'), ''), yearly_amount
                              from payments.award order by user_number
                            """)).isEqualTo(joined(awards));
            assertThat(Sql.rows(connection, """
                            select user_number, month, bucket, due, unpaid, tax, uncollected, care_premium, health_premium,
                                   aged_premium, resident_tax from payments.payment order by user_number, month
                            """)).isEqualTo(joined(payments));
            assertThat(Sql.rows(connection, """
                            select tax_year, recipient, part, place, user_number, name, kana, to_char(born, 'YYYYMMDD'),
                                   deduction, handicap, abroad, to_char(deadline, 'YYYYMMDD')
                              from payments.declared order by recipient, part, place
                            """)).isEqualTo(joined(declared));
        }
    }

    private static List<String> joined(List<String[]> rows) {
        return rows.stream().map(row -> String.join("|", row)).toList();
    }

    @Test
    void theSameFilesAgainChangeNothingAndTheNextOnesOnlyWhatIsNew() throws SQLException {
        load();
        var rows = invented.rows(PAYMENTS).size();
        var people = invented.rows(AWARDS).size();
        assertThat(load())
                .isEqualTo(new Payments.Loaded(new Taken(people, 0, 0, people, 0), new Taken(rows, 0, 0, rows, 0)));
        var awards = invented.withLine(AWARDS, folder.resolve("a.csv"), 2, row -> Invented.with(row, 7, "兵庫県姫路市本町１"));
        var payments = invented.changed(PAYMENTS, folder.resolve("p.csv"), lines -> {
            var copy = new ArrayList<>(lines.subList(1, lines.size()));
            copy.set(0, Invented.with(copy.getFirst(), 9, "1"));
            copy.add(Invented.with(lines.getFirst(), 2, "202503"));
            return copy;
        });
        assertThat(load(awards, payments))
                .isEqualTo(new Payments.Loaded(
                        new Taken(people, 0, 1, people - 1L, 0), new Taken(rows, 1, 1, rows - 2L, 1)));
        var all = invented.rows(DECLARATIONS).size();
        declarations(invented.file(DECLARATIONS));
        var fewer =
                invented.changed(DECLARATIONS, folder.resolve("d.csv"), lines -> lines.subList(0, lines.size() - 1));
        assertThat(declarations(fewer)).isEqualTo(new Taken(all - 1L, 0, 0, all - 1L, 1));
        assertThat(count("payments.payment")).isEqualTo(rows);
        assertThat(SITE.events()).contains("awards-loaded", "payments-loaded", "declarations-loaded");
    }

    @Test
    void aYearIsReplacedAndTheOthersStay() throws SQLException {
        load();
        var rows = invented.rows(PAYMENTS).size();
        var next = invented.changed(
                PAYMENTS,
                folder.resolve("next.csv"),
                lines -> lines.stream()
                        .map(line -> line.replace(",2025", ",2026"))
                        .toList());
        var taken = SITE.part(Payments.class)
                .load(PensionSite.CLERK, PensionSite.HYOGO, 2026, invented.file(AWARDS), next, Progress.SILENT);
        assertThat(taken.payments()).isEqualTo(new Taken(rows, rows, 0, 0, 0));
        assertThat(count("payments.payment")).isEqualTo(2L * rows);
    }

    @Test
    void aWrongRowIsNamedByLineAndColumnAndNothingIsTakenIn() throws SQLException {
        paymentsRefused(row -> Invented.with(row, 1, "1100000001"), 1, "pattern");
        paymentsRefused(row -> Invented.with(row, 1, "2899999999"), 1, "no-award");
        paymentsRefused(row -> Invented.with(row, 2, "202413"), 2, "other-year");
        paymentsRefused(row -> Invented.with(row, 2, "202500"), 2, "other-year");
        paymentsRefused(row -> Invented.with(row, 3, "5"), 3, "value");
        paymentsRefused(row -> Invented.with(row, 5, "999999999"), 4, "combination");
        paymentsRefused(row -> Invented.with(row, 8, "1,2"), 0, "column-count");
        awardsRefused(row -> Invented.with(row, 6, "19500230"), 6, "date");
        awardsRefused(row -> Invented.with(row, 4, "1234 5678 9018"), 4, "twelve-digits");
        awardsRefused(row -> Invented.with(row, 11, "19000101"), 11, "combination");
        assertThat(count("payments.award") + count("payments.payment")).isZero();
        try (var connection = SITE.superuser()) {
            assertThat(Sql.rows(connection, "select details from audit.record where event = 'payments-file-refused'"))
                    .hasSizeGreaterThanOrEqualTo(10)
                    .noneMatch(details -> details.contains("1100000001") || details.contains("9018"));
        }
    }

    @Test
    void aWrongDeclarationIsNamedToo() throws SQLException {
        var rows = invented.rows(DECLARATIONS);
        var line = 1;
        while (!rows.get(line - 1)[2].equals("3")) {
            line++;
        }
        declarationsRefused(line, row -> Invented.with(row, 1, "2024"), 1, "other-year");
        declarationsRefused(line, row -> Invented.with(row, 4, "0"), 4, "place-zero");
        declarationsRefused(line, row -> Invented.with(row, 5, rows.getFirst()[1].replace("28", "11")), 5, "pattern");
        declarationsRefused(line, row -> Invented.with(row, 5, row.split(",", -1)[1]), 5, "other-recipient");
        declarationsRefused(line, row -> Invented.with(row, 6, "個人番号123456789018"), 6, "twelve-digits");
        declarationsRefused(line, row -> Invented.with(row, 9, "4"), 9, "combination");
        declarationsRefused(line, row -> Invented.with(row, 11, "09"), 11, "value");
        assertThat(count("payments.declared")).isZero();
    }

    @Test
    void whatStandsTwiceIsNamed() {
        var twice = invented.changed(PAYMENTS, folder.resolve("twice.csv"), lines -> {
            var copy = new ArrayList<>(lines);
            copy.set(9, copy.get(3));
            return copy;
        });
        assertThat(refusal(() -> load(invented.file(AWARDS), twice)).problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.line() + problem.word()).isEqualTo("10twice"));
    }

    @Test
    void emptyAndUnreadableFilesAndOtherYearsAreRefusedByName() throws Exception {
        var empty = Files.writeString(folder.resolve("empty.csv"), "", StandardCharsets.UTF_8);
        assertThat(refusal(() -> load(invented.file(AWARDS), empty)).reason()).isEqualTo("nothing-in-it");
        assertThat(refusal(() -> load(invented.file(AWARDS), folder)).reason()).isEqualTo("not-readable");
        var payments = SITE.part(Payments.class);
        var file = invented.file(DECLARATIONS);
        assertThat(refusal(() -> payments.declarations(PensionSite.CLERK, 28, 1999, file, Progress.SILENT))
                        .reason())
                .isEqualTo("tax-year-wrong");
        assertThat(refusal(() -> payments.declarations(PensionSite.FEDERATION, 99, YEAR, file, Progress.SILENT))
                        .reason())
                .isEqualTo("unknown-association");
        assertThatThrownBy(() -> payments.declarations(PensionSite.STRANGER, 28, YEAR, file, Progress.SILENT))
                .isInstanceOf(StaffRefused.class);
    }

    @Test
    void rowSecurityHidesOtherAssociations() throws SQLException {
        load();
        declarations(invented.file(DECLARATIONS));
        try (var other = SITE.scoped(new Scope.Payments(11))) {
            assertThat(Sql.number(other, "select count(*) from payments.payment"))
                    .isZero();
            assertThat(Sql.number(other, "select count(*) from payments.yearly"))
                    .isZero();
            assertThat(Sql.run(other, "delete from payments.declared")).isZero();
            Sql.refused(
                    other,
                    Sql.NO_RIGHT,
                    "insert into payments.payment values (28, '2800000001', 202502, 1, 1, 0, 0, 0, 0, 0, 0, 0)");
            Sql.refused(other, Sql.NO_RIGHT, "select * from slips.record");
            Sql.refused(other, Sql.NO_RIGHT, "select * from members.member");
        }
        try (var cutter = SITE.scoped(new Scope.Slips())) {
            assertThat(Sql.number(cutter, "select count(*) from payments.award"))
                    .isPositive();
            Sql.refused(cutter, Sql.NO_RIGHT, "update payments.payment set tax = 0");
            Sql.refused(cutter, Sql.NO_RIGHT, "delete from slips.record");
            Sql.refused(cutter, Sql.NO_RIGHT, "update slips.record set record = ''");
            Sql.refused(cutter, Sql.NO_RIGHT, "update slips.cut set payment = 0");
        }
    }

    private static void paymentsRefused(UnaryOperator<String> change, int column, String word) {
        var file = invented.withLine(PAYMENTS, folder.resolve("wrong.csv"), 7, change);
        named(refusal(() -> load(invented.file(AWARDS), file)), 7, column, word);
    }

    private static void awardsRefused(UnaryOperator<String> change, int column, String word) {
        var file = invented.withLine(AWARDS, folder.resolve("wrong.csv"), 7, change);
        named(refusal(() -> load(file, invented.file(PAYMENTS))), 7, column, word);
    }

    private static void declarationsRefused(int line, UnaryOperator<String> change, int column, String word) {
        var file = invented.withLine(DECLARATIONS, folder.resolve("wrong.csv"), line, change);
        named(refusal(() -> declarations(file)), line, column, word);
    }

    private static void named(PaymentsRefused refused, int line, int column, String word) {
        assertThat(refused.reason()).isEqualTo("rows-wrong");
        assertThat(refused.japanese()).isNotBlank();
        assertThat(refused.problems()).as(word).anySatisfy(problem -> {
            assertThat(problem.word()).isEqualTo(word);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(column);
        });
    }

    private static PaymentsRefused refusal(ThrowingCallable act) {
        return assertThatExceptionOfType(PaymentsRefused.class).isThrownBy(act).actual();
    }
}
