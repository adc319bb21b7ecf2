package jp.bansho.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/// A PDF that carries the moment its maker says, instead of the clock of the machine, so that the same paper made
/// twice is the same bytes.
final class DatedDocument extends PDDocument {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Instant made;

    DatedDocument(Instant made) {
        this.made = made;
        setDocumentId(made.toEpochMilli());
    }

    /// The renderer hands over what it knows (title, subject, maker) and its own time, which is replaced here.
    @Override
    public void setDocumentInformation(PDDocumentInformation information) {
        var moment = GregorianCalendar.from(made.atZone(JAPAN));
        information.setCreationDate(moment);
        information.setModificationDate(moment);
        super.setDocumentInformation(information);
    }
}
