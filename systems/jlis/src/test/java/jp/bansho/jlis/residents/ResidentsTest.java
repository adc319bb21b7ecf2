package jp.bansho.jlis.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.jlis.Authority;
import jp.bansho.jlis.Town;
import jp.bansho.jlis.numbering.NumberTaken;
import jp.bansho.jlis.numbering.Numbering;
import jp.bansho.jlis.residents.Happening.New;
import jp.bansho.jlis.residents.ResidentsEvent.RegisterUnchanged;
import jp.bansho.jlis.store.Scope;
import jp.bansho.machine.Progress;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The register is loaded whole or not at all, and events that cannot be are refused.
class ResidentsTest {

    private Authority authority;

    @BeforeEach
    void start() {
        authority = Authority.start();
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void aLoadTakesEverybodyAndTheRecordSaysHowMany() throws SQLException {
        authority.load(new Town()
                .crowd(0, 12_000)
                .person(12_000, "死亡　花子", "しぼう　はなこ", "19300101", "2", "住所", "01100", "2,23,20261015"));

        assertThat(authority.rows(
                        "select count(*) || ' ' || count(*) filter (where standing = 2) from residents.resident"))
                .containsExactly("12001 1");
        assertThat(authority.rows("select details from audit.record where event = 'register-loaded'"))
                .containsExactly("{\"dead\":1,\"left\":0,\"residents\":12001}");
    }

    @Test
    void aRowThatIsWrongKeepsTheWholeFileOut() throws SQLException {
        var town = new Town()
                .crowd(0, 100)
                .row(Town.number(100).substring(0, 11) + "x," + Town.code(100) + ",a,b,19500401,1,c,28110,1,,,0,0")
                .row(wrongDigit(Town.number(101)) + "," + Town.code(101) + ",a,b,19500401,1,c,28110,1,,,0,0")
                .row(Town.number(102) + "," + wrongDigit(Town.code(102)) + ",a,b,19500401,1,c,28110,1,,,0,0")
                .row(Town.number(103) + "," + Town.code(103) + ",a,b,19500401,1,c,28110,2,,,0,0")
                .crowd(200, 300);

        assertThatThrownBy(() -> authority.load(town))
                .isInstanceOfSatisfying(
                        RegisterRefused.class,
                        refused -> assertThat(refused.english())
                                .startsWith("4 findings in the file, nothing was taken in")
                                .contains(
                                        "line 101, column 1",
                                        "line 102, column 1",
                                        "line 103, column 2",
                                        "line 104, column")
                                .doesNotContain(Town.number(101), Town.code(102)));
        assertThat(authority.rows("select count(*)::text from residents.resident"))
                .containsExactly("0");
    }

    @Test
    void aNumberOrACodeThatIsThereTwiceKeepsTheWholeFileOut() throws SQLException {
        assertThatThrownBy(() -> authority.load(new Town().crowd(0, 10).crowd(3, 4)))
                .isInstanceOfSatisfying(
                        RegisterRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("twice"));
        assertThatThrownBy(() -> authority.load(new Town()
                        .crowd(0, 10)
                        .row(Town.number(3) + "," + Town.code(77) + ",a,b,19500401,1,c,28110,1,,,0,0")))
                .isInstanceOfSatisfying(
                        RegisterRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("twice"));
        assertThat(authority.rows("select count(*)::text from numbering.number"))
                .containsExactly("0");
    }

    @Test
    void theRegisterIsLoadedOnce() {
        authority.load(new Town().crowd(0, 1));

        assertThatThrownBy(() -> authority.load(new Town().crowd(1, 2)))
                .isInstanceOfSatisfying(
                        RegisterRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("not-empty"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "9,3,20261010,,,,住所,28110,,,; nobody has",
                "1,3,20191231,,,,住所,28110,,,; before the last change",
                "1,4,20260101,,名,,,,,,; column 6",
                "1,3,20260101,99,,,住所,28110,,,; not one of those laid down",
                "1,1,20260101,,,,,,,,111111111111; check digit",
                "2,2,20260102,,,,,,,,; is dead",
                "3,3,18990101,,,,住所,28110,,,; before the birth",
                "3,2,20260101,,,,,,,,|3,3,20260102,,,,住所,28110,,,; line 2, column 3: the resident is dead"
            })
    void anEventThatCannotBeKeepsTheWholeFileOut(String events, String why) throws SQLException {
        authority.load(new Town()
                .person(1, "一　郎", "いち　ろう", "19500401", "1", "住所", "28110", "1,31,20200101")
                .person(2, "二　郎", "じ　ろう", "19500401", "1", "住所", "28110", "2,23,20200101")
                .person(3, "三　郎", "さぶ　ろう", "19500401", "1", "住所"));
        var rows = new ArrayList<String>();
        for (var event : events.split("\\|", -1)) {
            rows.add(Town.code(Integer.parseInt(event.substring(0, 1))) + event.substring(1));
        }
        var good = Town.code(3) + ",3,20250101,,,,別の住所,28110,,,";

        assertThatThrownBy(() -> take(authority.file("bad.csv", rows.toArray(String[]::new))))
                .isInstanceOfSatisfying(
                        RegisterRefused.class,
                        refused -> assertThat(refused.english()).contains(why));
        rows.addFirst(good);
        assertThatThrownBy(() -> take(authority.file("also.csv", rows.toArray(String[]::new))))
                .isInstanceOf(RegisterRefused.class);
        assertThat(authority.rows("select count(*)::text from residents.former"))
                .containsExactly("0");
    }

    @Test
    void eventsOfOneResidentFollowEachOtherAndLeaveAHistory() throws SQLException {
        authority.load(new Town().person(1, "一　郎", "いち　ろう", "19500401", "1", "初めの住所"));
        take(authority.file(
                "events.csv",
                Town.code(1) + ",3,20260101,,,,次の住所,28110,,0,",
                Town.code(1) + ",1,20260201,,,,,,,,",
                Town.code(1) + ",5,20260301,,,,,,,,",
                Town.code(1) + ",3,20260401,,,,帰った住所,27128,,2,",
                Town.code(1) + ",1,20260501,,,,,,,,",
                Town.code(1) + ",4,20260601,39,二　郎,じ　ろう,,,1,,"));

        assertThat(authority.rows("""
                        select concat_ws('|', step, address, standing, reason, changed) from residents.former order by step
                        """))
                .containsExactly(
                        "1|初めの住所|1|0",
                        "2|次の住所|1|31|2026-01-01",
                        "3|次の住所|1|34|2026-02-01",
                        "4|次の住所|3|22|2026-03-01",
                        "5|帰った住所|1|12|2026-04-01",
                        "6|帰った住所|1|34|2026-05-01");
        assertThat(
                        authority.rows(
                                "select concat_ws('|', name, steps, reason, address_glyphs, name_glyphs) from residents.resident"))
                .containsExactly("二　郎|6|39|2|1");
        assertThat(authority.rows("select count(distinct mark)::text from numbering.number"))
                .containsExactly("3");
    }

    @Test
    void aNewNumberIsOneNobodyHadAndItsCheckDigitIsRight() throws SQLException {
        authority.load(new Town().crowd(0, 3));
        one(new Happening(code(1), EventKind.NUMBER, LocalDate.of(2026, 11, 1), 0, New.NOTHING, null));

        var numbers = authority
                .part(Transactions.class)
                .read(Scope.WINDOW, c -> authority.part(Numbering.class).open(c, List.of(1L, 2L, 3L)));

        assertThat(numbers).containsKey(2L);
        assertThat(numbers.get(2L)).isNotEqualTo(number(1));
        assertThat(numbers.get(1L)).isEqualTo(number(0));
        assertThatThrownBy(() -> one(
                        new Happening(code(0), EventKind.NUMBER, LocalDate.of(2026, 11, 1), 0, New.NOTHING, number(1))))
                .as("the number that number 2 had before")
                .isInstanceOf(NumberTaken.class);
    }

    @Test
    void whatIsTypedCannotLieAhead() {
        authority.load(new Town().crowd(0, 1));

        assertThatThrownBy(() ->
                        one(new Happening(code(0), EventKind.DIED, LocalDate.of(2026, 12, 2), 0, New.NOTHING, null)))
                .isInstanceOf(RegisterRefused.class)
                .hasMessageContaining("not yet there");
    }

    @Test
    void whoAnswersMayChangeNobodyAndWhoCountsSeesNobody() {
        var transactions = authority.part(Transactions.class);

        for (var sql : List.of(
                "update residents.resident set name = ''",
                "delete from residents.resident",
                "insert into numbering.number select * from numbering.number",
                "delete from inquiry.batch",
                "update inquiry.batch set asker = ''")) {
            assertThatThrownBy(() -> transactions.read(
                            Scope.WINDOW, c -> c.createStatement().execute(sql)))
                    .as(sql)
                    .isInstanceOfSatisfying(
                            StoreBroken.class,
                            broken -> assertThat(broken.state()).isEqualTo("42501"));
        }
        for (var sql : List.of(
                "select name from residents.resident",
                "select sealed from numbering.number",
                "select answer from inquiry.batch")) {
            assertThatThrownBy(() -> transactions.read(
                            Scope.WATCH, c -> c.createStatement().execute(sql)))
                    .as(sql)
                    .isInstanceOfSatisfying(
                            StoreBroken.class,
                            broken -> assertThat(broken.state()).isEqualTo("42501"));
        }
        assertThatThrownBy(() -> transactions.read(
                        Scope.REGISTRAR, c -> c.createStatement().execute("select * from inquiry.batch")))
                .isInstanceOf(StoreBroken.class);
    }

    private void take(Path file) {
        authority.recorded(
                connection -> recorded(authority.part(Residents.class).happen(connection, file, Progress.SILENT)));
    }

    private void one(Happening event) {
        authority.recorded(
                connection -> recorded(authority.part(Residents.class).happen(connection, event)));
    }

    private static <T> Recorded<T> recorded(T value) {
        return new Recorded<>(value, List.of(new Entry(Authority.REGISTRAR, new RegisterUnchanged("test", "none"))));
    }

    private static ResidentRecordCode code(int i) {
        return ResidentRecordCode.parse(Town.code(i)).orThrow();
    }

    private static IndividualNumber number(int i) {
        return IndividualNumber.parse(Town.number(i)).orThrow();
    }

    private static String wrongDigit(String number) {
        var last = number.charAt(number.length() - 1);
        return number.substring(0, number.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }
}
