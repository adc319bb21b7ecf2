package jp.bansho.numbers.registry.web;

import static jp.bansho.numbers.registry.web.Sheets.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.terminal.Office.Present;
import jp.bansho.testing.Guest;
import jp.bansho.testing.Guest.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/// Entry, second look, done: people at work at the forms, and what they type.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheForms {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @SuppressWarnings("NullAway.Init")
    Sheets sheets;

    @SuppressWarnings("NullAway.Init")
    Present clerk;

    @SuppressWarnings("NullAway.Init")
    Present senior;

    @SuppressWarnings("NullAway.Init")
    Present tax;

    long mark;

    @BeforeAll
    void open() throws SQLException {
        sheets = new Sheets();
        clerk = sheets.office.present(HERE, AccountRole.CLERK, "pension");
        senior = sheets.office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        tax = sheets.office.present(HERE, AccountRole.CLERK, "tax");
    }

    @BeforeEach
    void mark() throws SQLException {
        mark = sheets.mark();
    }

    @AfterAll
    void close() {
        sheets.close();
    }

    Reply register(Present who, String row, String kind, int person, String number, String second) {
        return entry(who, Sheets.once(sheets.get(who.guest(), "/people/new")), row, kind, person, number, second);
    }

    Reply entry(Present who, String once, String row, String kind, int person, String number, String second) {
        return sheets.post(
                who.guest(),
                "/people/new",
                "once",
                once,
                "purpose",
                row,
                "kind",
                kind,
                "userNumber",
                person < 0 ? "" : InventedFiles.userNumber(HERE, person),
                "number",
                number,
                "second",
                second);
    }

    Reply identifiers(Present who, String path, String once, int person, String own, String basic) {
        return sheets.post(
                who.guest(),
                path + "/identifiers",
                "once",
                once,
                "purpose",
                "P-01",
                "userNumber",
                InventedFiles.userNumber(HERE, person),
                "ownNumber",
                own,
                "basicPensionNumber",
                basic);
    }

    Reply change(Present who, String path, String once, String row, String reason, String number, String second) {
        return sheets.post(
                who.guest(),
                path + "/change",
                "once",
                once,
                "purpose",
                row,
                "reason",
                reason,
                "number",
                number,
                "second",
                second);
    }

    String compare(String path, String number) {
        Guest guest = tax.guest();
        var once = Sheets.once(sheets.get(guest, path + "/compare"));
        sheets.post(guest, path + "/compare", "once", once, "purpose", "P-08", "number", number);
        return sheets.get(guest, path).page();
    }

    static String key(Reply reply) {
        var found = KEY.matcher(reply.page());
        if (!found.find()) {
            throw new IllegalStateException("no page to confirm: " + reply.status() + " " + reply.page());
        }
        return found.group(1);
    }

    static String grouped(int person) {
        var digits = InventedFiles.digits(HERE, person);
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
    }

    /// The number is on the pages to compare it, and nowhere else: no other page, no address, no header, no record.
    void assertOnlyConfirmed(int person, Reply... confirms) throws SQLException {
        var others = new ArrayList<>(sheets.replies());
        others.removeAll(List.of(confirms));
        for (var reply : others) {
            assertThat(reply.page() + reply.location() + reply.headers().map())
                    .doesNotContain(InventedFiles.digits(HERE, person))
                    .doesNotContain(grouped(person));
        }
        assertThat(sheets.record())
                .doesNotContain(InventedFiles.digits(HERE, person))
                .doesNotContain(grouped(person));
    }
}
