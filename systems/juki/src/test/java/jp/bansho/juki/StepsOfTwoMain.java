package jp.bansho.juki;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.juki.command.JukiCommand;

/// Every step of two people in the ledger of media, one command after the other; says how each ended.
public final class StepsOfTwoMain {

    private static final String PARCEL = "P-22222-22222-22222-22222";

    private StepsOfTwoMain() {}

    /// The steps, without the people.
    public static List<List<String>> steps() {
        return List.of(
                List.of("media", "hand-over", PARCEL, "--taken-by", "courier-1"),
                List.of("media", "take-back", "M-1", "--brought-by", "courier-1"),
                List.of("media", "return", "M-1", "--taken-by", "courier-1"),
                List.of("media", "found", "M-1", "--where", "shelf"),
                List.of("media", "vault", "in", "M-1", "--place", "shelf"),
                List.of("media", "vault", "out", "M-1", "--why", "to be written"),
                List.of(
                        "media",
                        "dispose",
                        "M-1",
                        "--way",
                        "SHREDDED",
                        "--to",
                        Path.of(System.getProperty("java.io.tmpdir")).toString()),
                List.of("media", "stock-taking", "close"));
    }

    /// Runs them.
    public static void main(String[] people) {
        for (var step : steps()) {
            var words = new ArrayList<>(step);
            words.addAll(List.of(people));
            System.out.println("ended=" + JukiCommand.run(words.toArray(String[]::new)));
        }
    }
}
