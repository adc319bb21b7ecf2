package jp.bansho.jlis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.bansho.audit.Entry;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.jlis.inquiry.Asker;
import jp.bansho.jlis.inquiry.BatchKey;
import jp.bansho.jlis.inquiry.Inquiries;
import jp.bansho.jlis.inquiry.Reply;
import jp.bansho.jlis.residents.EventKind;
import jp.bansho.jlis.residents.Happening;
import jp.bansho.jlis.residents.Happening.New;
import jp.bansho.jlis.residents.Residents;
import jp.bansho.jlis.residents.ResidentsEvent.ResidentChanged;
import jp.bansho.jlis.store.Scope;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.PracticeCertificate;
import jp.bansho.testing.NumberHunt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// After a load, events and answers no number lies in the clear: not in a dump of a table, not in the database's files,
/// not in the home folder (S1).
class ClearNumbersTest {

    private static final int PEOPLE = 500;

    private static Authority authority;
    private static NumberHunt hunt;

    @BeforeAll
    static void loadChangeAndAnswer() throws Exception {
        authority = Authority.start();
        hunt = new NumberHunt(IntStream.range(0, 2 * PEOPLE)
                .mapToLong(i -> Long.parseLong(Town.number(i)))
                .toArray());
        authority.load(new Town().crowd(0, PEOPLE));
        for (var i = 0; i < 10; i++) {
            change(i);
        }
        var rows = new ArrayList<String>();
        for (var i = 1; i < PEOPLE; i++) {
            rows.add(Town.byCode(i, Town.code(i)));
        }
        var now = Instant.now();
        var key = PracticeCertificate.make(
                PracticeCertificate.Kind.P_256,
                PracticeCertificate.Use.SIGN,
                "juki",
                now,
                now.plusSeconds(60),
                new SecureRandom());
        var asker = new Asker("juki", key.certificate(), Set.of("21"));
        var reply = authority.recorded(
                Scope.WINDOW,
                connection -> authority
                        .part(Inquiries.class)
                        .answer(connection, asker, new BatchKey("juki", "job", 1), Town.batch(rows)));
        assertThat(hunt.in(((Reply.Rows) reply).bytes()))
                .as("the answer itself holds numbers, and the hunt finds them")
                .isTrue();
    }

    private static void change(int i) {
        var event = new Happening(
                ResidentRecordCode.parse(Town.code(i)).orThrow(),
                EventKind.NUMBER,
                LocalDate.of(2026, 11, 1),
                0,
                New.NOTHING,
                IndividualNumber.parse(Town.number(PEOPLE + i)).orThrow());
        authority.recorded(connection -> {
            var resident = authority.part(Residents.class).happen(connection, event);
            var changed = new ResidentChanged(EventKind.NUMBER, event.day(), 0, "漏えいのおそれ");
            return new Recorded<>(resident, List.of(new Entry(Authority.REGISTRAR.about(resident), changed)));
        });
    }

    @AfterAll
    static void close() {
        authority.close();
    }

    @Test
    void noRowOfAnyTableHoldsANumber() throws SQLException {
        var tables = authority.rows("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                """);
        assertThat(tables).contains("residents.resident", "numbering.number", "inquiry.batch", "audit.record");
        for (var table : tables) {
            for (var row : authority.rows("select t::text from " + table + " t")) {
                assertThat(hunt.in(row.getBytes(StandardCharsets.UTF_8)))
                        .as(table)
                        .isFalse();
            }
        }
    }

    @Test
    void noFileOfTheDatabaseHoldsANumber() throws SQLException {
        authority.run("checkpoint");
        var files = authority.rows("""
                select 'base/' || d.oid || '/' || f from pg_database d, pg_ls_dir('base/' || d.oid) f
                 where d.datname = current_database() and f ~ '^[0-9t]'
                """);
        assertThat(files).hasSizeGreaterThan(50);
        for (var file : files) {
            for (var bytes : authority.bytes("select pg_read_binary_file('" + file + "', true)")) {
                assertThat(hunt.in(bytes)).as(file).isFalse();
            }
        }
    }

    @Test
    void noFileOfTheHomeHoldsANumber() throws Exception {
        for (var file : authority.homeFiles()) {
            assertThat(hunt.in(Files.readAllBytes(file))).as(file.toString()).isFalse();
        }
    }
}
