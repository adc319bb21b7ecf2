package jp.bansho.numbers.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import org.jspecify.annotations.Nullable;

/// Why an incident is to be opened.
///
/// @param thread  further causes of the same thread are added while the incident is open
/// @param key     the cause; the same key of an organisation never opens a second incident, not even a closed one's
/// @param account login ID it is about
/// @param finding number of the finding of the log check
/// @param by      login ID of who opens it, or `machine`
record Opening(
        int organisation,
        boolean wholeMachine,
        IncidentKind kind,
        String thread,
        String key,
        @Nullable String account,
        String place,
        String summary,
        Instant knownAt,
        @Nullable Long finding,
        String by) {

    /// Who opens what the machine finds.
    static final String MACHINE = "machine";

    /// Opens the incident, or adds the cause to the open one of its thread, or does nothing for a known cause.
    ///
    /// @param connection in a scope of the organisation
    /// @return what must be on record; empty if the cause is known
    List<Entry> open(Connection connection, Stamp stamp, Instant now) throws SQLException {
        IncidentTable.one(connection);
        if (IncidentTable.knows(connection, organisation, key)) {
            return List.of();
        }
        var number = finding == null ? 0L : finding.longValue();
        var known = IncidentTable.openThread(connection, organisation, thread);
        if (known.isPresent()) {
            IncidentTable.cause(connection, this, known.get(), now);
            IncidentTable.add(connection, organisation, known.get(), new Line(now, by, "cause", null, null, summary));
            return List.of(new Entry(stamp, new IncidentEvent.IncidentCauseAdded(known.get(), kind, number)));
        }
        var id = IncidentTable.open(connection, this, now);
        IncidentTable.cause(connection, this, id, now);
        IncidentTable.add(connection, organisation, id, new Line(now, by, "opened", null, null, summary));
        return List.of(new Entry(stamp, new IncidentEvent.IncidentOpened(id, kind, knownAt, number)));
    }
}
