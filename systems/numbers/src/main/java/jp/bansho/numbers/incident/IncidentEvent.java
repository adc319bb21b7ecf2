package jp.bansho.numbers.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.bansho.audit.AuditEvent;

/// All that the record can say about incidents (S6); refusals too. What people wrote stays with the incident.
public sealed interface IncidentEvent extends AuditEvent {

    /// An incident was opened.
    ///
    /// @param finding number of the finding of the log check; 0 if there is none
    record IncidentOpened(long incident, IncidentKind kind, Instant knownAt, long finding) implements IncidentEvent {}

    /// Another cause was added to an open incident.
    record IncidentCauseAdded(long incident, IncidentKind kind, long finding) implements IncidentEvent {}

    /// The whole chain was verified.
    record ChainVerified(long records, boolean sound) implements IncidentEvent {}

    /// A break that was met while nothing could be written was taken in.
    record BreakTakenIn(Instant knownAt, int lines) implements IncidentEvent {}

    /// Incidents were listed.
    record IncidentsShown(int incidents) implements IncidentEvent {}

    /// One incident was shown.
    record IncidentShown(long incident) implements IncidentEvent {}

    /// A step was settled, or taken up again.
    record IncidentStepSettled(long incident, Step step, StepState state) implements IncidentEvent {}

    /// It was decided whether the Commission must be told.
    record IncidentDutyDecided(long incident, Duty duty, List<String> dutyEvents) implements IncidentEvent {}

    /// The preliminary report was made.
    record PreliminaryReportMade(long incident, LocalDate made) implements IncidentEvent {}

    /// A remark was written down.
    record IncidentNoted(long incident) implements IncidentEvent {}

    /// A version of the report was drafted: the window and accounts asked for, and how many people were counted.
    record ReportDrafted(long incident, int version, LocalDate from, LocalDate until, List<String> accounts, int people)
            implements IncidentEvent {}

    /// A version of the report was put on paper.
    ///
    /// @param file true if it was written to a file by the command
    record ReportPrinted(long incident, int version, boolean file) implements IncidentEvent {}

    /// An incident was closed, with somebody else's approval.
    record IncidentClosed(long incident, long application) implements IncidentEvent {}

    /// A closed incident was opened again.
    record IncidentReopened(long incident) implements IncidentEvent {}

    /// Something about an incident was refused.
    record IncidentRefused(long incident, String act, String reason) implements IncidentEvent {}
}
