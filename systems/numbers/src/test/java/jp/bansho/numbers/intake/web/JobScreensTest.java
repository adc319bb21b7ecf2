package jp.bansho.numbers.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.InventedFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Jobs at a terminal: their sheets, their rows, and going on with one that stopped.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobScreensTest {

    private Counter counter;

    @BeforeAll
    void open() {
        counter = new Counter();
    }

    @AfterAll
    void close() {
        counter.close();
    }

    @Test
    void aJobOfTheCommandLineShowsItsSheet() throws Exception {
        var sheet = counter.office.machine().register(Counter.HERE, 0, 12);
        var clerk = counter.office.present(Counter.HERE, AccountRole.CLERK, "pension");
        assertThat(clerk.guest().get("/jobs").page()).contains("NUM-0404", "本人確認情報照会結果の一括登録", "a.kumiai28", "完了");
        assertThat(clerk.guest().get("/jobs/" + sheet.job().id()).page())
                .contains("NUM-0405", ">12<", "data-done")
                .doesNotContain(InventedFiles.digits(Counter.HERE, 0), "続きから再開する");
    }

    @Test
    void rowsThatWereNotRegisteredAreSaidInWordsWithoutTheNumber() throws Exception {
        var clerk = counter.clerk();
        var wrong = InventedFiles.digits(Counter.HERE, 41).substring(0, 11);
        wrong += (InventedFiles.digits(Counter.HERE, 41).charAt(11) - '0' + 1) % 10;
        var rows = InventedFiles.digits(Counter.HERE, 40) + "," + InventedFiles.userNumber(Counter.HERE, 40) + ",\r\n"
                + wrong + "," + InventedFiles.userNumber(Counter.HERE, 41) + ",\r\n"
                + InventedFiles.digits(Counter.HERE, 42) + "," + InventedFiles.userNumber(Counter.THERE, 42) + ",\r\n";
        var job = counter.registered(clerk, Counter.text(rows));
        var page = clerk.guest().get("/jobs/" + job + "/rows").page();
        assertThat(page)
                .contains("NUM-0406", "検査用数字が正しくありません", InventedFiles.userNumber(Counter.HERE, 41), "この組合の利用番号ではない行")
                .doesNotContain(wrong, InventedFiles.digits(Counter.HERE, 40), InventedFiles.digits(Counter.HERE, 42));
        assertThat(counter.rows("select count(*) from audit.record where event = 'findings-shown' and job = " + job))
                .containsExactly("1");
    }

    @Test
    void aJobThatStoppedIsListedAndGoesOn() throws Exception {
        var clerk = counter.clerk();
        var job = counter.registered(clerk, Counter.file(Counter.HERE, 60, 70));
        stop(job);
        assertThat(clerk.guest().get("/").page()).contains("中断したジョブ");
        assertThat(clerk.guest().get("/uploads").page()).contains("中断");
        assertThat(clerk.guest().get("/jobs/" + job).page()).contains("中断", "続きから再開する");
        assertThat(clerk.guest().post("/uploads/" + job + "/resume").location()).endsWith("/jobs/" + job);
        assertThat(Counter.untilDone(clerk, job)).contains("完了", "登録済み（変更なし）");
        assertThat(counter.rows(
                        "select event from audit.record where event in ('job-resumed', 'upload-taken') and job = " + job
                                + " order by seq"))
                .containsExactly("upload-taken", "job-resumed");
    }

    @Test
    void aFileThatChangedMeanwhileIsNotGoneOnWith() throws Exception {
        var clerk = counter.clerk();
        var job = counter.registered(clerk, Counter.file(Counter.HERE, 80, 85));
        stop(job);
        var source = counter.rows("select source_path from job.job where id = " + job)
                .getFirst();
        InventedFiles.write(java.nio.file.Path.of(source), "x");
        clerk.guest().get("/jobs/" + job);
        clerk.guest().post("/uploads/" + job + "/resume");
        assertThat(clerk.guest().get("/jobs/" + job).page()).contains("内容が変わっています");
    }

    @Test
    void whileAnotherProcessWorksNothingIsCalledStopped() throws Exception {
        var clerk = counter.clerk();
        var job = counter.registered(clerk, Counter.file(Counter.HERE, 90, 95));
        stop(job);
        try (var connection = counter.office.machine().superuser();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(771002, " + Counter.HERE + ")");
            assertThat(clerk.guest().get("/jobs/" + job).page()).contains("処理中（別の処理）");
            // a closed connection gives its locks back some time later, an unlocked one at once
            statement.execute("select pg_advisory_unlock(771002, " + Counter.HERE + ")");
        }
        assertThat(clerk.guest().get("/jobs/" + job).page()).contains("中断");
    }

    @Test
    void anotherAssociationAndTheFederationSeeNoneOfIt() throws Exception {
        var job = counter.registered(counter.clerk(), Counter.file(Counter.HERE, 110, 112));
        var others = List.of(
                counter.office.present(Counter.THERE, AccountRole.CLERK, "tax"),
                counter.office.present(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax"));
        for (var other : others) {
            assertThat(other.guest().get("/jobs").page()).contains("ジョブはまだありません");
            assertThat(other.guest().look("/jobs/" + job).status()).isEqualTo(404);
            assertThat(other.guest().look("/jobs/" + job + "/rows").status()).isEqualTo(404);
            assertThat(other.guest().look("/jobs/" + job + "/progress").status())
                    .isEqualTo(404);
        }
        var auditor = counter.office.present(Counter.HERE, AccountRole.AUDITOR, "audit");
        assertThat(auditor.guest().look("/jobs/" + job).status()).isEqualTo(403);
    }

    /// Leaves the job as a crash before its first batch would.
    private void stop(long job) throws Exception {
        try (var connection = counter.office.machine().superuser();
                var statement = connection.createStatement()) {
            statement.execute("update job.job set state = 'running', finished_at = null where id = " + job);
            statement.execute("delete from job.batch where job = " + job);
        }
    }
}
