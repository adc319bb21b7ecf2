package jp.bansho.access.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.bansho.access.DeskDatabase;
import jp.bansho.audit.EventShape;
import jp.bansho.audit.Stamp;
import org.junit.jupiter.api.Test;

/// Exactly one execution of exactly what was approved, in time.
class ExecutionTest {

    private static final int ROUNDS = 8;

    private final Cast cast = new Cast();

    @FunctionalInterface
    private interface Try {
        String on(Connection connection, int which) throws SQLException;
    }

    @Test
    void ofTwoExecutionsAtOnceExactlyOneWins() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var id = cast.approved().id();
            assertThat(atOnce((connection, which) -> Cast.word(cast.approvals.execute(
                            connection,
                            which == 0 ? cast.applicant : cast.another,
                            id,
                            ApprovalKind.ERASURE,
                            Cast.PAYLOAD))))
                    .containsExactlyInAnyOrder("done", "already-executed");
        }
    }

    @Test
    void ofTwoDecidersAtOnceExactlyOneWins() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var id = cast.applied().id();
            assertThat(atOnce((connection, which) -> Cast.word(cast.approvals.decide(
                            connection,
                            which == 0 ? cast.colleague : cast.another,
                            id,
                            which == 0 ? Decision.APPROVE : Decision.REFUSE,
                            "理由"))))
                    .containsExactlyInAnyOrder("done", "already-decided");
        }
    }

    @Test
    void anExecutionThatIsRolledBackDidNotHappen() throws SQLException {
        var id = cast.approved().id();
        try (var connection = cast.database.application()) {
            DeskDatabase.enter(connection, 1);
            cast.approvals
                    .execute(connection, cast.applicant, id, ApprovalKind.ERASURE, Cast.PAYLOAD)
                    .value();
            connection.rollback();
        }
        assertThat(cast.state(id)).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void whatDiffersByOneCharacterIsRefused() throws SQLException {
        var id = cast.approved().id();
        for (var place = 0; place < Cast.PAYLOAD.length(); place++) {
            var changed = new StringBuilder(Cast.PAYLOAD);
            changed.setCharAt(place, Cast.PAYLOAD.charAt(place) == 'x' ? 'y' : 'x');
            assertThat(Cast.word(cast.execute(cast.applicant, id, ApprovalKind.ERASURE, changed.toString())))
                    .as("place " + place)
                    .isEqualTo("other-payload");
        }
        for (var changed : List.of(Cast.PAYLOAD + "\n", Cast.PAYLOAD.strip(), Cast.PAYLOAD.toUpperCase(Locale.ROOT))) {
            assertThat(Cast.word(cast.execute(cast.applicant, id, ApprovalKind.ERASURE, changed)))
                    .isEqualTo("other-payload");
        }
        assertThat(Cast.word(cast.execute(cast.applicant, id, ApprovalKind.ERASURE, Cast.PAYLOAD + '\u200b')))
                .isEqualTo("text-unreadable");
        assertThat(Cast.word(cast.execute(cast.applicant, id, ApprovalKind.BULK_REVEAL, Cast.PAYLOAD)))
                .isEqualTo("other-kind");
        assertThat(cast.state(id)).isEqualTo(ApplicationState.APPROVED);
        assertThat(Cast.word(cast.execute(cast.applicant, id, ApprovalKind.ERASURE, Cast.PAYLOAD)))
                .isEqualTo("done");
    }

    @Test
    void timeRunsOutToTheMicrosecond() throws SQLException {
        var kind = ApprovalKind.ERASURE;
        var open = cast.applied().id();
        cast.database.at(DeskDatabase.NOW.plus(kind.decideWithin()));
        assertThat(Cast.word(cast.decide(cast.colleague, open))).isEqualTo("too-late");
        cast.database.at(DeskDatabase.NOW.plus(kind.decideWithin()).minusNanos(1));
        assertThat(Cast.word(cast.decide(cast.colleague, open))).isEqualTo("done");
        var approvedAt = DeskDatabase.NOW.plus(kind.decideWithin()).minus(Duration.ofNanos(1000));
        cast.database.at(approvedAt.plus(kind.executeWithin()));
        assertThat(Cast.word(cast.execute(cast.applicant, open, kind, Cast.PAYLOAD)))
                .isEqualTo("too-late");
        cast.database.at(approvedAt.plus(kind.executeWithin()).minusNanos(1));
        assertThat(Cast.word(cast.execute(cast.applicant, open, kind, Cast.PAYLOAD)))
                .isEqualTo("done");
    }

    @Test
    void theOperatorExecutesWhatTheFederationApprovedAndTheFederationDoesNot() throws SQLException {
        var kind = ApprovalKind.MAINTENANCE_LOGIN;
        var id = cast.database
                .desk(100, connection -> cast.apply(connection, cast.operations, kind, "login: maint-1"))
                .value()
                .id();
        assertThat(Cast.word(cast.decide(cast.officer, id))).isEqualTo("done");
        assertThat(Cast.word(cast.execute(cast.officer, id, kind, "login: maint-1")))
                .isEqualTo("no-such-application");
        assertThat(Cast.word(cast.execute(cast.operationsToo, id, kind, "login: maint-1")))
                .isEqualTo("done");
    }

    @Test
    void theNightlyBatchExecutesAtTheDoorOnceAndOnlyForTheOrganisationItNames() throws SQLException {
        var stamp = new Stamp("numbers", "nightly-batch", "batch", 1, null, null, null);
        var id = cast.approved().id();
        var words = cast.database.door(connection -> {
            var found = new ArrayList<String>();
            for (var organisation : new int[] {2, 1, 1}) {
                found.add(Cast.word(cast.approvals.executeByMachine(
                        connection, stamp, organisation, id, ApprovalKind.ERASURE, Cast.PAYLOAD)));
            }
            return found;
        });
        assertThat(words).containsExactly("no-such-application", "done", "already-executed");
    }

    @Test
    void whatIsRecordedHoldsNoTextOfTheApplicationAndNoName() throws SQLException {
        var answer = cast.database.desk(
                1, connection -> cast.apply(connection, cast.applicant, ApprovalKind.ERASURE, Cast.PAYLOAD));
        var entry = answer.entries().getFirst();
        assertThat(entry.stamp().purpose()).isEqualTo("N9-1");
        assertThat(entry.event())
                .isEqualTo(new ApprovalEvent.ApplicationMade(
                        answer.value().id(), "erasure", Wording.hash(Cast.PAYLOAD), "R8-0042"));
        assertThat(EventShape.permitted(ApprovalEvent.class)).hasSize(5);
        assertThat(answer.value().toString()).doesNotContain("花子", "handles");
    }

    @Test
    void whatADeciderCouldNotSeeIsNotAccepted() throws SQLException {
        for (var text : List.of("a\u202eb", "a\u0000b", "a\rb", "a\ud800b", "a\u00adb")) {
            assertThat(payload(text)).isEqualTo("text-unreadable");
        }
        assertThat(payload(" \n")).isEqualTo("text-missing");
        assertThat(payload("x".repeat(20_001))).isEqualTo("text-too-long");
        assertThat(payload("辻󠄀 花子\n邊")).as("a variation selector is seen").isEqualTo("done");
        for (var number : List.of("123456789012", "1234 5678 9012", "１２３４５６７８９０１２")) {
            var answer = cast.database.desk(
                    1,
                    connection -> cast.approvals.apply(
                            connection, cast.applicant, ApprovalKind.ERASURE, "N9", "R8-1", "番号は" + number, "x"));
            assertThat(Cast.word(answer)).isEqualTo("number-in-text");
        }
    }

    @Test
    void onlyWhoMayAppliesAndOnlyFromWhereItMakesSense() throws SQLException {
        assertThat(Cast.word(cast.database.desk(
                        1, connection -> cast.apply(connection, cast.applicant, ApprovalKind.EMERGENCY_ACCESS, "x"))))
                .isEqualTo("not-from-here");
        assertThat(Cast.word(cast.database.desk(
                        100, connection -> cast.apply(connection, cast.operations, ApprovalKind.BULK_REVEAL, "x"))))
                .isEqualTo("not-from-here");
        assertThat(Cast.word(cast.database.desk(
                        1, connection -> cast.apply(connection, cast.stopped, ApprovalKind.ERASURE, "x"))))
                .isEqualTo("account-ended");
        assertThat(cast.approvals.kindsFor(cast.operations))
                .containsExactly(
                        ApprovalKind.NEW_RIGHTS,
                        ApprovalKind.EMERGENCY_ACCESS,
                        ApprovalKind.MAINTENANCE_LOGIN,
                        ApprovalKind.KEY_CEREMONY,
                        ApprovalKind.INCIDENT_CLOSING);
        assertThat(cast.database.column(1, "select id from access.application")).isEmpty();
    }

    private String payload(String payload) throws SQLException {
        return Cast.word(cast.database.desk(
                1, connection -> cast.apply(connection, cast.applicant, ApprovalKind.ERASURE, payload)));
    }

    private List<String> atOnce(Try work) throws Exception {
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<String>>();
            for (var i = 0; i < 2; i++) {
                var which = i;
                running.add(threads.submit(() -> cast.database.desk(1, connection -> {
                    try {
                        barrier.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return work.on(connection, which);
                })));
            }
            var words = new ArrayList<String>();
            for (var one : running) {
                words.add(one.get());
            }
            return words;
        }
    }
}
