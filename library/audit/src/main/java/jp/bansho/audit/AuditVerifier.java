package jp.bansho.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/// Checks the record of use 使用の記録 without the server that wrote it: an export, or the tables themselves
/// (duties L2, L3, L7).
///
/// It finds what was changed, removed, reordered, inserted or cut off and a forked history, as [Finding]
/// explains. What it cannot find, because nothing in its hands differs: records cut off after the last head in
/// the head file together with a head row put back to that state; a fork written by whoever holds the signing
/// key before any head was exported; and an act that was never recorded. Details may be missing only where a purge
/// on record covers them (L6).
///
/// Findings mask each other: after a repair, verify again. Memory use does not depend on the number of records.
public final class AuditVerifier {

    private final HeadKeys trusted;
    private final HeadLines headFile;

    /// @param headFile the exported heads, a fresh copy from where they are kept safe
    /// @param trusted  public keys by id, from another source than the database
    public AuditVerifier(Path headFile, HeadKeys trusted) throws IOException {
        this.trusted = trusted;
        this.headFile = HeadLines.read(headFile, trusted);
    }

    /// Verifies an export.
    public Verification verify(Path export) throws IOException {
        try (var records = new FileRecords(export)) {
            return verify(records);
        } catch (SQLException e) {
            throw new IllegalStateException("a file does not speak SQL", e);
        }
    }

    /// Verifies the tables, in one snapshot.
    ///
    /// @param connection not within a transaction; the role needs `select` on both tables
    public Verification verify(Connection connection) throws SQLException, IOException {
        return Snapshot.read(connection, this::verify);
    }

    private Verification verify(Records records) throws SQLException, IOException {
        var findings = new Findings();
        headFile.badLines().forEach(line -> findings.add(new Finding.BadSignature(line)));
        var genuine = new ArrayList<>(headFile.genuine());
        var own = records.head();
        if (own.isPresent() && trusted.verifies(own.get())) {
            genuine.add(own.get());
        } else if (own.isPresent()) {
            findings.add(new Finding.BadSignature(0));
        }
        var heads = new HeadCheck(findings, genuine);
        var chain = new ChainCheck(findings, heads);
        var order = new InOrder(findings, chain);
        var cover = new PurgeCover(findings);
        long read = 0;
        long exported = 0;
        for (var found = records.next(); found != null; found = records.next()) {
            read++;
            switch (found) {
                case Found.Recorded record -> {
                    order.accept(record);
                    cover.accept(record);
                    exported = Math.max(exported, HeadLines.exportedBy(record));
                }
                case Found.Unreadable() -> findings.add(new Finding.Unreadable(read));
            }
        }
        order.end();
        chain.end();
        cover.end();
        heads.end();
        ends(findings, heads, chain.last(), own.map(SignedHead::seq).orElse(0L));
        if (own.isEmpty() && read > 0) {
            findings.add(new Finding.HeadMissing(0));
        }
        if (exported > headFile.last()) {
            findings.add(new Finding.HeadMissing(exported));
        }
        return new Verification(read, chain.purged(), genuine.size(), findings.listed(), findings.more());
    }

    /// Compares where the records end, where the signed heads end, and where the source's own head stands.
    private void ends(Findings findings, HeadCheck heads, long last, long own) {
        long signed = heads.signedEnd();
        if (last < signed) {
            findings.add(new Finding.CutOff(last, signed));
        } else if (own > 0 && own < headFile.last()) {
            findings.add(new Finding.HeadMissing(headFile.last()));
        }
        long beyond = Math.min(last, signed + Verification.MOST);
        for (long seq = signed + 1; seq <= beyond; seq++) {
            findings.add(new Finding.Inserted(seq));
        }
    }
}
