package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Decision;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.Approved;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.ApprovalDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What tests of tax files begin with: one machine for the class that gets source parcels, and two
/// officers, of whom one applies and the other approves.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Filing {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    TestMachine machine;

    @SuppressWarnings("NullAway.Init")
    SourceSlips slips;

    @SuppressWarnings("NullAway.Init")
    Member officer;

    @SuppressWarnings("NullAway.Init")
    Member second;

    private int discs;

    @BeforeAll
    void start() throws Exception {
        machine = TestMachine.start();
        slips = SourceSlips.around(machine, Files.createDirectory(folder.resolve("post")));
        officer = Approved.account(machine, Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "general");
        second = Approved.account(machine, Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "general");
    }

    @AfterAll
    void stop() {
        machine.close();
    }

    private Sending sending(long capacity) {
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        return new Sending("tax-office", "OUT-" + ++discs, capacity, today.plusDays(30), today.plusDays(400));
    }

    /// The officer's application for the file of a preview.
    long applied(Preview preview, long capacity) {
        return machine.part(Previews.class)
                .apply(officer, preview.id(), sending(capacity), "T-" + preview.id(), "年次の提出")
                .id();
    }

    /// The file of a preview, applied for and approved.
    Output written(Preview preview, long capacity) throws IOException {
        var application = applied(preview, capacity);
        machine.part(ApprovalDesk.class).decide(second, application, Decision.APPROVE, "");
        return write(preview);
    }

    /// The file of a preview that is approved.
    Output write(Preview preview) throws IOException {
        return machine.part(Reports.class)
                .write(SourceSlips.HANAKO, SourceSlips.TARO, preview.id(), slips.outbox(), Progress.SILENT);
    }

    /// A file that leaves by courier.
    Output submitted(Output output) {
        return machine.part(Custodies.class).submit(SourceSlips.HANAKO, SourceSlips.TARO, output.id(), "courier-1");
    }
}
