package jp.bansho.jlis.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Home;
import org.springframework.stereotype.Component;

/// Who may work at this machine's command line, from `staff.properties` in the home folder: `name = registrar
/// operator`.
@Component
public class StaffFile {

    private final Home home;

    StaffFile(Home home) {
        this.home = home;
    }

    /// Writes a first file with whoever sets the machine up, unless there is one.
    public static void first(Home home) {
        if (Files.exists(home.staff())) {
            return;
        }
        try {
            Files.createDirectories(home.folder());
            Files.writeString(home.staff(), """
                    # Who may work here. One line a person: login name = registrar and/or operator
                    # この機械で業務を行う人。1行に1人: ログイン名 = registrar（本人確認情報の登録・異動） operator（運用）
                    %s = registrar operator
                    """.formatted(System.getProperty("user.name")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the home folder could not be written", e);
        }
    }

    /// What the record says of a person who does something.
    ///
    /// @throws StaffRefused if the file does not know the name, or not for this
    public Stamp stamp(String name, Duty duty) {
        var words = Home.load(home.staff()).getProperty(name, "").strip().split("\\s+");
        if (Arrays.stream(words).noneMatch(duty.word()::equals)) {
            throw new StaffRefused(
                    "not-registered",
                    "the staff file does not name this user as " + duty.word(),
                    "職員ファイルにこの利用者の " + duty.word() + " 登録がありません");
        }
        return new Stamp("jlis", name, duty.word(), null, null, null, null);
    }
}
