package jp.bansho.numbers.roster.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.bansho.access.Member;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApplicationState;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.terminal.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Applications as the screens show them.
@Component
class ApplicationSheets {

    /// What can be approved and not be carried out yet.
    private static final Set<String> UNEXECUTED =
            Set.of(ApprovalKind.BULK_REVEAL.word(), ApprovalKind.MAINTENANCE_LOGIN.word());

    private final Labels labels;
    private final Dates dates;
    private final Organisations organisations;

    ApplicationSheets(Labels labels, Dates dates, Organisations organisations) {
        this.labels = labels;
        this.dates = dates;
        this.organisations = organisations;
    }

    /// A line of a list.
    record Row(
            long id,
            String kind,
            String purpose,
            String caseReference,
            String applicant,
            String organisation,
            String appliedAt,
            String until,
            Chip state) {

        /// Without the name: it may end up in a log.
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /// The panel of the two people, see the fragment `parts :: fourEyes`.
    record Eyes(
            String applicant,
            String appliedAt,
            String purpose,
            @Nullable String decider,
            @Nullable String decidedAt,
            String state,
            String stateText,
            @Nullable String until,
            @Nullable String executedAt,
            String fingerprint,
            boolean own) {

        /// Without the names: it may end up in a log.
        @Override
        public String toString() {
            return "Eyes[" + state + "]";
        }
    }

    Row row(Application application) {
        return new Row(
                application.id(),
                labels.kind(application.kind()),
                application.purpose(),
                application.caseReference(),
                application.applicantName(),
                organisations.name(application.organisation(), labels.japanese()),
                dates.moment(application.appliedAt()),
                dates.moment(until(application)),
                chip(application));
    }

    Eyes eyes(Member member, Application application) {
        var chip = chip(application);
        return new Eyes(
                who(application.applicantName(), application.applicant()),
                dates.moment(application.appliedAt()),
                application.purpose(),
                application.decidedBy() == null
                        ? null
                        : who(String.valueOf(application.deciderName()), application.decidedBy()),
                moment(application.decidedAt()),
                chip.state(),
                chip.text(),
                moment(until(application)),
                moment(application.executedAt()),
                Labels.fingerprint(application.payloadHash()),
                application.applicantPerson() == member.person());
    }

    List<Fact> facts(Application application) {
        var facts = new ArrayList<>(List.of(
                new Fact(labels.of("roster.application.number"), String.valueOf(application.id())),
                new Fact(labels.of("roster.application.kind"), labels.kind(application.kind())),
                new Fact(
                        labels.of("roster.application.organisation"),
                        organisations.name(application.organisation(), labels.japanese())),
                new Fact(
                        labels.of("roster.application.decided-in"),
                        organisations.name(application.decidingOrganisation(), labels.japanese())),
                new Fact(labels.of("roster.application.case"), application.caseReference()),
                new Fact(labels.of("roster.reason"), application.reason())));
        if (UNEXECUTED.contains(application.kind())) {
            facts.add(new Fact(
                    labels.of("roster.application.execution"), labels.of("roster.application.execution.later")));
        }
        return List.copyOf(facts);
    }

    private Chip chip(Application application) {
        var text = labels.either(
                application.state().japanese(), application.state().english());
        return switch (application.state()) {
            case OPEN -> new Chip("waiting", text);
            case APPROVED -> new Chip("working", text);
            case EXECUTED -> new Chip("done", text);
            case REFUSED -> new Chip("error", text);
            case WITHDRAWN, LAPSED -> new Chip("gone", text);
        };
    }

    /// The end of the step it is in.
    static @Nullable Instant until(Application application) {
        return application.state() == ApplicationState.OPEN ? application.decideBy() : application.executeBy();
    }

    private @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : dates.moment(at);
    }

    private static String who(String name, String account) {
        return name + " (" + account + ")";
    }
}
