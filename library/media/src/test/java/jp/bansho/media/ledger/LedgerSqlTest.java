package jp.bansho.media.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.Receiving;
import jp.bansho.media.TrustedSenders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Statements written by hand, with the rights of the machine: the tables hold by themselves.
class LedgerSqlTest {

    private static final String STEP = """
            insert into media.step (organisation, medium, parcel, action, at, doer, doer_person, witness, witness_person)
            select 28, m.id, p.number, '%s', '2026-11-22T03:00:00Z', %s
              from media.medium m
              left join media.parcel p on p.medium = m.id and p.live
             where m.number = '%s'
            """;
    private static final String TWO = "'k.tanaka', 1, 'h.suzuki', 2";

    private final Office office = new Office();
    private final LedgerDatabase database = office.database;

    @TempDir
    private Path folder;

    @Test
    void theSamePersonTwiceIsRefusedByTheTable() throws SQLException {
        office.entered("USB-1");
        for (var one : new String[] {
            "'k.tanaka', 1, 'k.tanaka', 1", "'k.tanaka', 1, 'k.tanaka', 2", "'k.tanaka', 1, 'k.tanaka-2', 1"
        }) {
            refused(STEP.formatted("vault-in", one, "USB-1"), "nobody_is_their_own_witness");
        }
        refused(STEP.formatted("vault-in", "'k.tanaka', 1, null, null", "USB-1"), "two_people_stand_at_it");
        refused(STEP.formatted("vault-in", "'k.tanaka', 1, 'h.suzuki', null", "USB-1"), "nobody_is_their_own_witness");
        allowed(STEP.formatted("vault-in", TWO, "USB-1"));
    }

    @Test
    void whetherItTakesTwoIsNotForTheStatementToSay() throws SQLException {
        office.entered("USB-1");
        refused(
                STEP.formatted("vault-in", "'k.tanaka', 1, null, null", "USB-1")
                        .replace("witness_person)", "witness_person, two_people, before, after)")
                        .replace("null, null", "null, null, false, 'in-use', 'in-use'"),
                "two_people_stand_at_it");
    }

    @Test
    void historyIsNeverChangedNotEvenByTheAdministrator() throws SQLException, IOException {
        office.written(folder.resolve("parcel"), office.entered("USB-1"), 41);
        for (var change : new String[] {
            "update media.step set doer = 'x'",
            "delete from media.step",
            "update media.content set items = 1",
            "delete from media.content",
            "delete from media.parcel",
            "delete from media.medium",
            "update media.rule set two_people = false",
            "delete from media.stocktaking",
            "truncate media.step",
            "update media.parcel set content = 'x'",
            "update media.medium set number = 'X'"
        }) {
            refused(change, "permission denied");
        }
        for (var change : new String[] {
            "update media.step set doer = 'x'",
            "delete from media.step",
            "truncate media.step cascade",
            "update media.content set items = 1",
            "delete from media.parcel",
            "update media.rule set two_people = false"
        }) {
            assertThatThrownBy(() -> database.execute(change))
                    .as(change)
                    .hasMessageContaining("the ledger of media is never changed");
        }
        assertThatThrownBy(() -> database.execute("update media.parcel set content = 'x'"))
                .hasMessageContaining("follows from its steps");
    }

    @Test
    void aStateFollowsFromStepsAlone() throws SQLException, IOException {
        office.written(folder.resolve("parcel"), office.entered("USB-1"), 41);
        refused("update media.medium set state = 'destroyed'", "follows from its steps");
        refused("update media.medium set state = 'in-vault', last_step = last_step + 1", "follows from its steps");
        refused("update media.medium set last_step = 1", "follows from its steps");
        refused("update media.parcel set state = 'settled'", "follows from its steps");
        refused("""
                insert into media.medium (organisation, number, kind, label, owner, own, state)
                values (28, 'USB-2', 'stick', 'x', 'association-28', true, 'in-vault')
                """, "begins without a step");
        refused(STEP.formatted("take-back", TWO, "USB-1"), "no step take-back");
        refused(STEP.formatted("find", TWO, "USB-1"), "no step find");
        refused(STEP.formatted("enter", TWO, "USB-1"), "no step enter");
        refused(STEP.formatted("invented", TWO, "USB-1"), "");
        refused(
                STEP.formatted("vault-in", TWO, "USB-1").replace("p.number,", "null,"),
                "not the parcel on this medium");
    }

    @Test
    void oneApprovalOneParcelAndNobodyApprovesTheirOwn() throws SQLException {
        office.entered("USB-1");
        office.begun(office.entered("USB-2"), 41);
        var hash = Office.order().payloadHash();
        refused(parcel("jlis", 41, "k.tanaka", hash), "one_approval_one_parcel");
        refused(parcel("jlis", 42, "h.suzuki", hash), "nobody_approves_their_own");
        refused(parcel("juki", 42, "k.tanaka", hash), "made_as_approved");
        refused(parcel("jlis", 42, "k.tanaka", "0".repeat(64)), "made_as_approved");
        refused(
                parcel("jlis", 42, "k.tanaka", hash).replace("'k.tanaka', 'h.suzuki'", "null, null"),
                "outgoing_was_applied_for");
        refused(parcel("jlis", 42, "k.tanaka", hash).replace("'out'", "'in'"), "outgoing_was_applied_for");
        allowed(parcel("jlis", 42, "k.tanaka", hash));
        refused(parcel("jlis", 43, "k.tanaka", hash), "one_parcel_on_a_medium");
        refused(STEP.formatted("write", TWO, "USB-1"), "no step write");
        allowed(STEP.formatted("begin", TWO, "USB-1"));
        refused(STEP.formatted("write", TWO, "USB-1"), "nobody has said what is in it");
    }

    @Test
    void nothingIsOpenedOrConfirmedThatIsNotRegistered() throws SQLException, IOException {
        office.arrives(folder.resolve("parcel"));
        var parcel = office.inspect(folder.resolve("parcel"));
        office.registered(parcel, "DVD-1");
        refused(STEP.formatted("confirm", TWO, "DVD-1"), "no step confirm");
        refused(STEP.formatted("wipe", TWO, "DVD-1"), "no step wipe");
        database.act(
                28,
                on -> office.ledger
                        .incoming()
                        .turnAway(on, office.tanaka, parcel.manifest().label().number(), refusal()));
        refused(STEP.formatted("open", TWO, "DVD-1"), "no step open");
        allowed("""
                insert into media.parcel (number, organisation, direction, medium, content, purpose, sender, recipient, use_by,
                                          way_of_return, noted_at)
                select '%s', 28, 'in', m.id, 'x', 'registration', 'jlis', 'association-28', '2026-11-30', 'x', now()
                  from media.medium m
                """.formatted(ParcelNumber.make(Office.RANDOM)));
        refused(STEP.formatted("open", TWO, "DVD-1"), "no step open");
        refused(STEP.formatted("register", TWO, "DVD-1"), "nobody has said what is in it");
    }

    @Test
    void aMediumIsNotDisposedOfWithoutACertificate() throws SQLException {
        office.entered("USB-1");
        refused(STEP.formatted("destroy", TWO, "USB-1"), "a_certificate_where_one_is_due");
        refused(STEP.formatted("erase", TWO, "USB-1"), "a_certificate_where_one_is_due");
        refused(
                STEP.formatted("destroy", TWO + ", 'association-28', 'D-28-1'", "USB-1")
                        .replace("witness_person)", "witness_person, issuer, certificate)"),
                "foreign key");
    }

    @Test
    void anotherOrganisationSeesAndChangesNothingEvenWithoutAWhereClause() throws SQLException, IOException {
        office.written(folder.resolve("parcel"), office.entered("USB-1"), 41);
        for (var table :
                new String[] {"medium", "parcel", "content", "step", "certificate", "stocktaking", "stock_line"}) {
            assertThat(database.column(29, "select organisation from media." + table))
                    .isEmpty();
        }
        assertThat(database.update(29, "update media.medium set state = 'destroyed'"))
                .isZero();
        assertThatThrownBy(() -> database.update(29, """
                        insert into media.medium (organisation, number, kind, label, owner, own)
                        values (28, 'USB-9', 'stick', 'x', 'association-28', true)
                        """)).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> database.update(29, """
                        insert into media.step (organisation, medium, action, at, doer, doer_person, witness, witness_person)
                        values (29, 1, 'miss', now(), 'a', 1, 'b', 2)
                        """)).hasMessageContaining("no such medium here");
    }

    @Test
    void nothingThatCouldBeANumberStandsInATable() {
        for (var label : new String[] {"123456789012", "1234 5678 9012", "1234-5678-9012", "１２３４５６７８９０１２", ""}) {
            refused("""
                    insert into media.medium (organisation, number, kind, label, owner, own)
                    values (28, 'USB-9', 'stick', '%s', 'association-28', true)
                    """.formatted(label), "medium_label_check");
        }
    }

    private static ParcelRefused refusal() {
        try {
            new ParcelReader(new Receiving(
                            "x", Set.of(), new TrustedSenders(List.of()), number -> false, InstantSource.system()))
                    .inspect(Path.of("/proc/self/nothing-here"));
        } catch (ParcelRefused refused) {
            return refused;
        }
        throw new AssertionError("there is no parcel there");
    }

    private static String parcel(String to, long application, String applicant, String hash) {
        return """
            insert into media.parcel (number, organisation, direction, medium, content, purpose, sender, recipient, use_by,
                                      way_of_return, application, applicant, approver, approved_hash, noted_at)
            select '%s', 28, 'out', m.id, 'measurement', 'registration', 'association-28', '%s', '2026-11-30',
                   '取込後に廃棄し証明書を送付', %d, '%s', 'h.suzuki', '%s', '2026-11-22T03:00:00Z'
              from media.medium m
             where m.number = '%s'
            """.formatted(ParcelNumber.make(Office.RANDOM), to, application, applicant, hash, "USB-1");
    }

    private void allowed(String sql) {
        assertThatCode(() -> database.update(28, sql)).doesNotThrowAnyException();
    }

    private void refused(String sql, String why) {
        assertThatThrownBy(() -> database.update(28, sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }
}
