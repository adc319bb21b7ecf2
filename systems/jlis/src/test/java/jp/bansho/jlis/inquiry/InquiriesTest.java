package jp.bansho.jlis.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.jlis.Authority;
import jp.bansho.jlis.Town;
import jp.bansho.jlis.residents.Residents;
import jp.bansho.jlis.residents.ResidentsEvent.EventsTaken;
import jp.bansho.jlis.store.Scope;
import jp.bansho.layout.Rule;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions.Recorded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is found, how, and what is said of them; each rule by an example, over a real database.
class InquiriesTest {

    private static final String STREET = "兵庫県神戸市中央区中山手通３－２－１";

    private static Authority authority;
    private static Window window;

    @BeforeAll
    static void aTownWithAHistory() {
        authority = Authority.start();
        authority.load(new Town()
                .person(1, "髙﨑　太郎", "たかさき　たろう", "19500401", "1", STREET)
                .person(2, "双子　一郎", "ふたご　いちろう", "19500402", "1", STREET)
                .person(3, "双子　一郎", "ふたご　いちろう", "19500402", "1", STREET)
                .person(4, "死亡　花子", "しぼう　はなこ", "19300101", "2", STREET, "28110", "2,23,20261015")
                .person(5, "転出　花子", "てんしゅつ　はなこ", "19310101", "2", STREET, "28110", "3,22,20261015")
                .person(6, "転居　花子", "てんきょ　はなこ", "19320101", "2", "大阪府大阪市中央区大手前１", "27128", "1,11,20260901")
                .person(7, "移動　花子", "いどう　はなこ", "19330101", "2", STREET)
                .person(8, "改名　花子", "かいめい　はなこ", "19340101", "2", STREET)
                .person(9, "番号　花子", "ばんごう　はなこ", "19350101", "2", STREET)
                .person(10, "多事　花子", "たじ　はなこ", "19360101", "2", STREET));
        var events = authority.file(
                "resident-events.csv",
                Town.code(7) + ",3,20261010,,,,大阪府大阪市中央区大手前２,27128,,,",
                Town.code(8) + ",4,20261011,,新名　花子,しんめい　はなこ,,,,,",
                Town.code(9) + ",1,20261012,,,,,,,," + Town.number(900),
                Town.code(10) + ",1,20261001,,,,,,,," + Town.number(901),
                Town.code(10) + ",3,20261020,,,,大阪府大阪市中央区大手前３,27128,,,",
                Town.code(10) + ",2,20261105,,,,,,,,");
        authority.recorded(connection -> {
            var done = authority.part(Residents.class).happen(connection, events, Progress.SILENT);
            var event = new EventsTaken(done.numbers(), done.deaths(), done.moves(), done.spellings(), 0);
            return new Recorded<>(done, List.of(new Entry(Authority.REGISTRAR, event)));
        });
        window = new Window(authority);
    }

    @AfterAll
    static void close() {
        authority.close();
    }

    @Test
    void aCodeFindsItsResidentWithTheNumber() {
        var row = window.rows(Town.byCode(1, Town.code(1))).getFirst();

        assertThat(row.subList(18, 25)).containsExactly("00", "1", "1", "1", "0", "1", "0");
        assertThat(row.subList(25, 41))
                .containsExactly(
                        Town.code(1),
                        "髙﨑　太郎",
                        "たかさき　たろう",
                        "19500401",
                        "1",
                        STREET,
                        Town.number(1),
                        "",
                        "",
                        "0",
                        "0",
                        "0",
                        "28110",
                        "0",
                        "",
                        "");
    }

    @Test
    void aCodeNobodyHasFindsNobody() {
        var row = window.rows(Town.byCode(1, Town.code(777))).getFirst();

        assertThat(row.subList(18, 22)).containsExactly("10", "0", "0", "");
        assertThat(row.subList(25, 38)).containsOnly("");
    }

    @ParameterizedTest
    @CsvSource({
        "01, 髙﨑　太郎, たかさき　たろう, 兵庫県神戸市中央区中山手通３－２－１",
        "02, 髙﨑　太郎, ﾀｶｻﾞｷ ﾀﾛｳ, 兵庫県神戸市中央区中山手通３－２－１",
        "03, 高崎　太郎, たかさき　たろう, 兵庫県神戸市中央区中山手通３－２－１",
        "04, 高崎太郎, タカサキタロウ, 兵庫県神戸市中央区中山手通３－２－１",
        "05, 髙﨑　太郎, たかさき　たろう, 兵庫県神戸市中央区中山手通三丁目2番1号",
        "08, 高崎　太郎, タカサキ　タロウ, 兵庫県神戸市中央区中山手通3-2-1"
    })
    void theFourItemsFindAResidentInOtherSpellings(String pattern, String name, String kana, String address) {
        var row = window.rows(Town.byItems(1, name + "," + kana + ",19500401,1," + address + ",28110"))
                .getFirst();

        assertThat(row.subList(18, 22)).containsExactly("00", "1", "1", "2");
        assertThat(row.get(26)).isEqualTo("髙﨑　太郎");
        assertThat(row.get(31)).isEqualTo(Town.number(1));
        assertThat(row.get(39)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "name, 高橋　太郎, たかさき　たろう, 19500401, 1, 28110",
        "kana, 髙﨑　太郎, たかはし　たろう, 19500401, 1, 28110",
        "birth, 髙﨑　太郎, たかさき　たろう, 19500402, 1, 28110",
        "sex, 髙﨑　太郎, たかさき　たろう, 19500401, 2, 28110",
        "municipality, 髙﨑　太郎, たかさき　たろう, 19500401, 1, 28101"
    })
    void oneItemThatDiffersFindsNobody(
            String item, String name, String kana, String birth, String sex, String municipality) {
        var items = String.join(",", name, kana, birth, sex, STREET, municipality);

        assertThat(window.rows(Town.byItems(1, items)).getFirst().get(18))
                .as(item)
                .isEqualTo("10");
    }

    @Test
    void severalWhoFitAreAllTold() {
        var rows = window.rows(
                Town.byItems(1, "双子　一郎,ふたご　いちろう,19500402,1," + STREET + ",28110"), Town.byCode(2, Town.code(1)));

        assertThat(rows).extracting(row -> row.get(1)).containsExactly("1", "1", "2");
        assertThat(rows.get(0).subList(18, 21)).containsExactly("20", "2", "1");
        assertThat(rows.get(1).subList(18, 21)).containsExactly("20", "2", "2");
        assertThat(rows).extracting(row -> row.get(31)).containsExactly(Town.number(2), Town.number(3), Town.number(1));
    }

    @Test
    void theDeadAreToldWithReasonAndDay() {
        var row = window.rows(Town.byCode(1, Town.code(4), "20261001,20261130")).getFirst();

        assertThat(row.subList(22, 25)).containsExactly("1", "2", "0");
        assertThat(row.subList(32, 34)).containsExactly("23", "20261015");
        assertThat(row.get(31)).isEqualTo(Town.number(4));
    }

    @Test
    void whoWasRemovedIsFoundOnlyIfTheRemovedAreWanted() {
        var dead = "死亡　花子,しぼう　はなこ,19300101,2," + STREET + ",28110";
        var left = "転出　花子,てんしゅつ　はなこ,19310101,2," + STREET + ",28110";

        assertThat(window.rows(Town.byItems(1, dead, "0"), Town.byItems(2, left, "0")))
                .extracting(row -> row.get(18))
                .containsExactly("10", "10");
        assertThat(window.rows(Town.byItems(1, dead), Town.byItems(2, left)))
                .extracting(row -> row.get(18) + row.get(23))
                .containsExactly("002", "001");
    }

    @Test
    void anAddressLeftBeforeTheRegisterBeganFindsNobody() {
        var row = window.rows(Town.byItems(1, "転居　花子,てんきょ　はなこ,19320101,2," + STREET + ",28110"))
                .getFirst();

        assertThat(row.get(18)).isEqualTo("10");
    }

    @Test
    void anEarlierAddressFindsWhoLivedThereOnlyIfTheRemovedAreWanted() {
        var before = "移動　花子,いどう　はなこ,19330101,2," + STREET + ",28110";
        var now = "移動　花子,いどう　はなこ,19330101,2,大阪府大阪市中央区大手前２,27128";

        var rows = window.rows(Town.byItems(1, before, "0"), Town.byItems(2, before), Town.byItems(3, now, "0"));

        assertThat(rows).extracting(row -> row.get(18)).containsExactly("10", "00", "00");
        assertThat(rows).extracting(row -> row.get(39)).containsExactly("", "11", "01");
        assertThat(rows.get(1).get(30)).isEqualTo("大阪府大阪市中央区大手前２");
    }

    @Test
    void anEarlierNameFindsWhoBoreIt() {
        var rows = window.rows(
                Town.byItems(1, "改名　花子,かいめい　はなこ,19340101,2," + STREET + ",28110"),
                Town.byItems(2, "新名　花子,しんめい　はなこ,19340101,2," + STREET + ",28110"));

        assertThat(rows).extracting(row -> row.get(39)).containsExactly("11", "01");
        assertThat(rows).extracting(row -> row.get(26)).containsOnly("新名　花子");
    }

    @ParameterizedTest
    @CsvSource({
        "'20261001,20261130', 7, 1, 1",
        "'20261001,20261130', 8, 1, 1",
        "'20261001,20261130', 9, 1, 2",
        "'20261012,20261012', 9, 1, 2",
        "'20261013,20261130', 9, 0, 0",
        "'20261001,20261130', 4, 1, 0",
        "'20261001,20261130', 5, 1, 1",
        "'20261001,20261130', 6, 0, 0",
        "'20260901,20261130', 6, 1, 1",
        "'20261001,20261130', 10, 1, 2",
        "'20261002,20261130', 10, 1, 1",
        "'20261101,20261130', 10, 1, 0",
        "',', 9, 0, 0"
    })
    void whatChangedInThePeriodIsTold(String period, int person, String changed, String what) {
        var row = window.rows(Town.byCode(1, Town.code(person), period)).getFirst();

        assertThat(row.get(22)).isEqualTo(changed);
        assertThat(row.get(24)).isEqualTo(what);
    }

    @Test
    void theNumberIsThePresentOne() {
        assertThat(window.rows(Town.byCode(1, Town.code(9)), Town.byCode(2, Town.code(10))))
                .extracting(row -> row.get(31))
                .containsExactly(Town.number(900), Town.number(901));
    }

    @Test
    void aRowInErrorDoesNotSpoilTheOthers() {
        var good = Town.byCode(1, Town.code(1));
        var badDigit = Town.byCode(2, "11111111111");
        var noMunicipality = Town.byItems(3, "髙﨑　太郎,たかさき　たろう,19500401,1," + STREET + ",");
        var neither = Town.byCode(4, "");
        var backwards = Town.byCode(5, Town.code(1), "20261130,20261001");

        var reply = window.ask(
                Window.JUKI,
                "errors",
                1,
                Town.batch(List.of(good, badDigit, noMunicipality, neither, backwards, Town.byCode(6, Town.code(2)))));

        var lines = Authority.lines(((Reply.Rows) reply).bytes());
        assertThat(lines)
                .extracting(line -> line.split(",", -1)[17])
                .containsExactly("00", "90", "90", "90", "90", "00");
        assertThat(lines.get(1)).startsWith(badDigit);
        assertThat(lines.get(4)).startsWith(backwards);
    }

    @Test
    void aBatchWhoseRowsCannotBeToldApartIsNotUnderstood() {
        assertThat(refusal("shape", "what is this", Town.byCode(2, Town.code(1))))
                .isEqualTo(Problem.NOT_UNDERSTOOD);
        assertThat(refusal("order", Town.byCode(2, Town.code(1)), Town.byCode(1, Town.code(1))))
                .isEqualTo(Problem.NOT_UNDERSTOOD);
        assertThat(refusal("user", Town.byCode(2, Town.code(1)).replace("2800000002", "")))
                .isEqualTo(Problem.NOT_UNDERSTOOD);
        assertThat(window.ask(Window.JUKI, "empty", 1, new byte[0]))
                .isEqualTo(new Reply.Refusal(Problem.NOT_UNDERSTOOD, List.of()));
    }

    @Test
    void theProblemTellsThePlaceAndNoContent() {
        var reply = window.ask(Window.JUKI, "places", 1, Town.batch(List.of("what is this")));

        assertThat(((Reply.Refusal) reply).places()).singleElement().satisfies(place -> {
            assertThat(place.line()).isEqualTo(1);
            assertThat(place.rule()).isEqualTo(Rule.COLUMN_COUNT);
        });
    }

    @Test
    void moreThanFiveThousandRowsAreTooMany() {
        var rows = new ArrayList<String>();
        for (var i = 1; i <= 5001; i++) {
            rows.add(Town.byCode(i, Town.code(1)));
        }
        assertThat(refusal("many", rows.toArray(String[]::new))).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void whoIsNotEntitledToTheseAffairsGetsNothing() {
        var reply = window.ask(Window.asker("tax", "99"), "job", 1, Town.batch(List.of(Town.byCode(1, Town.code(1)))));

        assertThat(reply).isEqualTo(new Reply.Refusal(Problem.NOT_ENTITLED, List.of()));
    }

    @Test
    void theSameBatchGetsTheSameAnswerAlthoughTheRegisterChanged() throws SQLException {
        var body = Town.batch(List.of(Town.byCode(1, Town.code(3))));
        var first = ((Reply.Rows) window.ask(Window.JUKI, "again", 1, body)).bytes();
        try (var connection = authority.superuser();
                var statement = connection.createStatement()) {
            statement.execute("update residents.resident set name = '別名　一郎' where id = 3");
            var second = ((Reply.Rows) window.ask(Window.JUKI, "again", 1, body)).bytes();
            statement.execute("update residents.resident set name = '双子　一郎' where id = 3");
            assertThat(second).isEqualTo(first);
        }
        assertThat(authority.rows("select event from audit.record where details like '%\"again\"%' order by seq"))
                .containsExactly("batch-answered", "batch-repeated");
    }

    @Test
    void anotherContentUnderTheSameNameIsRefusedAndAnotherAskerHasNamesOfItsOwn() {
        var one = Town.batch(List.of(Town.byCode(1, Town.code(1))));
        var two = Town.batch(List.of(Town.byCode(1, Town.code(2))));
        window.ask(Window.JUKI, "mine", 1, one);

        assertThat(window.ask(Window.JUKI, "mine", 1, two))
                .isEqualTo(new Reply.Refusal(Problem.OTHER_CONTENT, List.of()));
        assertThat(window.ask(Window.asker("other", "21"), "mine", 1, two)).isInstanceOf(Reply.Rows.class);
    }

    @Test
    void anErasedAnswerIsNotGivenAgain() throws SQLException {
        var body = Town.batch(List.of(Town.byCode(1, Town.code(1))));
        window.ask(Window.JUKI, "old", 1, body);
        try (var connection = authority.superuser();
                var statement = connection.createStatement()) {
            statement.execute("update inquiry.batch set answered = answered - interval '15 days' where job = 'old'");
        }

        int erased = authority.recorded(
                Scope.WINDOW, connection -> authority.part(Inquiries.class).erase(connection, 14, Authority.REGISTRAR));

        assertThat(erased).isOne();
        assertThat(window.ask(Window.JUKI, "old", 1, body))
                .isEqualTo(new Reply.Refusal(Problem.ANSWER_ERASED, List.of()));
    }

    @Test
    void theRecordSaysHowManyAndNamesNobody() throws SQLException {
        window.ask(
                Window.JUKI,
                "counted",
                1,
                Town.batch(List.of(Town.byCode(1, Town.code(1)), Town.byCode(2, Town.code(777)))));

        assertThat(authority.rows("select details from audit.record where details like '%\"counted\"%'"))
                .singleElement()
                .asString()
                .contains("\"inquiries\":2", "\"found\":1", "\"noHit\":1");
        assertThat(authority.rows("select coalesce(details, '') from audit.record"))
                .noneMatch(details -> details.contains("花子") || details.contains(Town.code(1)));
    }

    private static Problem refusal(String job, String... rows) {
        return ((Reply.Refusal) window.ask(Window.JUKI, job, 1, Town.batch(List.of(rows)))).problem();
    }
}
