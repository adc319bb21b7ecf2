package jp.bansho.juki.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.bansho.access.AccountRole;
import jp.bansho.juki.JukiSite;
import jp.bansho.juki.StepsOfTwoMain;
import jp.bansho.juki.inquiry.Asking;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.inquiry.JobState;
import jp.bansho.juki.release.Releases;
import jp.bansho.juki.results.Delivery;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.staff.StaffFile;
import jp.bansho.juki.staff.StaffRefused;
import jp.bansho.juki.staff.Users;
import jp.bansho.machine.MediaStaff;
import jp.bansho.machine.Progress;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ledger.Receipt;
import jp.bansho.testing.Browser;
import jp.bansho.testing.Keyboard;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// J4 at the terminals: people come in by passkey, and no medium moves without the passkey of a second one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminalPlayTest {

    private JukiSite site;
    private Somebody first;
    private Somebody second;
    private Somebody auditor;

    @BeforeAll
    void open() throws Exception {
        site = JukiSite.serving(PostgresServer.shared());
        first = Somebody.at(site, AccountRole.FEDERATION_OFFICER, "S-1");
        second = Somebody.at(site, AccountRole.FEDERATION_OFFICER, "S-2");
        auditor = Somebody.at(site, AccountRole.AUDITOR, "S-3");
    }

    @AfterAll
    void close() {
        List.of(first, second, auditor).forEach(somebody -> somebody.guest().close());
        site.close();
    }

    private String inInbox(int from, int people) throws IOException {
        var parcel = site.parcel(from, people);
        var number = String.valueOf(parcel.getFileName());
        Files.move(parcel, site.home().folder().resolve("inbox").resolve(number));
        return number;
    }

    @Test
    void aParcelComesInIsAskedAboutAndLeavesByTheHandsOfTwo() throws Exception {
        var parcel = inInbox(0, 25);
        takesIn(parcel);
        var job = site.rows("select id from juki.job where parcel = '" + parcel + "'")
                .getFirst();
        first.guest().get("/jobs/" + job);
        assertThat(first.guest().post("/jobs/" + job + "/ask").status()).isEqualTo(302);
        first.until("/jobs/" + job, page -> page.contains("回答受領済み"));
        var application = applied(job);
        decided(job, application);
        written(job, application);
        handedOver(job);
        assertThat(site.rows("select distinct event || ' ' || actor from audit.record"))
                .contains(
                        "application-made " + first.id(),
                        "application-decided " + second.id(),
                        "approval-signed " + second.id(),
                        "application-executed " + first.id(),
                        "second-person-signed " + second.id(),
                        "parcel-begun " + first.id(),
                        "parcel-handed-over " + first.id(),
                        "results-delivered " + first.id());
        assertThat(site.rows(
                        "select details::jsonb ->> 'witness' from audit.record where event = 'results-delivered' and actor = '"
                                + first.id() + "'"))
                .contains(second.id());
    }

    private void takesIn(String parcel) {
        var guest = first.guest();
        assertThat(guest.get("/parcels").page()).contains(parcel).doesNotContain("試験");
        guest.get("/parcels/" + parcel);
        String[] typed = {"medium", "ASK-1", "kind", "DISC", "broughtBy", "courier-1", "witness", first.id()};
        var alone = guest.post("/parcels/" + parcel, typed);
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.page()).contains("別の利用者のIDを入力してください");
        typed[7] = second.id();
        assertThat(guest.post("/parcels/" + parcel, typed).page()).contains("JUK-0123", second.id());
        var more = new ArrayList<>(List.of(typed));
        assertThatThrownBy(() -> first.key().get(guest.options()))
                .as("the first person's passkey is not asked for")
                .isInstanceOf(IllegalStateException.class);
        more.addAll(List.of("credential", "{}"));
        var own = guest.post("/parcels/" + parcel + "/signed", more.toArray(String[]::new));
        assertThat(own.status())
                .as("nothing without the second person's passkey")
                .isEqualTo(409);
        assertThat(guest.post("/parcels/" + parcel, typed).status()).isEqualTo(200);
        more.set(9, second.key().get(guest.options()));
        assertThat(guest.post("/parcels/" + parcel + "/signed", more.toArray(String[]::new))
                        .status())
                .isEqualTo(302);
        first.until("/parcels/" + parcel + "/work", page -> page.contains("媒体を受け入れました"));
        assertThat(guest.get("/").page()).contains("JUK-0111", "受付済み").doesNotContain("試験");
    }

    private String applied(String job) throws SQLException {
        var guest = first.guest();
        guest.get("/jobs/" + job);
        var wrong =
                guest.post("/jobs/" + job + "/apply", "medium", "disc one", "caseReference", "R8-1", "reason", "登録");
        assertThat(wrong.status()).isEqualTo(422);
        var made =
                guest.post("/jobs/" + job + "/apply", "medium", "DISC-" + job, "caseReference", "R8-1", "reason", "登録");
        assertThat(made.status()).as(made.page()).isEqualTo(302);
        var id = made.location().replaceAll(".*/", "");
        assertThat(guest.get("/applications/" + id).page())
                .contains("JUK-0132", "medium: DISC-" + job)
                .doesNotContain("試験", "/approve");
        // nobody approves their own: not by the address, not in the table
        assertThat(guest.post("/applications/" + id + "/approve", "credential", "{}")
                        .page())
                .contains("自分の申請は自分では承認・却下できません");
        assertThat(site.rows("select details::jsonb ->> 'reason' from audit.record where event = 'approval-refused'"))
                .contains("own-application");
        assertThatThrownBy(
                        () -> site.rows("update access.application set state = 'approved', decided_by = '" + first.id()
                                + "', decided_at = now(), execute_by = now() + interval '1 day' where id = " + id
                                + " returning id"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("nobody_decides");
        guest.get("/jobs/" + job);
        guest.post("/jobs/" + job + "/hand-out", "application", id);
        first.until("/jobs/" + job, page -> page.contains("まだ承認されていません"));
        return id;
    }

    private void decided(String job, String application) {
        var guest = second.guest();
        assertThat(guest.get("/applications").page()).contains("/applications/" + application);
        var page = guest.get("/applications/" + application).page();
        assertThat(page).contains("/approve").doesNotContain("試験");
        var stale = guest.post("/applications/" + application + "/approve", "credential", "{}");
        assertThat(stale.status()).as("no approval without the passkey").isEqualTo(422);
        guest.get("/applications/" + application);
        var approved = guest.post(
                "/applications/" + application + "/approve",
                "credential",
                second.key().get(guest.options()));
        assertThat(approved.status()).as(approved.page()).isEqualTo(302);
        guest.get("/jobs/" + job);
        guest.post("/jobs/" + job + "/hand-out", "application", application);
        second.until("/jobs/" + job, seen -> seen.contains("処理を行えませんでした"));
    }

    private void written(String job, String application) throws Exception {
        var guest = first.guest();
        guest.get("/jobs/" + job);
        assertThat(guest.post("/jobs/" + job + "/hand-out", "application", application)
                        .status())
                .isEqualTo(302);
        first.until("/jobs/" + job, page -> page.contains("消去済み"));
        var parcel =
                site.rows("select out_parcel from juki.job where id = " + job).getFirst();
        var opened = site.opened(site.home().folder().resolve("outbox").resolve(parcel));
        assertThat(opened.get("identity-results-28.csv")).hasSize(25);
        guest.post("/jobs/" + job + "/hand-out", "application", application);
        first.until("/jobs/" + job, page -> page.contains("この処理は既に"));
    }

    private void handedOver(String job) throws SQLException {
        var guest = first.guest();
        guest.get("/jobs/" + job + "/hand-over");
        guest.post("/jobs/" + job + "/hand-over", "takenBy", "courier-2", "witness", second.id());
        var done = guest.post(
                "/jobs/" + job + "/hand-over/signed",
                "takenBy",
                "courier-2",
                "witness",
                second.id(),
                "credential",
                second.key().get(guest.options()));
        assertThat(done.status()).as(done.page()).isEqualTo(302);
        assertThat(guest.get("/jobs/" + job).page()).contains("受渡し済み", "受領書の登録");
        var parcel =
                site.rows("select out_parcel from juki.job where id = " + job).getFirst();
        var hash = site.rows("select out_hash from juki.job where id = " + job).getFirst();
        var at = Instant.parse("2026-11-24T01:00:00Z");
        var other = new Receipt("R-0-1", "numbers", "juki", new ParcelNumber(parcel), "0".repeat(64), at);
        assertThat(guest.post("/jobs/" + job + "/receipt", "receipt", other.text())
                        .status())
                .isEqualTo(422);
        var receipt = new Receipt("R-0-1", "numbers", "juki", new ParcelNumber(parcel), hash, at);
        assertThat(guest.post(
                                "/jobs/" + job + "/receipt",
                                "receipt",
                                receipt.text().replace("\n", "\r\n"))
                        .status())
                .isEqualTo(302);
        assertThat(guest.get("/jobs/" + job).page()).contains("受領書あり");
    }

    @Test
    void aCommandActsUnderAnApprovedApplicationAndByNoName() throws Exception {
        var one = first.member(site);
        var other = second.member(site);
        var two = Pair.of(one, other);
        var operator = Pair.named("taro", null);
        var id = site.part(Inquiries.class)
                .takeIn(site.parcel(5000, 12), site.arrival(), two)
                .id();
        site.part(Asking.class).ask(id, two, Progress.SILENT);
        var delivery = site.part(Delivery.class);
        var outbox = site.outbox();
        JukiSite.refused(() -> site.part(StaffFile.class).two("taro", "hanako", "take-in"), "passkey-needed");
        JukiSite.refused(() -> site.part(MediaStaff.class).witness("hanako", null), "passkey-needed");
        JukiSite.refused(
                () -> delivery.handOut(id, outbox, "CMD-1", "jiro", JukiSite.TWO, Progress.SILENT), "passkey-needed");
        JukiSite.refused(() -> delivery.handOut(id, outbox, "CMD-1", "jiro", two, Progress.SILENT), "passkey-needed");
        JukiSite.refused(
                () -> site.part(Inquiries.class).takeIn(site.parcel(6000, 1), site.arrival(), JukiSite.TWO),
                "passkey-needed");
        JukiSite.refused(
                () -> delivery.handOut(id, outbox, "CMD-1", 1L, operator, Progress.SILENT), "no-such-application");
        var application =
                site.part(Releases.class).apply(one, id, "CMD-1", "R8-2", "登録").id();
        JukiSite.refused(
                () -> delivery.handOut(id, outbox, "CMD-1", application, operator, Progress.SILENT), "not-decided");
        site.part(Releases.class).approve(other, application, "{}");
        JukiSite.refused(
                () -> delivery.handOut(id, outbox, "CMD-2", application, operator, Progress.SILENT), "other-payload");
        assertThat(delivery.handOut(id, outbox, "CMD-1", application, operator, Progress.SILENT)
                        .state())
                .isEqualTo(JobState.WIPED);
        try (var left = Files.list(outbox)) {
            assertThat(left.map(Path::getFileName).map(String::valueOf)).hasSize(1);
        }
    }

    /// The ledger has no screens here yet: names are no way around the passkeys.
    @Test
    void theLedgersStepsOfTwoAreRefusedAtTheCommandLineInBothLanguages() throws Exception {
        JukiSite.refused(() -> site.part(StaffFile.class).witness("hanako", null), "passkey-needed");
        var before = site.rows("select count(*) || ' ' || max(id) from media.step");
        var recorded = site.rows("select max(seq) from audit.record").getFirst();
        JukiSite.refused(() -> site.part(StaffFile.class).two("taro", "hanako", "take-in"), "passkey-needed");
        JukiSite.refused(() -> site.part(StaffFile.class).two("nobody", "hanako", "hand-out"), "passkey-needed");
        var process = site.program(StepsOfTwoMain.class, "--as", "taro", "--with", "hanako");
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        var refused = "bansho: " + StaffRefused.passkeyNeeded().getMessage();
        assertThat(refused).contains("show their passkeys", "パスキーで確認");
        assertThat(site.said().lines().filter(line -> line.startsWith("bansho:") || line.startsWith("ended=")))
                .containsExactlyInAnyOrderElementsOf(StepsOfTwoMain.steps().stream()
                        .flatMap(_ -> Stream.of(refused, "ended=1"))
                        .toList());
        assertThat(site.rows("select count(*) || ' ' || max(id) from media.step"))
                .isEqualTo(before);
        assertThat(site.rows("""
                        select actor || ' ' || (details::jsonb ->> 'step') || ' ' || (details::jsonb ->> 'reason')
                          from audit.record where event = 'media-step-refused' and seq > %s order by seq
                        """.formatted(recorded)))
                .containsExactly(
                        "taro take-in passkey-needed",
                        "unknown hand-out passkey-needed",
                        "taro hand-over passkey-needed",
                        "taro take-back passkey-needed",
                        "taro return passkey-needed",
                        "taro find passkey-needed",
                        "taro vault-in passkey-needed",
                        "taro vault-out passkey-needed",
                        "taro destroy passkey-needed",
                        "taro close-stock-taking passkey-needed");
    }

    @Test
    void inABrowserTheKeyboardIsEnoughAndEveryScreenIsAccessible() throws Exception {
        var waiting = inInbox(8000, 3);
        var two = Pair.of(first.member(site), second.member(site));
        var job = site.part(Inquiries.class)
                .takeIn(site.parcel(9000, 11), site.arrival(), two)
                .id();
        site.part(Asking.class).ask(job, two, Progress.SILENT);
        var users = site.part(Users.class);
        var slip = users.add(
                Pair.named("taro", null),
                AccountRole.FEDERATION_OFFICER,
                "S-4",
                "試験 四",
                users.today().plusYears(1));
        try (var browser = Browser.start()) {
            browser.authenticator();
            var keys = new Keyboard(browser, site.origin(), "JUK", "JUK-0111");
            keys.comeInFirst(slip.account(), slip.temporaryPassword());
            assertThat(browser.axe()).as("jobs").isEmpty();
            keys.open("/parcels");
            assertThat(browser.axe()).as("inbox").isEmpty();
            keys.open("/parcels/" + waiting);
            assertThat(browser.axe()).as("take-in").isEmpty();
            keys.type("#f-medium", "ASK-77");
            keys.type("#f-broughtBy", "courier-1");
            keys.type("#f-witness", second.id());
            keys.main();
            keys.screen("JUK-0123");
            assertThat(browser.axe()).as("second person").isEmpty();
            keys.open("/jobs/" + job);
            assertThat(browser.axe()).as("job").isEmpty();
            keys.type("#f-medium", "DISC-77");
            keys.type("#f-caseReference", "R8-3");
            keys.type("#f-reason", "登録");
            keys.main();
            keys.screen("JUK-0132");
            assertThat(browser.axe()).as("application").isEmpty();
            assertThat(browser.text()).contains("medium: DISC-77").doesNotContain("試験");
            keys.open("/applications");
            assertThat(browser.axe()).as("applications").isEmpty();
            keys.leave();
            assertThat(browser.browserErrors()).isEmpty();
        }
    }

    @Test
    void theOperatorRegistersAndServesFromTheCommandLine() throws Exception {
        var added = site.command("users", "add", "--staff-number", "S-9", "--name", "試験 九", "--as", "taro");
        assertThat(added.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(added.exitValue()).isZero();
        assertThat(site.rows("select a.role from access.account a join access.person p on p.id = a.person"
                        + " where p.staff_number = 'S-9'"))
                .containsExactly("federation-officer");
        var serving = site.command("serve", "--port", "0");
        try {
            var end = Instant.now().plus(Duration.ofMinutes(2));
            while (site.rows("select event from audit.record where event = 'terminals-opened'")
                            .isEmpty()
                    && Instant.now().isBefore(end)) {
                assertThat(serving.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
            }
            serving.destroy();
            assertThat(serving.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            serving.destroyForcibly();
        }
        assertThat(site.rows("select event from audit.record where event like 'terminals-%' order by seq"))
                .containsExactly("terminals-opened", "terminals-closed");
    }

    @Test
    void whoMayOnlyLookTouchesNoMediumAndReadsEnglishOnDemand() {
        var guest = auditor.guest();
        assertThat(guest.get("/").page()).contains("照会処理の一覧").doesNotContain("/parcels");
        assertThat(guest.get("/parcels").status()).isEqualTo(403);
        assertThat(guest.get("/jobs/999999").status()).isEqualTo(404);
        guest.get("/");
        guest.post("/language", "language", "en", "back", "/");
        assertThat(guest.get("/").page()).contains("Inquiry jobs", "Juki-net User System", auditor.id());
    }

    @Test
    void whoHasNotComeInSeesTheDoorAlone() {
        try (var guest = new jp.bansho.testing.Guest(site.origin())) {
            for (var path : List.of("/", "/parcels", "/applications", "/jobs/1")) {
                assertThat(guest.get(path).page()).as(path).contains("JUK-0101", "ログイン");
            }
        }
    }
}
