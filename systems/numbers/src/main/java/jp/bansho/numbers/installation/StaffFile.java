package jp.bansho.numbers.installation;

import jp.bansho.machine.Home;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import org.springframework.stereotype.Component;

/// Who may work at this machine's command line, from `staff.properties` in the home folder.
@Component
public class StaffFile {

    private final Home home;

    StaffFile(Home home) {
        this.home = home;
    }

    /// The person of that login name.
    ///
    /// @throws StaffRefused if the staff file does not know the name, or its line is not readable
    public Actor actor(String name) {
        var line = Home.load(home.staff()).getProperty(name);
        if (line == null) {
            throw new StaffRefused("the staff file does not know the user " + name, "職員ファイルに利用者 " + name + " がありません");
        }
        var words = line.strip().split("\\s+");
        return switch (words[0]) {
            case "federation" -> new Actor(name, Role.FEDERATION, 0);
            case "operator" -> new Actor(name, Role.OPERATOR, 0);
            case "association" -> new Actor(name, Role.ASSOCIATION, code(words, name));
            default -> throw unreadable(name);
        };
    }

    private static int code(String[] words, String name) {
        try {
            return Integer.parseInt(words[1]);
        } catch (RuntimeException e) {
            throw unreadable(name);
        }
    }

    private static StaffRefused unreadable(String name) {
        return new StaffRefused(
                "the staff file's line of " + name + " is not readable", "職員ファイルの " + name + " の行が読めません");
    }
}
