package jp.bansho.access.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An application 申請 as it stands.
///
/// @param organisation         where it was made and will be executed
/// @param decidingOrganisation where it is decided
/// @param kind                 word of its [ApprovalKind]
/// @param payload              what is approved, to be shown to the decider as it is: the hash is over this text
/// @param payloadHash          SHA-256 of the payload in UTF-8, 64 hexadecimal digits
/// @param applicantName        for screens; never in the record
/// @param decideBy             first moment at which it is too late to decide
/// @param state                as of the moment of reading
/// @param executeBy            first moment at which it is too late to execute; null until approved
/// @param executedBy           null also where the machine itself executed it
public record Application(
        long id,
        int organisation,
        int decidingOrganisation,
        String kind,
        String purpose,
        String caseReference,
        String reason,
        String payload,
        String payloadHash,
        String applicant,
        long applicantPerson,
        String applicantName,
        Instant appliedAt,
        Instant decideBy,
        ApplicationState state,
        @Nullable String decidedBy,
        @Nullable String deciderName,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable Instant executeBy,
        @Nullable String executedBy,
        @Nullable Instant executedAt) {

    /// Without names and texts: it may end up in a log.
    @Override
    public String toString() {
        return "Application[" + id + ", " + kind + ", " + state + "]";
    }
}
