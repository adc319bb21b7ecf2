package jp.bansho.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.bansho.testing.Database;

/// The federation's people at the business terminals of the number machine, while it is served: a
/// user manager and two officers, of whom one applies and the other approves. The operator
/// registers the manager and the first officer by command. The second officer is prepared by the
/// manager, approved by the first officer, made by the nightly batch and let in by a slip (A2, A3,
/// A6). Everybody comes in over HTTPS with a passkey, which here is a piece of software.
final class Officers implements AutoCloseable {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");
    private static final Pattern APPLICATION = Pattern.compile("href=\"(/applications/[0-9]+)\"");
    private static final Pattern SLIP = Pattern.compile("/users/account/([a-z0-9.-]+)/slip\"");
    private static final Pattern PASSWORD = Pattern.compile("slip__secret\">([A-Z2-8]{4}(?:-[A-Z2-8]{4}){3})<");

    private final Door numbers;
    private final Served served;
    private final List<Somebody> people = new ArrayList<>();
    private final Somebody manager;
    private final Somebody approver;
    private final Somebody applicant;

    /// Serves the terminals and brings everybody in once.
    ///
    /// @param numbers the number machine, set up; `demo-operator` is an operator of it
    Officers(Door numbers, Database database) throws IOException, InterruptedException, SQLException {
        this.numbers = numbers;
        served = numbers.serve(List.of("numbers", "serve", "--port", "0"));
        try {
            manager = registered("user-manager", "general", "F001", "番所 総務");
            approver = registered("federation-officer", "tax", "F002", "番所 一郎");
            prepare("F003", "番所 二郎");
            decide("利用者の登録を承認 / approves the new user");
            night(database);
            applicant = letIn();
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// NUM-1302 and NUM-0603: one confirms the characters and applies for the file, the other
    /// approves.
    ///
    /// @param preview the number of the preview
    /// @param medium  the medium that the file is written on
    void approve(String preview, String medium) throws IOException {
        applicant.comeIn();
        var path = "/tax/previews/" + preview;
        if (applicant.see(path, "NUM-1302").contains(path + "/confirm\"")) {
            say("NUM-1302", applicant, "文字の置換えを確認 / confirms the replaced characters");
            applicant.send(path + "/confirm");
            applicant.see(path, "NUM-1302");
        }
        say("NUM-1302", applicant, "作成を申請 / applies for the file");
        var today = LocalDate.now(JAPAN);
        applicant.send(
                path + "/apply",
                "recipient",
                "tax-office",
                "medium",
                medium,
                "kind",
                "dvd",
                "useBy",
                today.plusDays(30).toString(),
                "destroyBy",
                today.plusDays(60).toString(),
                "reference",
                "T-" + preview,
                "reason",
                "年次の提出");
        decide("申請を承認 / approves");
    }

    private Somebody registered(String role, String department, String staffNumber, String name)
            throws IOException, InterruptedException {
        var answer = numbers.register("0", role, department, staffNumber, name);
        if (answer.code() != 0) {
            throw new IOException("somebody could not be registered / 利用者を登録できませんでした");
        }
        return somebody(answer.text("account"), answer.text("temporaryPassword"));
    }

    private Somebody somebody(String account, String password) throws IOException {
        var somebody = new Somebody(served.origin(), account);
        people.add(somebody);
        say("NUM-0104", somebody, "仮パスワードでパスキーを登録 / enrols a passkey");
        somebody.enrol(password);
        return somebody;
    }

    /// NUM-0502.
    private void prepare(String staffNumber, String name) throws IOException {
        say("NUM-0502", manager, "連合会担当者を準備 / prepares another officer");
        manager.comeIn();
        var today = LocalDate.now(JAPAN);
        var typed = new ArrayList<>(List.of(
                "staffNumber",
                staffNumber,
                "person",
                name,
                "userNumber",
                "",
                "role",
                "federation-officer",
                "department",
                "tax",
                "from",
                today.toString(),
                "until",
                LocalDate.of(today.getYear() + 1, 3, 31).toString(),
                "reason",
                "年末の提出のため"));
        manager.see("/users/new", "NUM-0502");
        var check = manager.answer("/users/new", typed.toArray(String[]::new));
        typed.addAll(List.of("step", "do", "ticket", found(TICKET, check)));
        manager.send("/users/new", typed.toArray(String[]::new));
    }

    /// NUM-0601 and NUM-0603: the one application that waits.
    private void decide(String what) throws IOException {
        say("NUM-0603", approver, what);
        approver.comeIn();
        var path = found(APPLICATION, approver.see("/approvals", "NUM-0601"));
        approver.see(path, "NUM-0603");
        approver.send(path + "/decide", "decision", "approve", "note", "内容を確認した");
    }

    /// The batch makes the account; its slip may be opened from the day after. A demo of some
    /// minutes has no second day: the slip's first day, and nothing else, is moved by hand.
    private void night(Database database) throws IOException, InterruptedException, SQLException {
        var done = numbers.run(List.of("numbers", "users", "nightly", "--as", Demo.OPERATOR, "--json"));
        if (done.number("made") != 1) {
            throw new IOException("the nightly batch made no account / 夜間処理で利用者が登録されませんでした");
        }
        System.out.println("  仮パスワードは翌日から有効。実演では一夜を待たず、その開始日だけをデータベースで1日早めます / a slip is good from"
                + " the next day: the demo does not wait for the night, it moves that one day in the database");
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update access.temporary_password set usable_from = usable_from - 1 where shown_at is null
                    """);
        }
    }

    /// NUM-0505: the manager opens the slip, the newcomer comes in with it.
    private Somebody letIn() throws IOException {
        say("NUM-0505", manager, "仮パスワード通知書を表示 / opens the slip");
        manager.comeIn();
        var account = found(SLIP, manager.see("/users/slips", "NUM-0505"));
        var slip = manager.answer("/users/account/" + account + "/slip");
        return somebody(account, found(PASSWORD, slip));
    }

    private static void say(String screen, Somebody somebody, String what) {
        System.out.println("  画面 / screen " + screen + "  " + somebody.account() + "  " + what);
    }

    private static String found(Pattern pattern, String page) throws IOException {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new IOException("a screen lacks what was to be on it / 画面に必要な項目がありません");
        }
        return found.group(1);
    }

    @Override
    public void close() {
        people.forEach(Somebody::close);
        served.close();
    }
}
