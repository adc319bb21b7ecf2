package jp.bansho.pension.cutting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.bansho.layout.CodeTable;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordWriter;
import org.jspecify.annotations.Nullable;

/// Writes inquiries of layout `identity-inquiries`, row by row from the database into the parcel:
/// recipients, then spouses, each by user number.
final class InquiryRows {

    private static final CodeTable CODES = CodeTable.of("identity-inquiries");
    private static final int FETCHED = 5_000;
    private static final int ITEMS = 6;

    private final CutPurpose purpose;
    private final String since;
    private final String until;
    private final String referenceDay;
    private long recipients;
    private long spouses;
    private long byCode;

    InquiryRows(CutPurpose purpose, @Nullable LocalDate since, LocalDate referenceDay) {
        this.purpose = purpose;
        this.referenceDay = DateTimeFormatter.BASIC_ISO_DATE.format(referenceDay);
        this.since = since == null ? "" : DateTimeFormatter.BASIC_ISO_DATE.format(since);
        this.until = since == null ? "" : this.referenceDay;
    }

    /// What was written so far.
    People people() {
        return new People(recipients, spouses, byCode);
    }

    /// Writes all of them, with memory for some thousands.
    void write(Connection connection, OutputStream out) throws SQLException, IOException {
        var sql = "select kind, user_number, resident_record_code, name, kana, to_char(born, 'YYYYMMDD'), sex, address,"
                + " municipality from members.member where " + CutTable.toAsk(purpose) + " order by kind, user_number";
        // closing the writer would close the parcel's stream, which is the parcel's own business
        var writer = new RecordWriter(out, Layouts.find("identity-inquiries"));
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    write(writer, row);
                }
            }
        }
        writer.flush();
    }

    private void write(RecordWriter writer, ResultSet row) throws SQLException, IOException {
        var spouse = row.getInt(1) == 2;
        var code = row.getString(3);
        if (spouse) {
            spouses++;
        } else {
            recipients++;
        }
        byCode += code == null ? 0 : 1;
        writer.begin();
        field(writer, String.format(Locale.ROOT, "%010d", recipients + spouses));
        field(writer, CODES.value(2, "pension"));
        field(writer, CODES.value(3, spouse ? "spouse" : "recipient"));
        field(writer, row.getString(2));
        field(writer, since);
        field(writer, until);
        field(writer, referenceDay);
        field(writer, CODES.value(8, "with-removed"));
        field(writer, code == null ? "" : code);
        for (var item = 0; item < ITEMS; item++) {
            field(writer, code == null ? row.getString(4 + item) : "");
        }
        field(writer, "");
        field(writer, "");
        writer.end();
    }

    private static void field(RecordWriter writer, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        writer.field(bytes, 0, bytes.length);
    }
}
