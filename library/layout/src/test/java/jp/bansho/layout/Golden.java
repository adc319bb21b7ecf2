package jp.bansho.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The hand-written example files and how tests look at them: a record is a list of fields, one char a byte.
enum Golden {
    TAX("377dat01.txt", "nta-377", 3),
    WITHHOLDING("withholding-source.csv", "withholding-source", 4),
    MUNICIPAL("municipal-report.txt", "municipal-report", 3),
    PAYMENT("payment-report-source.csv", "payment-report-source", 3),
    ELT_331("331dat01.txt", "elt-331", 2015, 4),
    RESULTS("identity-results-28.csv", "identity-results", 5),
    DEPENDANTS("dependants-28.csv", "dependants", 2),
    IDENTIFIERS("identifiers-28.csv", "identifiers", 3),
    INQUIRIES("identity-inquiries-28.csv", "identity-inquiries", 3),
    PENSIONERS("pensioners-28.csv", "pensioners", 3),
    RESIDENTS("residents.csv", "residents", 2),
    AWARDS("awards-28.csv", "awards", 2),
    PAYMENTS("payments-28.csv", "payments", 3),
    DECLARATIONS("declarations-28.csv", "declarations", 4);

    final String file;
    final String id;
    final int taxYear;
    final int records;

    Golden(String file, String id, int records) {
        this(file, id, 2023, records);
    }

    Golden(String file, String id, int taxYear, int records) {
        this.file = file;
        this.id = id;
        this.taxYear = taxYear;
        this.records = records;
    }

    Layout layout() {
        return Layouts.find(id, taxYear);
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(Path.of("src/test/golden", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file as text with one char a byte, so that tests can cut and mend it.
    String raw() {
        return new String(bytes(), StandardCharsets.ISO_8859_1);
    }

    RecordReader reader() {
        return new RecordReader(new ByteArrayInputStream(bytes()), layout());
    }

    static List<String> fields(RecordReader record) {
        var fields = new ArrayList<String>();
        for (var column = 1; column <= record.fieldCount(); column++) {
            fields.add(new String(
                    record.buffer(), record.start(column), record.length(column), StandardCharsets.ISO_8859_1));
        }
        return fields;
    }

    static List<Violation> check(byte[] file, Layout layout) throws IOException {
        return check(file, new RecordCheck(layout), layout);
    }

    static List<Violation> check(byte[] file, RecordCheck check, Layout layout) throws IOException {
        var violations = new ArrayList<Violation>();
        try (var reader = new RecordReader(new ByteArrayInputStream(file), layout)) {
            while (reader.next()) {
                var before = violations.size();
                var good = check.check(reader, violations::add);
                if (good != (violations.size() == before)) {
                    throw new AssertionError("the answer and the violations differ at line " + reader.line());
                }
            }
        }
        return violations;
    }
}
