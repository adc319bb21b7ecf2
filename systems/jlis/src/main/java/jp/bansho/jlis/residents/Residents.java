package jp.bansho.jlis.residents;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.jlis.numbering.Numbering;
import jp.bansho.machine.Progress;
import org.springframework.stereotype.Component;

/// The front door of the register. Works on the connection of the caller's transaction; the caller puts on record what
/// came of it, in the same transaction.
@Component
public class Residents {

    private static final int BATCH = 2000;
    private static final ZoneId HERE = ZoneId.of("Asia/Tokyo");

    private final Numbering numbering;
    private final Clock clock;

    Residents(Numbering numbering, Clock clock) {
        this.numbering = numbering;
        this.clock = clock;
    }

    /// Fills the empty register from a file of the layout `residents`, all of it or nothing.
    ///
    /// @throws RegisterRefused if the register is not empty, or the file is not right
    public Loaded load(Connection connection, Path file, Progress progress) throws SQLException {
        if (!ResidentTable.empty(connection)) {
            throw RegisterRefused.notEmpty();
        }
        var findings = new RowFindings();
        var load = new RegisterLoad(findings);
        try {
            load.from(new ResidentFile(file, "residents", progress), connection);
            refuseIfAny(findings, load.count());
            numbering.enter(connection, 1, load.numbers(), load.count());
        } catch (SQLException e) {
            throw asRefusal(e);
        } finally {
            load.forget();
        }
        ResidentTable.takeStock(connection);
        return load.loaded();
    }

    /// Takes in a file of the layout `resident-events`, all of it or nothing. Its days are those of
    /// who cut it: a population for practice lives in years of its own, so they may lie ahead.
    ///
    /// @throws RegisterRefused if a row is not right or its event cannot have happened
    public Happened happen(Connection connection, Path file, Progress progress) throws SQLException {
        var findings = new RowFindings();
        var rows = new EventRows(findings);
        var batch = new EventBatch(new Succession(new Reasons(), LocalDate.MAX));
        var sum = new AtomicReference<>(Happened.NOTHING);
        var records = new ResidentFile(file, "resident-events", progress).each(findings, record -> {
            var event = rows.read(record);
            if (event != null) {
                batch.add(record.line(), event);
            }
            if (batch.size() == BATCH) {
                sum.set(sum.get().and(write(connection, batch, findings)));
            }
        });
        sum.set(sum.get().and(write(connection, batch, findings)));
        refuseIfAny(findings, records);
        return sum.get();
    }

    /// Takes in one event that somebody types; it cannot lie ahead.
    ///
    /// @return the handle of the resident, for the record
    /// @throws RegisterRefused if the event cannot have happened
    public long happen(Connection connection, Happening event) throws SQLException {
        var code = event.code().inTheClear();
        var resident = ResidentTable.byCode(connection, new long[] {code}, true).get(code);
        if (resident == null) {
            throw RegisterRefused.fault(Fault.UNKNOWN_CODE);
        }
        var succession = new Succession(new Reasons(), LocalDate.ofInstant(clock.instant(), HERE));
        succession.fault(resident, event).ifPresent(fault -> {
            throw RegisterRefused.fault(fault);
        });
        var batch = new EventBatch(succession);
        batch.add(1, event);
        write(connection, batch, new RowFindings());
        return resident.id();
    }

    private Happened write(Connection connection, EventBatch batch, RowFindings findings) throws SQLException {
        var result = batch.apply(connection, findings);
        if (findings.count() == 0) {
            ChangeTable.keep(connection, result.before());
            ChangeTable.change(connection, result.now().values());
            for (var round : result.numbers()) {
                numbering.change(connection, round);
            }
        }
        return result.happened();
    }

    /// The residents of those codes.
    public Map<Long, Resident> byCode(Connection connection, List<ResidentRecordCode> codes) throws SQLException {
        return ResidentTable.byCode(
                connection,
                codes.stream().mapToLong(ResidentRecordCode::inTheClear).toArray(),
                false);
    }

    /// Who of that birth and sex lives in each of those municipalities.
    ///
    /// @param formerly also who lived there before and lives elsewhere now
    public Map<Place, List<Resident>> byPlace(Connection connection, List<Place> places, boolean formerly)
            throws SQLException {
        return ResidentTable.byPlace(connection, places, formerly);
    }

    /// The earlier states of residents, the oldest first; residents without any are missing.
    public Map<Long, List<State>> former(Connection connection, List<Long> residents) throws SQLException {
        return ResidentTable.former(connection, residents);
    }

    /// How much there is.
    public RegisterCounts counts(Connection connection) throws SQLException {
        return ResidentTable.counts(connection);
    }

    private static void refuseIfAny(RowFindings findings, long records) {
        if (findings.count() > 0) {
            throw RegisterRefused.rows(findings);
        }
        if (records == 0) {
            throw RegisterRefused.empty();
        }
    }

    /// A number or a code that is there twice breaks a rule of a table.
    private static SQLException asRefusal(SQLException failure) {
        if ("23505".equals(failure.getSQLState())) {
            throw RegisterRefused.twice();
        }
        return failure;
    }
}
