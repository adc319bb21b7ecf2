package jp.bansho.jlis.inquiry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.bansho.jlis.Authority;
import jp.bansho.jlis.Town;
import jp.bansho.jlis.store.Scope;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.media.PracticeCertificate;

/// Asks the desk as the line does. Every answer is held against the layout of results.
final class Window {

    static final Asker JUKI = asker("juki", "21");

    private final Authority authority;
    private int batches;

    Window(Authority authority) {
        this.authority = authority;
    }

    static Asker asker(String organisation, String... affairs) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var made = PracticeCertificate.make(
                PracticeCertificate.Kind.P_256,
                PracticeCertificate.Use.SIGN,
                organisation,
                now.minusSeconds(60),
                now.plusSeconds(3600),
                new SecureRandom());
        return new Asker(organisation, made.certificate(), Set.of(affairs));
    }

    Reply ask(Asker asker, String job, int batch, byte[] body) {
        return authority.recorded(
                Scope.WINDOW,
                connection -> authority
                        .part(Inquiries.class)
                        .answer(connection, asker, new BatchKey(asker.organisation(), job, batch), body));
    }

    /// The rows of the answer to new rows, cut into columns.
    List<List<String>> rows(String... inquiries) {
        var reply = ask(JUKI, "job", ++batches, Town.batch(List.of(inquiries)));
        return columns(((Reply.Rows) reply).bytes());
    }

    static List<List<String>> columns(byte[] answer) {
        var layout = Layouts.find("identity-results");
        var check = new RecordCheck(layout);
        var rows = new ArrayList<List<String>>();
        try (var reader = new RecordReader(new ByteArrayInputStream(answer), layout)) {
            while (reader.next()) {
                check.check(reader, violation -> {
                    throw new AssertionError("the answer breaks its layout: " + violation);
                });
                var row = new ArrayList<String>();
                row.add("");
                for (var column = 1; column <= reader.fieldCount(); column++) {
                    row.add(reader.text(column));
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
