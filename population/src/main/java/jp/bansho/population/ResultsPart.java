package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A results file while it is written: recipients come first, so spouses wait in a file of their own that is joined at
/// the end.
final class ResultsPart implements Closeable {

    private final Path path;
    private final Path waiting;
    private final PlantedFile recipients;
    private final PlantedFile spouses;
    private long recipientRequests;
    private long spouseRequests;

    ResultsPart(Path folder, String fileName) throws IOException {
        this.path = folder.resolve(fileName);
        this.waiting = folder.resolve(fileName + ".spouses");
        this.recipients = new PlantedFile(path, new Utf8());
        this.spouses = new PlantedFile(waiting, new Utf8());
    }

    PlantedFile of(Kind kind) {
        return kind == Kind.SPOUSE ? spouses : recipients;
    }

    /// The request record number (要求レコード番号) of the next inquiry: ascending through the joined file.
    String request(Kind kind) {
        long request = kind == Kind.SPOUSE ? 5_000_000_000L + ++spouseRequests : ++recipientRequests;
        return Digits.padded(request, 10);
    }

    /// Tells the truth about both parts under the name of the joined file.
    long tell(RecordFile truth) throws IOException {
        String name = String.valueOf(path.getFileName());
        return recipients.tell(truth, name, 0) + spouses.tell(truth, name, recipients.lines());
    }

    /// Joins the two parts.
    @Override
    public void close() throws IOException {
        recipients.close();
        spouses.close();
        try (OutputStream end = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
            Files.copy(waiting, end);
        }
        Files.delete(waiting);
    }
}
