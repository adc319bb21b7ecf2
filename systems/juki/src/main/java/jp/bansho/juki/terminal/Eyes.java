package jp.bansho.juki.terminal;

import jp.bansho.access.Member;
import jp.bansho.access.approval.Application;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.Texts;
import org.jspecify.annotations.Nullable;

/// Both people of an application as the fragment `fourEyes` shows them: by user ID.
///
/// @param state a chip's
/// @param own   the reader applied, and may not decide
record Eyes(
        String applicant,
        String appliedAt,
        String purpose,
        @Nullable String decider,
        @Nullable String decidedAt,
        String state,
        String stateText,
        String until,
        @Nullable String executedAt,
        String fingerprint,
        boolean own) {

    private static final int SHOWN = 16;

    static Eyes of(Application it, Member reader, Texts texts, Dates dates) {
        var until = it.executeBy() == null ? it.decideBy() : it.executeBy();
        return new Eyes(
                it.applicant(),
                dates.moment(it.appliedAt()),
                texts.of("juki.purpose." + it.purpose()),
                it.decidedBy(),
                it.decidedAt() == null ? null : dates.moment(it.decidedAt()),
                chip(it),
                texts.japanese() ? it.state().japanese() : it.state().english(),
                dates.moment(until),
                it.executedAt() == null ? null : dates.moment(it.executedAt()),
                it.payloadHash().substring(0, SHOWN),
                it.applicantPerson() == reader.person());
    }

    static String chip(Application it) {
        return switch (it.state()) {
            case OPEN -> "waiting";
            case APPROVED -> "working";
            case EXECUTED -> "done";
            case REFUSED -> "error";
            case WITHDRAWN, LAPSED -> "gone";
        };
    }
}
