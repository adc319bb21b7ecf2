package jp.bansho.numbers.taxfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jp.bansho.numbers.job.JobRefused;
import jp.bansho.numbers.job.JobRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static void refused(Reason reason, Path wanted) {
        assertThatThrownBy(() -> TargetFile.place(wanted))
                .as(String.valueOf(wanted.getFileName()))
                .isInstanceOfSatisfying(
                        JobRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private TargetFile write(String content) throws IOException {
        var target = TargetFile.at(TargetFile.place(folder.resolve("377dat01.txt")));
        try (var out = target.open()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        target.force();
        return target;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "377dat00.txt",
                "377dat1.txt",
                "377dat001.txt",
                "377DAT01.txt",
                "377dat01.TXT",
                "377dat01.csv",
                "375dat01.txt",
                "out.txt",
                "377dat01.txt.part"
            })
    void aNameTheTaxOfficeDoesNotAcceptIsRefused(String name) {
        refused(Reason.TARGET_NAME, folder.resolve(name));
    }

    @Test
    void aFolderMeansTheFirstFileInIt() {
        assertThat(TargetFile.place(folder))
                .isEqualTo(folder.resolve("377dat01.txt").toAbsolutePath());
        assertThat(TargetFile.place(folder.resolve("377dat99.txt"))).hasFileName("377dat99.txt");
    }

    @Test
    void aPlaceThatIsTakenIsRefused() throws IOException {
        Files.writeString(folder.resolve("377dat01.txt"), "kept");
        refused(Reason.TARGET_EXISTS, folder.resolve("377dat01.txt"));
        refused(Reason.TARGET_EXISTS, folder);
        assertThat(folder.resolve("377dat01.txt")).hasContent("kept");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        refused(Reason.TARGET_FOLDER, folder.resolve("nowhere").resolve("377dat01.txt"));
    }

    @Test
    void onlyTheOwnerCanReadTheFileAndItsNameIsRealOnlyWhenItIsWhole() throws IOException {
        var target = write("slips");
        var part = folder.resolve("377dat01.txt.part");
        assertThat(folder.resolve("377dat01.txt")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)))
                .isEqualTo("rw-------");
        target.deliver();
        assertThat(part).doesNotExist();
        assertThat(folder.resolve("377dat01.txt")).hasContent("slips");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("377dat01.txt"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatAnEarlierAttemptLeftIsReplacedAlsoIfOthersCouldReadIt() throws IOException {
        var part = Files.writeString(folder.resolve("377dat01.txt.part"), "much older and longer");
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-rw-rw-"));
        write("new");
        assertThat(part).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)))
                .isEqualTo("rw-------");
    }

    @Test
    void aPlaceTakenMeanwhileBySomethingElseIsRefusedAndLeftAsItIs() throws IOException {
        var target = write("slips");
        Files.writeString(folder.resolve("377dat01.txt"), "of somebody else");
        assertThatThrownBy(target::requireFree).isInstanceOf(JobRefused.class);
        assertThat(folder.resolve("377dat01.txt")).hasContent("of somebody else");
        assertThat(folder.resolve("377dat01.txt.part")).doesNotExist();
    }

    @Test
    void theSameContentInPlaceIsThisJobsOwnDelivery() throws IOException {
        var target = write("slips");
        Files.writeString(folder.resolve("377dat01.txt"), "slips");
        target.requireFree();
        target.deliver();
        assertThat(folder.resolve("377dat01.txt")).hasContent("slips");
        assertThat(folder.resolve("377dat01.txt.part")).doesNotExist();
    }

    @Test
    void aDiscardedFileLeavesNothing() throws IOException {
        write("slips").discard();
        assertThat(folder).isEmptyDirectory();
    }
}
