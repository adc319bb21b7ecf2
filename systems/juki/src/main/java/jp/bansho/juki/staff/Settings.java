package jp.bansho.juki.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import jp.bansho.machine.Home;
import jp.bansho.machine.NotInstalled;
import jp.bansho.media.ledger.TwoPeople;
import org.springframework.stereotype.Component;

/// What this installation has decided, from `juki.properties` in the home folder. Without that file people come in by
/// passkey.
@Component
public class Settings {

    private static final String FILE = "juki.properties";

    private final Home home;

    Settings(Home home) {
        this.home = home;
    }

    /// Writes the settings of a fresh installation; those that are there stay.
    public static void write(Home home) {
        var file = home.folder().resolve(FILE);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.writeString(file, """
                    # Who counts at a medium: passkey = people who came in at a terminal, and a second person's passkey (J4);
                    # named = names on the command line, which nobody is asked to prove.
                    # 媒体の取扱者: passkey = 端末でパスキーにより確認された2人、named = コマンドで指定した名前（本人確認なし）
                    media.people = passkey
                    # Where incoming parcels lie, and the medium that outgoing ones are written on.
                    # 受け入れる媒体と、持ち出す媒体のフォルダ
                    inbox = inbox
                    outbox = outbox
                    """, StandardCharsets.UTF_8);
            Files.createDirectories(home.folder().resolve("inbox"));
            Files.createDirectories(home.folder().resolve("outbox"));
        } catch (IOException e) {
            throw new UncheckedIOException("the settings could not be written", e);
        }
    }

    /// Whose word counts at a medium.
    public MediaPeople people() {
        return switch (properties().getProperty("media.people", "passkey").strip()) {
            case "passkey" -> MediaPeople.PASSKEY;
            case "named" -> MediaPeople.NAMED;
            case String _ ->
                throw new NotInstalled(
                        "juki.properties: media.people is passkey or named",
                        "juki.properties の media.people は passkey または named です");
        };
    }

    /// The two at a medium, if this installation takes their word.
    ///
    /// @throws StaffRefused `passkey-needed` for names where passkeys count, `second-person-missing` for one alone
    public TwoPeople two(Pair pair) {
        if (!pair.seen() && people() == MediaPeople.PASSKEY) {
            throw StaffRefused.passkeyNeeded();
        }
        return pair.two();
    }

    /// Where incoming parcels lie.
    public Path inbox() {
        return home.folder().resolve(properties().getProperty("inbox", "inbox").strip());
    }

    /// Where outgoing parcels are written.
    public Path outbox() {
        return home.folder()
                .resolve(properties().getProperty("outbox", "outbox").strip());
    }

    private Properties properties() {
        var file = home.folder().resolve(FILE);
        return Files.exists(file) ? Home.load(file) : new Properties();
    }
}
