package jp.bansho.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What can be done to the files that left the database, and how each of it is found.
class ForgedFileTest extends SeventyRecords {

    @Test
    void anEditedExportIsFound() throws Exception {
        var lines = exportedLines();
        lines.set(40, lines.get(40).replace("u-0042", "u-0043"));
        assertThat(verifyLines(lines)).containsExactly(new Finding.Edited(39, 40));
        lines.set(40, "{}");
        assertThat(verifyLines(lines))
                .containsExactlyInAnyOrder(new Finding.Unreadable(40), new Finding.Missing(40, 40));
        lines.remove(40);
        assertThat(verifyLines(lines)).containsExactly(new Finding.Missing(40, 40));
    }

    @Test
    void reorderedAndDoubledLinesOfAnExportAreFound() throws Exception {
        var lines = exportedLines();
        Collections.swap(lines, 40, 41);
        assertThat(verifyLines(lines)).containsExactly(new Finding.Reordered(41));
        lines = exportedLines();
        Collections.swap(lines, 40, 50);
        assertThat(verifyLines(lines)).containsExactlyInAnyOrder(new Finding.Reordered(40), new Finding.Reordered(50));
        lines = exportedLines();
        lines.add(50, lines.get(40));
        assertThat(verifyLines(lines)).containsExactly(new Finding.Inserted(40));
    }

    @Test
    void aCutExportIsFound() throws Exception {
        var lines = exportedLines();
        assertThat(verifyLines(lines.subList(0, 66))).containsExactly(new Finding.CutOff(65, 70));
        assertThat(verifyLines(lines.subList(1, 71))).contains(new Finding.HeadMissing(0), new Finding.Inserted(70));
    }

    @Test
    void aHeadFileWithAChangedOrMissingLineIsFound() throws Exception {
        database.write(5, 5);
        export();
        var lines = Files.readAllLines(headFile);
        Files.write(headFile, List.of(lines.get(0), lines.get(2)));
        assertFindings(new Finding.BadSignature(2));
        Files.write(headFile, List.of(lines.get(1), lines.get(2)));
        assertFindings(new Finding.BadSignature(1));
        Files.write(headFile, List.of(lines.get(0), lines.get(1).replace("\"seq\":60", "\"seq\":61"), lines.get(2)));
        assertFindings(new Finding.BadSignature(2), new Finding.BadSignature(3));
        Files.writeString(headFile, lines.get(0) + "\n" + lines.get(1).substring(0, 100));
        assertFindings(new Finding.BadSignature(2));
        assertThat(tryToExport()).isEqualTo(new HeadExport.Damaged(2));
    }

    @Test
    void aHeadFileWithItsEndCutOffIsFoundByTheRecordOfItsExport() throws Exception {
        try (var connection = database.application()) {
            connection.setAutoCommit(false);
            database.trail.append(connection, List.of(new Entry(AuditDatabase.STAMP, new HeadExported(at60.seq()))));
            connection.commit();
        }
        assertFindings();
        Files.write(headFile, Files.readAllLines(headFile).subList(0, 1));
        assertFindings(new Finding.HeadMissing(60));
    }

    @Test
    void noCharacterOfAnExportCanBeChangedUnnoticed() throws Exception {
        long seed = 20_261_122;
        var random = new Random(seed);
        var lines = exportedLines();
        for (int round = 0; round < 500; round++) {
            int number = random.nextInt(lines.size());
            var line = lines.get(number);
            int place = random.nextInt(line.length());
            char other = line.charAt(place) == '7' ? '8' : '7';
            var forged = new ArrayList<>(lines);
            forged.set(number, line.substring(0, place) + other + line.substring(place + 1));
            assertThat(verifyLines(forged))
                    .as("seed %d, round %d, line %d, character %d", seed, round, number, place)
                    .isNotEmpty();
        }
    }
}
