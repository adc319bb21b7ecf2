package jp.bansho.pension.staff;

import java.util.Arrays;
import java.util.regex.Pattern;
import jp.bansho.machine.Home;
import jp.bansho.pension.staff.Clerk.Post;
import org.springframework.stereotype.Component;

/// Who may work at this machine's command line, from `staff.properties` in the home folder: a
/// login name, then `federation`, `operator` or `association <code>`.
@Component
public class StaffFile {

    /// What may stand on a medium as the handle of who made it.
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Home home;

    StaffFile(Home home) {
        this.home = home;
    }

    /// The person of that login name.
    ///
    /// @throws StaffRefused if the staff file does not know the name, or its line is not readable
    public Clerk clerk(String name) {
        var line = HANDLE.matcher(name).matches() ? Home.load(home.staff()).getProperty(name) : null;
        if (line == null) {
            throw new StaffRefused("unknown-user", "the staff file does not know this user", "職員ファイルにこの利用者がありません");
        }
        var words = line.strip().split("\\s+", -1);
        var post = Arrays.stream(Post.values())
                .filter(known -> known.word().equals(words[0]))
                .findFirst()
                .orElseThrow(() -> unreadable(name));
        return new Clerk(name, post, post == Post.ASSOCIATION ? code(words, name) : 0);
    }

    private static int code(String[] words, String name) {
        if (words.length == 2 && words[1].matches("0?[1-9]|[1-9][0-9]")) {
            return Integer.parseInt(words[1]);
        }
        throw unreadable(name);
    }

    private static StaffRefused unreadable(String name) {
        return new StaffRefused(
                "unreadable-line",
                "the staff file's line of " + name + " is not readable",
                "職員ファイルの " + name + " の行が読めません");
    }
}
