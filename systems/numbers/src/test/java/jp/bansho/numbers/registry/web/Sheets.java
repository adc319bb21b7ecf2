package jp.bansho.numbers.registry.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.testing.Guest;
import jp.bansho.testing.Guest.Reply;

/// An office with people on its shelves: recipients 0 to 3 and dependants 5 and 6 of association 28, recipients 0 and 1
/// of association 11. Keeps every answer, so that a test can look through all of them at its end.
final class Sheets implements AutoCloseable {

    static final int HERE = TestMachine.HYOGO;
    static final int ELSEWHERE = TestMachine.SAITAMA;

    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    final Office office;
    final TestMachine machine;
    final Connection administrator;
    private final List<Reply> replies = new ArrayList<>();

    Sheets() throws SQLException {
        this(_ -> {});
    }

    /// An office whose home folder is set up differently.
    Sheets(Office.Settings settings) throws SQLException {
        office = new Office(settings);
        machine = office.machine();
        machine.register(HERE, 0, 4);
        machine.register(ELSEWHERE, 0, 2);
        machine.take(
                JobKind.DEPENDANTS,
                HERE,
                InventedFiles.dependants(machine.folder().resolve("d.csv"), HERE, 5, 7));
        administrator = machine.superuser();
    }

    Reply get(Guest guest, String path) {
        return kept(guest.get(path));
    }

    Reply look(Guest guest, String path) {
        return kept(guest.look(path));
    }

    Reply post(Guest guest, String path, String... fields) {
        return kept(guest.post(path, fields));
    }

    private Reply kept(Reply reply) {
        replies.add(reply);
        return reply;
    }

    /// Everything that was answered so far: pages, addresses, headers.
    List<Reply> replies() {
        return replies;
    }

    /// The key of the form that works once.
    static String once(Reply reply) {
        var found = ONCE.matcher(reply.page());
        if (!found.find()) {
            throw new IllegalStateException("no form that works once: " + reply.page());
        }
        return found.group(1);
    }

    /// Searches by user number, as the form does.
    Reply find(Guest guest, int association, int person, String row) {
        guest.get("/people");
        return post(
                guest,
                "/people/find",
                "association",
                String.valueOf(association),
                "by",
                "USER_NUMBER",
                "sought",
                InventedFiles.userNumber(association, person),
                "purpose",
                row,
                "caseReference",
                "R8-0042");
    }

    /// The path of a person.
    String path(int association, int person) throws SQLException {
        return "/people/" + association + "/" + subject(association, person);
    }

    long subject(int association, int person) throws SQLException {
        return machine.subject(InventedFiles.userNumber(association, person));
    }

    /// The number of that record, from which [#since] reads on.
    long mark() throws SQLException {
        return Sql.number(administrator, "select max(seq) from audit.record");
    }

    /// Event, purpose and details of what the account did since then, but for what the door records.
    List<String> since(long mark, String account) throws SQLException {
        return Sql.rows(administrator, """
                select event, coalesce(purpose, '-'), details from audit.record
                 where seq > %d and actor = '%s' and event !~ '^(came-in|first-login|passkey-.*|screen-.*|went-out)$' order by seq
                """.formatted(mark, account));
    }

    /// The whole record in words.
    String record() throws SQLException {
        return String.join("\n", Sql.rows(administrator, "select r::text from audit.record r"));
    }

    /// All rows of all tables of this machine in words.
    String database() throws SQLException {
        var rows = new ArrayList<String>();
        for (var table : Sql.rows(administrator, """
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                 where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                """)) {
            rows.addAll(Sql.rows(administrator, "select t::text from " + table + " t"));
        }
        return String.join("\n", rows);
    }

    @Override
    public void close() {
        try {
            administrator.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            office.close();
        }
    }
}
