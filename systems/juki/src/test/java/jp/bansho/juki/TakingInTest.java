package jp.bansho.juki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.staff.Pair;
import jp.bansho.machine.Refused;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A parcel comes in once, whole, for us, by the hands of two, and is wiped; or it is refused by name.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakingInTest {

    private JukiSite site;
    private int people;

    @BeforeAll
    void start() throws Exception {
        site = JukiSite.on(PostgresServer.shared());
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void anIncomingParcelIsWipedOnceItIsTakenInAndDoesNotComeAgain() throws Exception {
        var parcel = site.parcel(people, 10);
        people += 1000;
        var copy = copy(parcel);
        site.part(Inquiries.class).takeIn(parcel, site.arrival(), JukiSite.TWO);
        try (var left = Files.list(parcel)) {
            assertThat(left.map(file -> String.valueOf(file.getFileName()))).containsExactly("wiped.txt");
        }
        JukiSite.refused(() -> site.part(Inquiries.class).takeIn(copy, site.arrival(), JukiSite.TWO), "replayed");
    }

    @Test
    void killedBetweenTheWipingAndItsRecordTheSameTakeInEndsIt() throws Exception {
        var parcel = site.parcel(people, 10);
        people += 1000;
        var arrival = site.arrival();
        var job = site.part(Inquiries.class).takeIn(parcel, arrival, JukiSite.TWO);
        try (var administrator = site.superuser();
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
                    """.formatted(job.parcel()));
        }
        assertThat(site.part(Inquiries.class)
                        .takeIn(parcel, arrival, JukiSite.TWO)
                        .id())
                .isEqualTo(job.id());
        assertThat(site.rows("select state from media.parcel where number = '" + job.parcel() + "'"))
                .containsExactly("wiped");
    }

    @Test
    void whatIsNotAsItMustBeIsRefusedByName() throws Exception {
        var inquiries = site.part(Inquiries.class);
        var flipped = site.parcel(people, 50);
        try (var file = Files.newByteChannel(
                flipped.resolve("s0000001.cms"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = java.nio.ByteBuffer.allocate(1);
            file.position(900).read(one);
            one.put(0, (byte) (one.get(0) ^ 4)).flip();
            file.position(900).write(one);
        }
        JukiSite.refused(() -> inquiries.takeIn(flipped, site.arrival(), JukiSite.TWO), "segment-tampered");
        var cut = site.parcel(people, 50);
        try (var file = Files.newByteChannel(cut.resolve("s0000001.cms"), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 3);
        }
        JukiSite.refused(() -> inquiries.takeIn(cut, site.arrival(), JukiSite.TWO), "segment-cut");
        var rows = List.of(JukiSite.inquiry(people));
        JukiSite.refused(
                () -> inquiries.takeIn(site.parcel("numbers", Clock.systemUTC(), rows), site.arrival(), JukiSite.TWO),
                "other-organisation");
        var threeDaysAgo = Clock.fixed(Clock.systemUTC().instant().minus(Duration.ofDays(3)), ZoneOffset.UTC);
        JukiSite.refused(
                () -> inquiries.takeIn(site.parcel("juki", threeDaysAgo, rows), site.arrival(), JukiSite.TWO),
                "expired");
        JukiSite.refused(
                () -> inquiries.takeIn(site.parcel(people, 1), site.arrival(), Pair.named("taro", null)),
                "second-person-missing");
    }

    @Test
    void wrongRowsAreNamedAndNothingIsTakenIn() throws Exception {
        var good = JukiSite.inquiry(people);
        var before = site.rows("select count(*) from juki.job");
        var wrong = List.of(good, otherCheckDigit(people + 1), good, "7,21,1");
        assertThatThrownBy(() -> site.part(Inquiries.class)
                        .takeIn(site.parcel("juki", Clock.systemUTC(), wrong), site.arrival(), JukiSite.TWO))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2:9 ")
                .hasMessageContaining("3:1 ")
                .hasMessageContaining("4:0 ")
                .hasMessageNotContaining(JukiSite.user(people));
        assertThat(site.rows("select count(*) from juki.job")).isEqualTo(before);
        assertThat(site.rows(
                        "select count(*) from juki.batch b where not exists (select from juki.job where id = b.job)"))
                .containsExactly("0");
    }

    private static String otherCheckDigit(int person) {
        var columns = JukiSite.inquiry(person).split(",", -1);
        var last = columns[8].charAt(10) - '0';
        columns[8] = columns[8].substring(0, 10) + (last + 1) % 10;
        return String.join(",", columns);
    }

    private Path copy(Path parcel) throws IOException {
        var copy = Files.createDirectory(site.outbox().resolve("copy"));
        try (var files = Files.list(parcel)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(parcel.relativize(file)));
            }
        }
        return copy;
    }
}
