package jp.bansho.numbers.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import jp.bansho.machine.Progress;
import jp.bansho.media.Counts;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.ledger.Arrival;
import jp.bansho.media.ledger.MediaRefused;
import jp.bansho.media.ledger.MediumKind;
import jp.bansho.media.ledger.ParcelState;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.job.JobRefused;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Parcels of the Juki-net machine at the number machine's door.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaDeskTest {

    private static final Actor HANAKO = new Actor("hanako", Role.FEDERATION, 0);
    private static final Actor TARO = new Actor("taro", Role.FEDERATION, 0);
    private static final int PEOPLE = 400;

    @TempDir
    static Path folder;

    private TestMachine machine;
    private ParcelKeys juki;
    private ParcelKeys own;
    private MediaDesk desk;
    private int media;

    @BeforeAll
    void twoMachinesThatKnowEachOther() throws IOException {
        machine = TestMachine.start();
        desk = machine.part(MediaDesk.class);
        own = new ParcelKeys(machine.home().media());
        juki = keys("juki");
        own.make(
                "numbers",
                Instant.now().minus(9, ChronoUnit.DAYS),
                Instant.now().plus(9, ChronoUnit.DAYS));
        own.believe("juki", Set.of("registration", "life-status"), folder.resolve("juki/juki-sign.pem"));
        juki.sealFor("numbers", machine.home().media().resolve("numbers-receive.pem"));
    }

    @AfterAll
    void stop() {
        machine.close();
    }

    @Test
    void aParcelIsRegisteredReadConfirmedAndWiped() throws IOException {
        var parcel = parcel("numbers", Clock.systemUTC(), 0);
        var receipt = desk.register(parcel, HANAKO, TARO, arrival());
        var sheet = desk.takeIn(parcel, HANAKO, Purpose.NUMBER_REGISTRATION, Progress.SILENT);
        assertThat(sheet.lines()).isEqualTo(PEOPLE);
        assertThat(sheet.counts()).containsEntry("registered", (long) PEOPLE);
        assertThat(desk.confirm(parcel, HANAKO, TARO).state()).isEqualTo(ParcelState.WIPED);
        try (var left = Files.list(parcel)) {
            assertThat(left.map(file -> String.valueOf(file.getFileName()))).containsExactly("wiped.txt");
        }
        assertThat(desk.parcels(HANAKO))
                .anySatisfy(noted -> assertThat(noted.number()).isEqualTo(receipt.parcel()));
    }

    @Test
    void killedBetweenTheWipingAndItsRecordTheSameConfirmationEndsIt() throws IOException, SQLException {
        var parcel = parcel("numbers", Clock.systemUTC(), 12_000);
        var receipt = desk.register(parcel, HANAKO, TARO, arrival());
        desk.takeIn(parcel, HANAKO, Purpose.NUMBER_REGISTRATION, Progress.SILENT);
        desk.confirm(parcel, HANAKO, TARO);
        try (var administrator = machine.superuser();
                var undo = administrator.createStatement()) {
            // as if the last transaction had never been committed
            undo.execute("""
                    set session_replication_role = replica;
                    delete from media.step where action = 'wipe' and parcel = '%1$s';
                    update media.parcel p set state = 'confirmed',
                           last_step = (select max(id) from media.step s where s.parcel = p.number) where number = '%1$s';
                    update media.medium m set last_step = (select max(id) from media.step s where s.medium = m.id)
                     where m.id = (select medium from media.parcel where number = '%1$s');
                    set session_replication_role = origin
                    """.formatted(receipt.parcel().text()));
        }
        assertThat(desk.confirm(parcel, HANAKO, TARO).state()).isEqualTo(ParcelState.WIPED);
    }

    @Test
    void whatWasTakenInDoesNotComeAgain() throws IOException {
        var parcel = parcel("numbers", Clock.systemUTC(), 1000);
        var copy = copy(parcel);
        desk.register(parcel, HANAKO, TARO, arrival());
        desk.takeIn(parcel, HANAKO, Purpose.NUMBER_REGISTRATION, Progress.SILENT);
        desk.confirm(parcel, HANAKO, TARO);
        refused(() -> desk.register(copy, HANAKO, TARO, arrival()), "replayed");
        refused(() -> desk.takeIn(copy, HANAKO, Purpose.NUMBER_REGISTRATION, Progress.SILENT), "replayed");
    }

    @Test
    void anUnregisteredParcelIsNotOpened() throws IOException {
        var parcel = parcel("numbers", Clock.systemUTC(), 2000);
        refused(() -> desk.takeIn(parcel, HANAKO, Purpose.NUMBER_REGISTRATION, Progress.SILENT), "not-registered");
        assertThat(desk.parcels(HANAKO))
                .noneMatch(noted -> parcel.endsWith(noted.number().text()));
    }

    @Test
    void aParcelIsTakenInForThePurposeItWasMadeForAndForNoOther() throws IOException {
        var parcel = parcel("numbers", Clock.systemUTC(), 11_000);
        desk.register(parcel, HANAKO, TARO, arrival());
        refused(() -> desk.takeIn(parcel, HANAKO, Purpose.LIFE_STATUS, Progress.SILENT), "other-purpose");
        assertThat(desk.takeIn(parcel, HANAKO, Purpose.NUMBER_REGISTRATION, Progress.SILENT)
                        .lines())
                .isEqualTo(PEOPLE);
    }

    @Test
    void oneAloneDoesNotTouchAMedium() throws IOException {
        var parcel = parcel("numbers", Clock.systemUTC(), 3000);
        refused(() -> desk.register(parcel, HANAKO, null, arrival()), "second-person-missing");
        refused(() -> desk.register(parcel, HANAKO, HANAKO, arrival()), "second-person-missing");
        desk.register(parcel, HANAKO, TARO, arrival());
        desk.takeIn(parcel, HANAKO, Purpose.NUMBER_REGISTRATION, Progress.SILENT);
        refused(() -> desk.confirm(parcel, HANAKO, null), "second-person-missing");
        assertThat(parcel.resolve("manifest.cms")).exists();
    }

    @Test
    void aFlippedByteACutEndAndAMissingPieceAreRefusedByNameAndOnRecord() throws IOException, SQLException {
        var flipped = parcel("numbers", Clock.systemUTC(), 4000);
        try (var file = Files.newByteChannel(
                flipped.resolve("s0000001.cms"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = java.nio.ByteBuffer.allocate(1);
            file.position(2000).read(one);
            one.put(0, (byte) (one.get(0) ^ 1)).flip();
            file.position(2000).write(one);
        }
        refused(() -> desk.register(flipped, HANAKO, TARO, arrival()), "segment-tampered");
        var cut = parcel("numbers", Clock.systemUTC(), 5000);
        try (var file = Files.newByteChannel(cut.resolve("s0000001.cms"), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 1);
        }
        refused(() -> desk.register(cut, HANAKO, TARO, arrival()), "segment-cut");
        var missing = parcel("numbers", Clock.systemUTC(), 6000);
        Files.delete(missing.resolve("s0000001.cms"));
        refused(() -> desk.register(missing, HANAKO, TARO, arrival()), "segment-missing");
        assertThat(recorded("parcel-turned-away"))
                .anyMatch(details -> details.contains("segment-tampered"))
                .anyMatch(details -> details.contains("segment-cut"))
                .anyMatch(details -> details.contains("segment-missing"));
    }

    @Test
    void aParcelForSomebodyElseAnExpiredOneAndAStrangersAreRefusedByName() throws IOException {
        var elsewhere = parcel("pension", Clock.systemUTC(), 7000);
        refused(() -> desk.register(elsewhere, HANAKO, TARO, arrival()), "other-organisation");
        var old = parcel("numbers", Clock.fixed(Instant.now().minus(Duration.ofDays(3)), ZoneOffset.UTC), 8000);
        refused(() -> desk.register(old, HANAKO, TARO, arrival()), "expired");
        var stranger = keys("stranger");
        stranger.sealFor("numbers", machine.home().media().resolve("numbers-receive.pem"));
        var strange = parcel(stranger, "numbers", Clock.systemUTC(), 9000);
        refused(() -> desk.register(strange, HANAKO, TARO, arrival()), "sender-unknown");
    }

    @Test
    void theCommandForPlainFilesDoesNotOpenAParcelThatIsNotRegistered() throws IOException {
        var parcel = parcel("numbers", Clock.systemUTC(), 10_000);
        assertThatThrownBy(() -> machine.part(Intake.class)
                        .run(
                                new jp.bansho.numbers.intake.IntakeOrder(
                                        jp.bansho.numbers.job.JobKind.RESULTS,
                                        HANAKO,
                                        Purpose.NUMBER_REGISTRATION,
                                        TestMachine.HYOGO,
                                        parcel,
                                        false),
                                Progress.SILENT))
                .isInstanceOfSatisfying(
                        JobRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(JobRefused.Reason.PARCEL));
    }

    private List<String> recorded(String event) throws SQLException {
        try (var connection = machine.database().connect();
                var statement = connection.prepareStatement("select details from audit.record where event = ?")) {
            statement.setString(1, event);
            try (var row = statement.executeQuery()) {
                var details = new java.util.ArrayList<String>();
                while (row.next()) {
                    details.add(row.getString(1));
                }
                return details;
            }
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String reason) {
        assertThatThrownBy(act).satisfies(thrown -> assertThat(reason(thrown)).isEqualTo(reason));
    }

    private static @Nullable String reason(Throwable thrown) {
        return switch (thrown) {
            case MediumRefused refused -> refused.reason();
            case MediaRefused refused -> refused.reason();
            default -> thrown.toString();
        };
    }

    private Arrival arrival() {
        media++;
        return new Arrival("DISC-" + media, MediumKind.DISC, "results", "courier-1");
    }

    private ParcelKeys keys(String organisation) throws IOException {
        var keys = new ParcelKeys(folder.resolve(organisation));
        keys.make(
                organisation,
                Instant.now().minus(9, ChronoUnit.DAYS),
                Instant.now().plus(9, ChronoUnit.DAYS));
        return keys;
    }

    private Path parcel(String to, Clock clock, int from) throws IOException {
        return parcel(juki, to, clock, from);
    }

    private Path parcel(ParcelKeys sender, String to, Clock clock, int from) throws IOException {
        var file = InventedFiles.results(
                folder.resolve("results-" + from + ".csv"), TestMachine.HYOGO, from, from + PEOPLE);
        var number = ParcelNumber.make(new SecureRandom());
        var label = new Label(
                number,
                "identity-results",
                "registration",
                "A-1",
                sender == juki ? "juki" : "stranger",
                to,
                "jiro",
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo")),
                "wipe after the registration is confirmed");
        var place = folder.resolve(number.text());
        try (var writer = ParcelWriter.begin(
                place, label, sender.signing(), sender.recipient("numbers").orElseThrow(), clock)) {
            writer.add("identity-results-28.csv", out -> {
                Files.copy(file, out);
                return new Counts(PEOPLE, PEOPLE);
            });
            writer.finish();
        }
        return place;
    }

    private Path copy(Path parcel) throws IOException {
        var copy = Files.createDirectory(folder.resolve("copy-" + parcel.getFileName()));
        try (var files = Files.list(parcel)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(parcel.relativize(file)));
            }
        }
        return copy;
    }
}
