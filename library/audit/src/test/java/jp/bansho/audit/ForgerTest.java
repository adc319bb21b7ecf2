package jp.bansho.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a superuser of the database can do to the record, and how each of it is found.
class ForgerTest extends SeventyRecords {

    @Test
    void anUntouchedRecordIsSound() throws Exception {
        var verification = verify();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.sound()).isTrue();
        assertThat(verification.records()).isEqualTo(70);
        assertThat(verification.heads()).isEqualTo(3);
    }

    @Test
    void anEditedRecordIsFound() throws Exception {
        forger.edit(40);
        assertFindings(new Finding.Edited(39, 40));
    }

    @Test
    void anEditedRecordRightAfterASignedHeadIsFoundExactly() throws Exception {
        forger.edit(31);
        assertFindings(new Finding.Edited(31, 31));
    }

    @Test
    void theFirstAndTheLastRecordAreProtectedLikeTheOthers() throws Exception {
        forger.edit(1);
        forger.edit(70);
        assertFindings(new Finding.Edited(1, 1), new Finding.Edited(69, 70));
    }

    @Test
    void editedDetailsAreFoundExactly() throws Exception {
        forger.sql("update audit.record set details = replace(details, 'lookup', 'nothing') where seq = 40");
        assertFindings(new Finding.Edited(40, 40));
    }

    @Test
    void everyColumnIsProtected() throws Exception {
        for (var change : List.of(
                "at = at + interval '1 microsecond'",
                "at = 'infinity'",
                "system = 'juki'",
                "role = 'x'",
                "association = 29",
                "association = null",
                "event = 'x'",
                "purpose = 'x'",
                "purpose = null",
                "subject = 1",
                "subject = null",
                "job = 1",
                "job = null",
                "salt = decode(repeat('00', 16), 'hex')",
                "digest = decode(repeat('00', 32), 'hex')",
                "hash = decode(repeat('00', 32), 'hex')")) {
            forger.sql("drop table if exists kept; create table kept as select * from audit.record where seq = 40;"
                    + " update audit.record set " + change + " where seq = 40");
            assertThat(verify().sound()).as(change).isFalse();
            forger.sql("delete from audit.record where seq = 40; insert into audit.record select * from kept");
            assertThat(verify().sound()).isTrue();
        }
    }

    @Test
    void anEditedRecordWithItsHashComputedAnewIsFound() throws Exception {
        forger.edit(40);
        forger.recompute(40, 40);
        assertFindings(new Finding.Edited(40, 41));
    }

    @Test
    void anEditedRecordWithAnExportedHeadIsFoundExactly() throws Exception {
        forger.edit(30);
        forger.recompute(30, 30);
        assertThat(verify().findings()).contains(new Finding.Edited(30, 30));
    }

    @Test
    void aChainRecomputedToItsEndIsAFork() throws Exception {
        forger.edit(40);
        forger.recompute(40, 70);
        assertFindings(new Finding.Forked(30, 60));
    }

    @Test
    void anEditedAndRecomputedLastRecordIsAFork() throws Exception {
        forger.edit(70);
        forger.recompute(70, 70);
        assertFindings(new Finding.Forked(60, 70));
    }

    @Test
    void recordsDeletedFromTheMiddleAreFound() throws Exception {
        forger.sql("delete from audit.record where seq = 40 or seq between 50 and 52");
        assertFindings(new Finding.Missing(40, 40), new Finding.Missing(50, 52));
    }

    @Test
    void everySecondRecordDeletedIsFound() throws Exception {
        forger.sql("delete from audit.record where seq % 2 = 0 and seq < 70");
        assertThat(verify().findings())
                .hasSize(34)
                .allSatisfy(finding -> assertThat(finding).isInstanceOf(Finding.Missing.class));
    }

    @Test
    void aDeletedRecordWithTheOthersRenumberedIsFound() throws Exception {
        forger.sql("delete from audit.record where seq between 40 and 42");
        forger.renumber(43, -3);
        assertFindings(new Finding.Missing(40, 42));
    }

    @Test
    void aDeletedFirstRecordIsFound() throws Exception {
        forger.sql("delete from audit.record where seq = 1");
        assertFindings(new Finding.Missing(1, 1));
    }

    @Test
    void aCutTailIsFoundByTheHeadOfTheDatabase() throws Exception {
        forger.sql("delete from audit.record where seq > 65");
        assertFindings(new Finding.CutOff(65, 70));
    }

    @Test
    void aCutTailWithAnOldHeadPutBackIsFoundByTheHeadFile() throws Exception {
        var at40 = anOldHead(40);
        forger.sql("delete from audit.record where seq > 40");
        forger.rewind(at40);
        assertFindings(new Finding.CutOff(40, 60));
        assertThat(tryToExport()).isEqualTo(new HeadExport.WentBack(40, 60));
    }

    /// Stated, not solved: between two exports only the database knows.
    @Test
    void aTailCutBackToTheLastExportedHeadLeavesNoTrace() throws Exception {
        forger.sql("delete from audit.record where seq > 60");
        forger.rewind(at60);
        assertFindings();
    }

    @Test
    void anOldHeadPutBackWithoutACutIsFound() throws Exception {
        forger.rewind(anOldHead(40));
        assertThat(verify().findings()).contains(new Finding.HeadMissing(60));
    }

    @Test
    void twoSwappedRecordsAreFound() throws Exception {
        forger.swap(40, 50);
        assertFindings(new Finding.Reordered(40), new Finding.Reordered(50));
    }

    @Test
    void twoSwappedNeighboursAreFoundAlsoAtTheEnds() throws Exception {
        for (long first : new long[] {1, 40, 69}) {
            forger.swap(first, first + 1);
            assertThat(verify().findings())
                    .as("swapped at %d", first)
                    .contains(new Finding.Reordered(first), new Finding.Reordered(first + 1));
            forger.swap(first, first + 1);
        }
        assertFindings();
    }

    @Test
    void anInsertedRecordWithTheOthersRenumberedIsFound() throws Exception {
        forger.renumber(40, 1);
        forger.insert(40);
        assertFindings(new Finding.Inserted(40));
    }

    @Test
    void anInsertedRecordWithoutAFittingHashIsFound() throws Exception {
        forger.renumber(40, 1);
        forger.insert(40);
        forger.sql("update audit.record set hash = digest where seq = 40");
        assertFindings(new Finding.Inserted(40));
    }

    @Test
    void aRecordInsertedBeforeTheLastIsFound() throws Exception {
        forger.renumber(70, 1);
        forger.insert(70);
        assertThat(verify().findings()).contains(new Finding.Inserted(70));
    }

    @Test
    void aDoubledRecordIsFound() throws Exception {
        forger.sql("alter table audit.record drop constraint record_pkey;"
                + " insert into audit.record select * from audit.record where seq = 40");
        assertFindings(new Finding.Inserted(40));
    }

    @Test
    void aForgedTailIsFoundAlthoughItsHashIsRight() throws Exception {
        forger.insert(71);
        forger.insert(72);
        assertFindings(new Finding.Inserted(71), new Finding.Inserted(72));
    }

    @Test
    void aHeadSignedByAnotherKeyIsFound() throws Exception {
        forger.insert(71);
        var own = HeadSigner.of("k1", AuditDatabase.newKeys().getPrivate());
        forger.rewind(SignedHead.sign(own, 71, new byte[Encoding.HASH], AuditDatabase.NOW));
        assertThat(verify().findings()).contains(new Finding.BadSignature(0));
    }

    @Test
    void aRemovedHeadIsFound() throws Exception {
        forger.sql("update audit.head set seq = 0, hash = null, at = null, key_id = null, signature = null");
        assertThat(verify().findings()).contains(new Finding.HeadMissing(0));
    }

    /// The worst case: the forger even has the signing key, and writes a whole new history of the same length.
    @Test
    void anotherFreshChainIsAForkEvenIfItIsSignedWell() throws Exception {
        startAfresh();
        database.write(75, 5);
        assertFindings(new Finding.Forked(0, 30));
        assertThat(tryToExport()).isEqualTo(new HeadExport.Contradicted(60));
    }

    @Test
    void aShorterFreshChainIsForkedAndCutOff() throws Exception {
        startAfresh();
        database.write(35, 5);
        assertFindings(new Finding.CutOff(35, 60), new Finding.Forked(0, 30));
    }

    @Test
    void anEmptiedTableIsFound() throws Exception {
        startAfresh();
        assertFindings(new Finding.CutOff(0, 60));
        assertThat(tryToExport()).isEqualTo(new HeadExport.WentBack(0, 60));
    }

    @Test
    void detailsThatVanishWithoutAPurgeOnRecordAreFoundAndCounted() throws Exception {
        forger.sql("update audit.record set details = null, salt = null where seq <= 35");
        var verification = verify();
        assertThat(verification.findings()).containsExactly(new Finding.DetailsMissing(1, 35));
        assertThat(verification.purged()).isEqualTo(35);
    }

    @Test
    void aPurgedRecordCannotBeEditedEither() throws Exception {
        forger.sql("update audit.record set details = null, salt = null where seq <= 35");
        forger.edit(20);
        assertFindings(new Finding.Edited(19, 20), new Finding.DetailsMissing(1, 35));
    }

    private void startAfresh() {
        forger.sql("delete from audit.record;"
                + " update audit.head set seq = 0, hash = null, at = null, key_id = null, signature = null");
    }

    /// A genuine head as it once stood in the database.
    private SignedHead anOldHead(long seq) throws SQLException {
        var hash = new byte[1][];
        try (var connection = database.administrator.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select hash from audit.record where seq = " + seq)) {
            rows.next();
            hash[0] = rows.getBytes(1);
        }
        return SignedHead.sign(database.signer, seq, hash[0], AuditDatabase.NOW);
    }
}
