package jp.bansho.pension.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files that somebody means by files and folders.
public final class NoticeFolder {

    private NoticeFolder() {}

    /// Each file itself; of a folder, the files in it by name, without hidden ones and what
    /// lies deeper.
    ///
    /// @throws CollectionRefused if one of them is not there, or a folder holds none
    public static List<Path> files(List<Path> places) {
        var files = new ArrayList<Path>();
        for (var place : places) {
            var before = files.size();
            if (Files.isDirectory(place)) {
                files.addAll(inside(place));
            } else if (Files.isRegularFile(place)) {
                files.add(place);
            }
            if (files.size() == before) {
                throw CollectionRefused.nothingThere();
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> inside(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw CollectionRefused.unreadable();
        }
    }
}
