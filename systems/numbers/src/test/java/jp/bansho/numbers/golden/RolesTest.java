package jp.bansho.numbers.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.access.account.NewUser;
import jp.bansho.audit.HeadGap;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.cycle.Cycles;
import jp.bansho.numbers.cycle.Declarations;
import jp.bansho.numbers.emergency.EmergencyConsole;
import jp.bansho.numbers.erasure.Erasures;
import jp.bansho.numbers.incident.Drafts;
import jp.bansho.numbers.inspection.LogCheck;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobRefused;
import jp.bansho.numbers.keys.KeyCeremonies;
import jp.bansho.numbers.linkage.Directory;
import jp.bansho.numbers.linkage.Identifier;
import jp.bansho.numbers.media.MediaWatch;
import jp.bansho.numbers.operation.OperationsReport;
import jp.bansho.numbers.purge.Purges;
import jp.bansho.numbers.recovery.Backups;
import jp.bansho.numbers.recovery.Homecoming;
import jp.bansho.numbers.recovery.RecoveryRefused;
import jp.bansho.numbers.recovery.RestoreOrder;
import jp.bansho.numbers.recovery.RestoreOrder.Administrator;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.staff.Users;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.taxfile.Custodies;
import jp.bansho.numbers.taxfile.Mode;
import jp.bansho.numbers.taxfile.Previews;
import jp.bansho.numbers.taxfile.Reports;
import jp.bansho.numbers.taxfile.TaxReport;
import jp.bansho.numbers.taxfile.TaxfileRefused;
import jp.bansho.numbers.vault.RotationOrder;
import jp.bansho.numbers.vault.RotationProgress;
import jp.bansho.numbers.vault.RotationRefused;
import jp.bansho.numbers.vault.Rotations;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.seal.KeyPlace;
import jp.bansho.seal.KeyPurpose;
import org.junit.jupiter.api.Test;

/// Tries every right of `routes.txt` against the desks: who is let in, and who is refused before anything is done.
class RolesTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final Path NO_FILE = Path.of("/nonexistent/377dat01.txt");

    @FunctionalInterface
    private interface Door {
        void by(Actor actor);
    }

    @Test
    void everyDoorLetsInWhomTheListSaysAndNobodyElse() throws Exception {
        try (var machine = TestMachine.start()) {
            machine.register(HERE, 0, 2);
            var actors = new LinkedHashMap<String, Actor>();
            actors.put("the association", machine.clerk(HERE));
            actors.put("another association", machine.clerk(TestMachine.SAITAMA));
            actors.put("the federation", machine.actor(Role.FEDERATION));
            actors.put("the operator", machine.actor(Role.OPERATOR));
            for (var door : doors(machine).entrySet()) {
                var let = new TreeSet<String>();
                actors.forEach((name, actor) -> {
                    if (letIn(door.getValue(), actor)) {
                        let.add(name);
                    }
                });
                assertThat(String.join(", ", let)).as(door.getKey()).isEqualTo(RoutesText.WHO.get(door.getKey()));
            }
        }
    }

    @Test
    void whoeverIsRefusedHasDoneNothing() throws Exception {
        try (var machine = TestMachine.start()) {
            machine.register(HERE, 0, 2);
            try (var administrator = machine.superuser();
                    var count = administrator.prepareStatement(
                            "select (select count(*) from job.job) + (select count(*) from audit.record)")) {
                var before = number(count);
                for (var door : doors(machine).entrySet()) {
                    var strangers =
                            RoutesText.WHO.getOrDefault(door.getKey(), "").contains("the operator")
                                    ? List.of(machine.clerk(TestMachine.SAITAMA), machine.actor(Role.FEDERATION))
                                    : List.of(machine.clerk(TestMachine.SAITAMA), machine.actor(Role.OPERATOR));
                    for (var stranger : strangers) {
                        assertThat(letIn(door.getValue(), stranger)).isFalse();
                    }
                }
                assertThat(number(count)).isEqualTo(before);
            }
        }
    }

    private static Map<String, Door> doors(TestMachine machine) throws Exception {
        var subject = machine.subject(InventedFiles.userNumber(HERE, 0));
        var number = IndividualNumber.ofClear(InventedFiles.number(HERE, 0));
        var intake = machine.part(Intake.class);
        var day = machine.part(Users.class).today();
        var doors = new TreeMap<String, Door>();
        for (var kind : List.of(JobKind.RESULTS, JobKind.DEPENDANTS, JobKind.IDENTIFIERS)) {
            doors.put(
                    "bansho numbers intake " + kind.word(),
                    actor -> intake.run(
                            new IntakeOrder(kind, actor, Purpose.NUMBER_REGISTRATION, HERE, NO_FILE, false),
                            Progress.SILENT));
        }
        doors.put("bansho numbers media watch", machine.part(MediaWatch.class)::look);
        var previews = machine.part(Previews.class);
        var reports = machine.part(Reports.class);
        var custodies = machine.part(Custodies.class);
        var witness = machine.actor(Role.FEDERATION);
        doors.put(
                "bansho numbers taxfile preview",
                actor -> previews.make(
                        new Previews.Order(actor, NO_FILE, TaxReport.WITHHOLDING, 2025, Mode.FIRST, null),
                        Progress.SILENT));
        doors.put("bansho numbers taxfile confirm", actor -> previews.confirm(actor, 1));
        doors.put("bansho numbers taxfile write", actor -> reports.write(actor, witness, 1, NO_FILE, Progress.SILENT));
        doors.put("bansho numbers taxfile resume", actor -> reports.resume(actor, witness, 1, Progress.SILENT));
        doors.put("bansho numbers taxfile submit", actor -> custodies.submit(actor, witness, 1, "courier"));
        doors.put("bansho numbers taxfile receipt", actor -> custodies.receipted(actor, 1, "R-1"));
        doors.put("bansho numbers taxfile returned", actor -> custodies.returned(actor, witness, 1, "courier"));
        doors.put("bansho numbers taxfile destroyed", actor -> custodies.destroyed(actor, witness, 1, "D-1"));
        doors.put("bansho numbers taxfile custody", actor -> custodies.newest(actor, 1));
        doors.put("bansho numbers taxfile rows", actor -> custodies.missing(actor, 1));
        doors.put("bansho numbers taxfile papers", actor -> custodies.one(actor, 1));
        doors.put("bansho numbers index", actor -> {
            try {
                machine.part(Vault.class).rebuildIndex(actor, HERE);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        doors.put("bansho numbers find", actor -> {
            machine.part(Directory.class)
                    .find(
                            actor,
                            Purpose.PENSION_PAYMENT,
                            HERE,
                            Identifier.USER_NUMBER,
                            InventedFiles.userNumber(HERE, 0));
            machine.part(Vault.class).seek(actor, Purpose.PENSION_PAYMENT, HERE, number);
            machine.part(Vault.class).reveal(actor, Purpose.PENSION_PAYMENT, HERE, subject, "case");
        });
        doors.put(
                "bansho numbers users add",
                actor -> machine.part(Users.class)
                        .registerFirst(
                                actor,
                                HERE,
                                new NewUser(
                                        "S1", "試験", null, AccountRole.USER_MANAGER, "general", day, day.plusDays(9))));
        doors.put(
                "bansho numbers users nightly",
                actor -> machine.part(Users.class).nightly(actor, day));
        doors.put(
                "bansho numbers logcheck", actor -> machine.part(LogCheck.class).runAll(actor));
        doors.put(
                "bansho numbers keys rotations",
                actor -> machine.part(Rotations.class).newest(actor, 9));
        doors.put("bansho numbers keys rotate", actor -> {
            try {
                machine.part(Rotations.class)
                        .rotate(
                                new RotationOrder(actor, KeyPurpose.NUMBER_SEAL, HERE, 0, 100),
                                RotationProgress.SILENT);
            } catch (RotationRefused refused) {
                if (refused.reason() != RotationRefused.Reason.NOT_APPROVED) {
                    throw new StaffRefused("", "");
                }
            }
        });
        var ceremonies = machine.part(KeyCeremonies.class);
        doors.put("bansho numbers keys list", ceremonies::list);
        doors.put("bansho numbers keys back-up", actor -> ceremonies.backUp(actor, 1, 3, 5, machine.folder()));
        doors.put("bansho numbers keys backup-destroyed", actor -> ceremonies.backupDestroyed(actor, 1, 1));
        doors.put("bansho numbers keys move", actor -> ceremonies.move(actor, 1, KeyPlace.FILE));
        doors.put(
                "bansho numbers backup",
                actor ->
                        machine.part(Backups.class).make(actor, machine.folder().resolve("backups"), _ -> {}));
        doors.put("bansho numbers purges", actor -> machine.part(Purges.class).all(actor));
        doors.put("bansho numbers cycles", actor -> machine.part(Cycles.class).all(actor));
        var declarations = machine.part(Declarations.class);
        doors.put(
                "bansho numbers declarations compare",
                actor -> declarations.compare(
                        actor, HERE, NO_FILE, day.minusMonths(9).getYear() + 1));
        doors.put(
                "bansho numbers declarations register",
                actor -> declarations.register(
                        actor, HERE, NO_FILE, day.minusMonths(9).getYear() + 1, null, Progress.SILENT));
        var incident = incident(machine);
        doors.put(
                "bansho numbers incident draft",
                actor -> machine.part(Drafts.class).newest(actor, incident));
        doors.put(
                "bansho numbers restore finish",
                actor -> machine.part(Homecoming.class).record(actor, new HeadGap(1, 1, true)));
        doors.put("bansho numbers restore drill", actor -> {
            try {
                var order = new RestoreOrder(NO_FILE, NO_FILE, null, null, null, new Administrator("", ""));
                machine.part(Homecoming.class).practise(actor, order, _ -> {});
            } catch (RecoveryRefused e) {
                throw new JobRefused(JobRefused.Reason.SOURCE_MISSING, "");
            }
        });
        var erasures = machine.part(Erasures.class);
        doors.put("bansho numbers erasure list", erasures::all);
        doors.put("bansho numbers erasure resume", erasures::resume);
        doors.put("bansho numbers erasure certificate", erasures::all);
        doors.put(
                "bansho numbers report",
                actor -> machine.part(OperationsReport.class).paper(actor, YearMonth.from(day)));
        doors.put("bansho numbers emergency", actor -> {
            try {
                machine.part(EmergencyConsole.class).open(actor, "BCDFG-HJKLM-NPQRS-TVWXZ");
            } catch (AccessRefused e) {
                // let in as far as the code, which is wrong
            }
        });
        doors.put("bansho numbers work", actor -> intake.openWork(actor, HERE, 10));
        doors.put("bansho numbers jobs rows", actor -> intake.findings(actor, HERE, 1, 10));
        return doors;
    }

    private static long incident(TestMachine machine) throws SQLException {
        try (var administrator = machine.superuser()) {
            return Sql.number(administrator, """
                    with one as (
                        insert into incident.incident (organisation, kind, thread, summary, known_at, opened_at, opened_by)
                        values (%d, 'noticed', 'x', 'x', now(), now(), 'x') returning id, organisation)
                    insert into incident.draft select id, 1, organisation, now(), 'x', '2026-11-24', '2026-11-24', '{}',
                                                      0, 0, 0, 0, '{}', '{}', array_fill('x'::text, array[9])
                      from one returning incident
                    """.formatted(HERE));
        }
    }

    /// A door that complains about a missing file or application has let the actor in.
    private static boolean letIn(Door door, Actor actor) {
        try {
            door.by(actor);
            return true;
        } catch (JobRefused | AccessRefused | TaxfileRefused e) {
            return true;
        } catch (RotationRefused e) {
            return e.reason() != RotationRefused.Reason.NOT_THE_OPERATOR;
        } catch (StaffRefused e) {
            return false;
        }
    }

    private static long number(PreparedStatement query) throws Exception {
        try (var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
