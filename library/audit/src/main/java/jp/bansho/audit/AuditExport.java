package jp.bansho.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;

/// Writes the whole record of use to a file that can be handed over and verified elsewhere (duty L7).
///
/// UTF-8, one JSON object on each line: first the signed head, then every record in its order, bytes in
/// hexadecimal. Head and records come from one snapshot of the database, so others may go on recording
/// meanwhile. Memory use does not depend on the number of records. The file holds whatever the details hold:
/// treat it like the database.
public final class AuditExport {

    static final String HEAD = "{\"head\":";
    static final String NO_HEAD = "{\"head\":null}";

    private AuditExport() {}

    /// Writes the export.
    ///
    /// @param connection not within a transaction; the role needs `select` on both tables
    /// @param target     a file that does not exist yet
    /// @return how many records were written
    public static long write(Connection connection, Path target) throws SQLException, IOException {
        return Snapshot.read(connection, records -> {
            try (var file = Files.newBufferedWriter(target, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
                var line = new StringBuilder(1024);
                var head = records.head();
                if (head.isPresent()) {
                    Lines.write(line.append(HEAD), head.get());
                    line.append("}}\n");
                } else {
                    line.append(NO_HEAD).append('\n');
                }
                file.append(line);
                long written = 0;
                for (var found = records.next(); found != null; found = records.next()) {
                    line.setLength(0);
                    switch (found) {
                        case Found.Recorded record -> Lines.write(line, record);
                        case Found.Unreadable() -> line.append("unreadable\n");
                    }
                    file.append(line);
                    written++;
                }
                return written;
            }
        });
    }
}
