package jp.bansho.numbers.roster.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.access.account.Accounts;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Words for what the access library names by code, in the language of the request.
@Component
class Labels {

    private final Texts texts;
    private final Rights rights;
    private final ApprovalDesk approvals;

    Labels(Texts texts, Rights rights, ApprovalDesk approvals) {
        this.texts = texts;
        this.rights = rights;
        this.approvals = approvals;
    }

    String of(String key, Object... values) {
        return texts.of(key, values);
    }

    /// One of two words, by the language of the request.
    String either(String japanese, String english) {
        return texts.japanese() ? japanese : english;
    }

    boolean japanese() {
        return texts.japanese();
    }

    String role(@Nullable AccountRole role) {
        return role == null ? "" : either(role.japanese(), role.english());
    }

    String department(@Nullable String code) {
        var known = code == null ? null : rights.departments().get(code);
        return known == null ? (code == null ? "" : code) : either(known.japanese(), known.english());
    }

    String kind(String word) {
        return approvals.kind(word).map(this::kind).orElse(word);
    }

    String kind(ApprovalKind kind) {
        return either(kind.japanese(), kind.english());
    }

    String refusal(AccessRefused refused) {
        return either(refused.japanese(), refused.english());
    }

    /// The roles a user manager of that organisation gives, in their order.
    List<Option> roles(int organisation) {
        return Accounts.rolesOf(organisation).stream()
                .sorted(Comparator.naturalOrder())
                .map(role -> new Option(role.word(), role(role)))
                .toList();
    }

    List<Option> departments() {
        return rights.departments().keySet().stream()
                .map(code -> new Option(code, department(code)))
                .toList();
    }

    /// Who approves new rights in that organisation.
    String approvers(int organisation) {
        var row = rights.matrix().row(Right.DECIDE_APPLICATION.word()).orElseThrow();
        return Accounts.rolesOf(organisation).stream()
                .sorted(Comparator.naturalOrder())
                .filter(role -> !row.departments().getOrDefault(role, Set.of()).isEmpty())
                .map(this::role)
                .collect(Collectors.joining(either("、", ", ")));
    }

    /// SHA-256 in groups, for comparing by eye.
    static String fingerprint(String hash) {
        return hash.toUpperCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1 ");
    }
}
