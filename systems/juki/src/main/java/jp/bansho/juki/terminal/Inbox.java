package jp.bansho.juki.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import jp.bansho.juki.staff.Settings;
import org.springframework.stereotype.Component;

/// The folder in which incoming parcels lie: a medium's content, one folder a parcel, called by the
/// parcel's number. Nothing else in it is looked at.
@Component
class Inbox {

    private static final Pattern NUMBER = Pattern.compile("P(-[2-9A-HJ-NP-Z]{5}){4}");
    private static final String WIPED = "wiped.txt";
    private static final int MOST = 200;

    private final Settings settings;

    Inbox(Settings settings) {
        this.settings = settings;
    }

    /// The name of the folder, for whoever looks for it.
    String folder() {
        return String.valueOf(settings.inbox().getFileName());
    }

    /// The numbers of the parcels in it that are not wiped.
    List<String> parcels() {
        if (!Files.isDirectory(settings.inbox())) {
            return List.of();
        }
        try (var files = Files.list(settings.inbox())) {
            return files.filter(Files::isDirectory)
                    .filter(folder -> !Files.exists(folder.resolve(WIPED)))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> NUMBER.matcher(name).matches())
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox is not readable", e);
        }
    }

    /// The folder of a parcel; the page that says there is none otherwise.
    Path parcel(String number) {
        if (!NUMBER.matcher(number).matches()
                || !Files.isDirectory(settings.inbox().resolve(number))) {
            throw Pages.nothing();
        }
        return settings.inbox().resolve(number);
    }
}
