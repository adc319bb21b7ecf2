package jp.bansho.juki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import jp.bansho.juki.inquiry.Asking;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.inquiry.Job;
import jp.bansho.juki.inquiry.JobState;
import jp.bansho.juki.results.Delivery;
import jp.bansho.juki.results.Wiping;
import jp.bansho.juki.staff.Pair;
import jp.bansho.machine.Progress;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.testing.NumberHunt;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Line, parcel out, and nothing left: on a server of its own, whose files are searched.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JukiFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PostgresServer server;
    private JukiSite site;
    private int people;

    @BeforeAll
    void start() throws Exception {
        server = PostgresServer.embedded(null, java.util.Map.of());
        site = JukiSite.on(server);
    }

    @AfterAll
    void stop() {
        site.close();
        server.close();
    }

    private Job takenIn(int count) throws IOException {
        var parcel = site.parcel(people, count);
        people += 1000;
        return site.part(Inquiries.class).takeIn(parcel, site.arrival(), JukiSite.TWO);
    }

    private Job answered(int count) throws IOException {
        return site.part(Asking.class).ask(takenIn(count).id(), JukiSite.TWO, Progress.SILENT);
    }

    private Job handedOut(long job, Path outbox) {
        return site.part(Delivery.class).handOut(job, outbox, "DISC-" + job, "jiro", JukiSite.TWO, Progress.SILENT);
    }

    @Test
    void theAnswersArriveWithTheirLogAndNothingIsLeft() throws Exception {
        var from = people;
        var job = answered(95);
        assertThat(job.state()).isEqualTo(JobState.ANSWERED);
        assertThat(job.batches()).isEqualTo(10);
        var outbox = site.outbox();
        var done = handedOut(job.id(), outbox);
        assertThat(done.state()).isEqualTo(JobState.WIPED);
        assertThat(done.hits()).isEqualTo(86);
        var opened = site.opened(outbox.resolve(String.valueOf(done.outParcel())));
        assertThat(opened.get("identity-results-28.csv"))
                .isEqualTo(IntStream.range(from, from + 95)
                        .mapToObj(person -> LinePartner.row(JukiSite.inquiry(person)))
                        .toList());
        assertThat(opened.get("execution-log.csv"))
                .hasSize(1 + 1 + 2 * 10 + 2)
                .anyMatch(line -> line.contains(",taken-in,,95,taro,hanako"))
                .anyMatch(line -> line.contains(",delivered,"));
        assertThat(site.rows("select count(*) from juki.batch where job = " + job.id()))
                .containsExactly("0");
        assertThat(site.part(KeyRing.class).names()).noneMatch(name -> name.equals(job.key()));
        nothingIsLeft(from, 95);
    }

    /// The server's files, its log and the home hold no number the partner gave, in any form.
    private void nothingIsLeft(int from, int count) throws Exception {
        try (var administrator = site.superuser();
                var statement = administrator.createStatement()) {
            statement.execute("checkpoint");
        }
        var numbers = IntStream.range(from, from + count)
                .mapToLong(person -> Long.parseLong(LinePartner.number(JukiSite.user(person))))
                .toArray();
        var hunt = new NumberHunt(numbers);
        for (var place : List.of(
                Path.of(site.rows("show data_directory").getFirst()),
                site.home().folder())) {
            try (var files = Files.walk(place)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.exists(file)) {
                        assertThat(hunt.in(Files.readAllBytes(file)))
                                .as(file.toString())
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void whileAJobLastsItsBatchesAreSealedAndAfterItTheirKeyIsGone() throws Exception {
        var from = people;
        var job = answered(20);
        nothingIsLeft(from, 20);
        assertThat(site.part(KeyRing.class).names()).contains(job.key());
        handedOut(job.id(), site.outbox());
        assertThat(site.part(KeyRing.class).names())
                .noneMatch(name -> name.purpose() == KeyPurpose.TRANSIT_SEAL && name.equals(job.key()));
        assertThat(site.rows("select key_before <> key_after from juki.job where id = " + job.id()))
                .containsExactly("t");
    }

    @Test
    void aLineThatIsCutLosesNothingAndAsksNobodyTwiceDifferently() throws Exception {
        var job = takenIn(100);
        site.partner().cutAfter(4);
        JukiSite.refused(() -> site.part(Asking.class).ask(job.id(), JukiSite.TWO, Progress.SILENT), "line-cut");
        JukiSite.refused(() -> handedOut(job.id(), site.outbox()), "unanswered");
        site.partner().cutAfter(Integer.MAX_VALUE);
        site.again();
        var done = site.part(Asking.class).ask(job.id(), JukiSite.TWO, Progress.SILENT);
        assertThat(done.rows()).isEqualTo(100);
        assertThat(site.partner().asked().keySet().stream()
                        .filter(path -> path.contains(job.parcel().toLowerCase(java.util.Locale.ROOT))))
                .hasSize(10);
    }

    @Test
    void anAnswerThatIsNotOneToTheseInquiriesIsNotKept() throws Exception {
        var job = takenIn(10);
        List<java.util.function.UnaryOperator<String>> ways = List.of(
                answer -> answer.substring(answer.indexOf('\n') + 1),
                answer -> answer + answer,
                answer -> answer.replaceFirst("28000", "28999"),
                answer -> answer.replaceFirst(",00,1,1,", ",20,2,1,"),
                answer -> "");
        try {
            for (var way : ways) {
                site.partner().spoil(way);
                JukiSite.refused(
                        () -> site.part(Asking.class).ask(job.id(), JukiSite.TWO, Progress.SILENT),
                        "answer-not-understood");
            }
        } finally {
            site.partner().spoil(answer -> answer);
        }
        assertThat(site.part(Asking.class)
                        .ask(job.id(), JukiSite.TWO, Progress.SILENT)
                        .rows())
                .isEqualTo(10);
    }

    @Test
    void anotherCertificateAtTheOtherEndIsToldNothing() throws Exception {
        var job = takenIn(10);
        var known = Files.readAllBytes(site.home().tls().resolve("jlis.pem"));
        try (var stranger = new LinePartner(
                LinePartner.read(Files.readAllBytes(site.home().tls().resolve("line.pem"))))) {
            var line = site.home().folder().resolve("line.properties");
            var before = Files.readString(line);
            Files.writeString(line, "url = " + stranger.url() + "\n");
            site.again();
            JukiSite.refused(
                    () -> site.part(Asking.class).ask(job.id(), JukiSite.TWO, Progress.SILENT), "line-untrusted");
            assertThat(stranger.asked()).isEmpty();
            Files.writeString(line, before);
        }
        assertThat(known).isEqualTo(Files.readAllBytes(site.home().tls().resolve("jlis.pem")));
        site.again();
    }

    @Test
    void nobodyApprovesTheirOwnParcelAndNobodyTouchesAMediumAlone() throws Exception {
        var job = answered(10);
        var outbox = site.outbox();
        JukiSite.refused(
                () -> site.part(Delivery.class)
                        .handOut(job.id(), outbox, "DISC-X", "taro", JukiSite.TWO, Progress.SILENT),
                "own-application");
        JukiSite.refused(
                () -> site.part(Delivery.class)
                        .handOut(job.id(), outbox, "DISC-X", "jiro", Pair.named("taro", null), Progress.SILENT),
                "second-person-missing");
        try (var nothing = Files.list(outbox)) {
            assertThat(nothing).isEmpty();
        }
        assertThat(handedOut(job.id(), outbox).state()).isEqualTo(JobState.WIPED);
        JukiSite.refused(() -> handedOut(job.id(), outbox), "other-state");
    }

    @Test
    void killedWhileAskingItGoesOn() throws Exception {
        var job = takenIn(100);
        site.partner().cutAfter(Integer.MAX_VALUE);
        var process = site.command("ask", Long.toString(job.id()), "--as", "taro");
        until(() -> !site.rows("select 1 from juki.batch where answer is not null and job = " + job.id())
                .isEmpty());
        process.destroyForcibly().onExit().join();
        site.again();
        if (site.part(Inquiries.class).one(job.id()).state() == JobState.TAKEN_IN) {
            site.part(Asking.class).ask(job.id(), JukiSite.TWO, Progress.SILENT);
        }
        var outbox = site.outbox();
        var done = handedOut(job.id(), outbox);
        assertThat(site.opened(outbox.resolve(String.valueOf(done.outParcel()))).get("identity-results-28.csv"))
                .hasSize(100);
    }

    @Test
    void killedWhileHandingOutItIsOneParcelAndNothingIsLeft() throws Exception {
        var from = people;
        var job = answered(400);
        var outbox = site.outbox();
        var process = site.command(
                "hand-out",
                Long.toString(job.id()),
                "--to",
                outbox.toString(),
                "--medium",
                "DISC-" + job.id(),
                "--approved-by",
                "jiro",
                "--as",
                "taro",
                "--with",
                "hanako");
        until(() -> {
            try (var begun = Files.list(outbox)) {
                return begun.findAny().isPresent();
            }
        });
        process.destroyForcibly().onExit().join();
        site.again();
        site.part(Wiping.class).finish(JukiSite.TWO);
        var state = site.part(Inquiries.class).one(job.id()).state();
        var done = state == JobState.ANSWERED
                ? handedOut(job.id(), outbox)
                : site.part(Inquiries.class).one(job.id());
        assertThat(done.state()).isEqualTo(JobState.WIPED);
        try (var parcels = Files.list(outbox)) {
            assertThat(parcels.map(parcel -> String.valueOf(parcel.getFileName())))
                    .containsExactly(String.valueOf(done.outParcel()));
        }
        assertThat(site.opened(outbox.resolve(String.valueOf(done.outParcel()))).get("identity-results-28.csv"))
                .hasSize(400);
        nothingIsLeft(from, 400);
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
