package jp.bansho.numbers.roster.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.account.Accounts;
import jp.bansho.access.account.Preparation;
import jp.bansho.access.approval.Application;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.terminal.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What waits for the nightly batch, as the screens show it.
@Component
class PreparedSheets {

    private final Labels labels;
    private final Dates dates;
    private final ApprovalDesk approvals;

    PreparedSheets(Labels labels, Dates dates, ApprovalDesk approvals) {
        this.labels = labels;
        this.dates = dates;
        this.approvals = approvals;
    }

    /// A line of the list.
    ///
    /// @param application its application, if the reader may open it
    record Row(
            long id,
            String kind,
            String who,
            String what,
            String preparedAt,
            Chip state,
            String approval,
            @Nullable Long application,
            boolean open,
            String outcome) {

        /// Without the name: it may end up in a log.
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    Row row(Member member, Preparation preparation) {
        var application = preparation.application() == null
                ? null
                : approvals.one(member, preparation.application()).orElse(null);
        return new Row(
                preparation.id(),
                labels.of("roster.prepared." + preparation.kind()),
                who(preparation),
                what(preparation),
                dates.moment(preparation.preparedAt()),
                state(preparation, application),
                approval(preparation, application),
                application == null ? null : (Long) application.id(),
                preparation.state().equals("prepared"),
                outcome(preparation));
    }

    private String who(Preparation preparation) {
        var named = new ArrayList<String>();
        if (preparation.account() != null) {
            named.add(preparation.account());
        }
        if (preparation.name() != null) {
            named.add(preparation.name());
        }
        return String.join(" ", named);
    }

    private String what(Preparation preparation) {
        if (preparation.role() == null) {
            return "";
        }
        var parts = List.of(
                labels.role(preparation.role()),
                labels.department(preparation.department()),
                labels.of("roster.from-until", dates.day(preparation.from()), dates.day(preparation.until())));
        return String.join(labels.either("・", ", "), parts);
    }

    private Chip state(Preparation preparation, @Nullable Application application) {
        return switch (preparation.state()) {
            case "done" -> new Chip("done", labels.of("roster.prepared.state.done"));
            case "withdrawn" -> new Chip("gone", labels.of("roster.prepared.state.withdrawn"));
            case "failed" -> new Chip("error", labels.of("roster.prepared.state.failed"));
            case String _
            when application != null && application.decidedBy() == null ->
                new Chip("waiting", labels.of("roster.prepared.state.approval"));
            case String _ -> new Chip("working", labels.of("roster.prepared.state.prepared"));
        };
    }

    private String approval(Preparation preparation, @Nullable Application application) {
        if (application != null) {
            return labels.either(
                    application.state().japanese(), application.state().english());
        }
        return preparation.application() == null
                ? labels.of("roster.approval.none")
                : labels.of("roster.approval.number", String.valueOf(preparation.application()));
    }

    /// A new account's ID, or why it came to nothing.
    private String outcome(Preparation preparation) {
        var outcome = Objects.requireNonNullElse(preparation.outcome(), "");
        return preparation.state().equals("failed") ? labels.of("roster.failed." + failure(outcome)) : outcome;
    }

    private static String failure(String why) {
        return switch (why) {
            case "no approval was applied for", "the approval was refused or ran out" -> "approval";
            case "the last day is over" -> "over";
            case "the account is not active" -> "inactive";
            case String _ -> "other";
        };
    }

    /// Whether giving that role takes an approval in that organisation.
    static boolean needsApproval(AccountRole role, int organisation) {
        return Accounts.needsApproval(role) || organisation == Organisation.OPERATOR;
    }
}
