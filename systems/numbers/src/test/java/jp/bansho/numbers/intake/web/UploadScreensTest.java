package jp.bansho.numbers.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.intake.Uploads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/// The dependants file through a terminal: taken, refused, confirmed, removed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadScreensTest {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Counter counter;

    @BeforeAll
    void open() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
        counter = new Counter();
    }

    @AfterEach
    void noNumberIsInTheRecordOrTheLog() throws Exception {
        var details = String.join("\n", counter.rows("select coalesce(details, '') from audit.record"));
        var logged = List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
        var written = details + String.join("\n", logged);
        IntStream.range(0, 400).forEach(i -> assertThat(written).doesNotContain(InventedFiles.digits(Counter.HERE, i)));
    }

    @AfterAll
    void close() {
        counter.close();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    @Test
    void aFileIsRegisteredConfirmedAndThenGone() throws Exception {
        var clerk = counter.clerk();
        var job = Counter.job(counter.send(clerk, Counter.file(Counter.HERE, 0, 20)));
        var end = Counter.untilDone(clerk, job);
        assertThat(end).contains("完了", "登録", ">20<").doesNotContain(InventedFiles.digits(Counter.HERE, 0));

        var file = Path.of(counter.rows("select source_path from job.job where id = " + job)
                .getFirst());
        assertThat(counter.kept()).contains(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                        counter.office.machine().home().uploads())))
                .isEqualTo("rwx------");
        assertThat(clerk.guest().get("/").page()).contains("登録結果の確認");
        assertThat(clerk.guest().get("/uploads").page()).contains("確認待ち").doesNotContain("太郎");

        assertThat(clerk.guest().get("/uploads/" + job + "/confirm").page()).contains("NUM-0403", ">20<");
        assertThat(file).exists();
        clerk.guest().post("/uploads/" + job + "/confirm");
        assertThat(file).doesNotExist();
        assertThat(clerk.guest().get("/uploads").page()).contains("確認済", "削除しました");
        assertThat(counter.rows("select event from audit.record where job = " + job
                        + " and event in ('upload-taken', 'upload-confirmed', 'source-deleted') order by seq"))
                .containsExactly("upload-taken", "upload-confirmed", "source-deleted");
        assertThat(counter.rows("select purpose from audit.record where event = 'upload-taken' and job = " + job))
                .containsExactly("P-08:dependants-declaration");

        clerk.guest().post("/uploads/" + job + "/confirm");
        assertThat(clerk.guest().get("/uploads").page()).contains("すでに確認されています");
    }

    @Test
    void nothingButADependantsFileIsTakenAndNothingOfItStays() throws Exception {
        var clerk = counter.clerk();
        var before = counter.kept();
        var good =
                InventedFiles.digits(Counter.HERE, 300) + "," + InventedFiles.userNumber(Counter.HERE, 300) + ",\r\n";
        refused(clerk, Counter.text(""), "ファイルが空です");
        refused(clerk, Counter.text(good + "1,2\r\n"), "（2行目）項目数");
        refused(clerk, Counter.text(good + good.replace("\r\n", "\n")), "（2行目）レコードの終わり");
        refused(clerk, Counter.text("\uFEFF" + good), "（1行目）ファイルの先頭に BOM");
        refused(clerk, Counter.text(good + "個人番号,利用番号,独自番号\r\n"), "（2行目）文字コードとして");
        counter.registered(clerk, Counter.text(good));
        assertThat(counter.kept()).as("only the one that was taken").hasSize(before.size() + 1);
        assertThat(counter.rows("select details from audit.record where event = 'upload-refused'"))
                .anyMatch(details -> details.contains("layout") && details.contains("2"));
    }

    @Test
    void whateverBreaksBeforeAJobBeganTheFileIsGone() throws Exception {
        var file = Files.write(
                counter.office.machine().folder().resolve("broken.csv"), Counter.file(Counter.HERE, 380, 381));
        var elsewhere = counter.office.machine().clerk(Counter.THERE);
        assertThatThrownBy(
                        () -> counter.office.machine().part(Uploads.class).take(elsewhere, "tax", Counter.HERE, file))
                .isInstanceOf(RuntimeException.class);
        assertThat(file).doesNotExist();
    }

    private void refused(jp.bansho.numbers.terminal.Office.Present clerk, byte[] file, String sentence) {
        var reply = counter.send(clerk, file);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page()).contains("NUM-0401", sentence).doesNotContain(InventedFiles.digits(Counter.HERE, 300));
    }

    @Test
    void theSameFileIsNotTakenTwice() throws Exception {
        var clerk = counter.clerk();
        var file = Counter.file(Counter.HERE, 100, 105);
        counter.registered(clerk, file);
        var before = counter.kept();
        var reply = counter.send(clerk, file);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page()).contains("同じファイルは登録済みです");
        assertThat(counter.kept()).isEqualTo(before);
    }

    @Test
    void noFileAndTooLargeAFileAreSaidInWords() throws Exception {
        var clerk = counter.clerk();
        clerk.guest().get("/uploads");
        assertThat(clerk.guest().post("/uploads").page()).contains("ファイルを選んでください");
        var before = counter.kept();
        var piece = new byte[1 << 20];
        var large = BodyPublishers.ofByteArrays(java.util.Collections.nCopies(202, piece));
        var reply = clerk.guest().upload("/uploads", BodyPublishers.fromPublisher(large, 202L << 20));
        assertThat(reply.location()).endsWith("/uploads?refused=too-big");
        assertThat(clerk.guest().get("/uploads?refused=too-big").page()).contains("ファイルが大きすぎます");
        assertThat(counter.kept()).isEqualTo(before);
    }

    @Test
    void whoMayNotUploadGetsNothingOntoTheDisk() throws Exception {
        var before = counter.kept();
        var stranger = counter.office.guest();
        stranger.get("/login");
        assertThat(stranger.upload("/uploads", "file", "a.csv", Counter.file(Counter.HERE, 0, 3))
                        .status())
                .isEqualTo(302);
        var pension = counter.office.present(Counter.HERE, AccountRole.CLERK, "pension");
        assertThat(counter.send(pension, Counter.file(Counter.HERE, 0, 3)).location())
                .endsWith("/");
        assertThat(pension.guest().look("/uploads").status()).isEqualTo(403);
        var clerk = counter.clerk();
        clerk.guest().get("/uploads");
        assertThat(clerk.guest()
                        .upload("/jobs", "file", "a.csv", Counter.file(Counter.HERE, 0, 3))
                        .status())
                .isEqualTo(415);
        assertThat(counter.kept()).isEqualTo(before);
    }

    @Test
    void anotherAssociationSeesAndConfirmsNothing() throws Exception {
        var job = counter.registered(counter.clerk(), Counter.file(Counter.HERE, 200, 203));
        var other = counter.office.present(Counter.THERE, AccountRole.CLERK, "tax");
        assertThat(other.guest().get("/uploads").page()).contains("送信したファイルはありません");
        assertThat(other.guest().look("/uploads/" + job + "/confirm").status()).isEqualTo(404);
        other.guest().get("/uploads");
        assertThat(other.guest().post("/uploads/" + job + "/confirm").status()).isEqualTo(404);
        assertThat(counter.rows("select confirmed_by is null from intake.upload where job = " + job))
                .containsExactly("t");
    }

    @Test
    void whileAJobIsAtWorkASecondFileIsSentBack() throws Exception {
        var clerk = counter.clerk();
        try (var connection = counter.office.machine().superuser();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(771002, " + Counter.HERE + ")");
            var before = counter.kept();
            var reply = counter.send(clerk, Counter.file(Counter.HERE, 220, 225));
            assertThat(reply.page()).contains("別の登録が実行中です");
            assertThat(counter.kept()).isEqualTo(before);
        }
    }
}
