package jp.bansho.numbers.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.bansho.access.Member;
import jp.bansho.numbers.intake.WorkDecision;
import jp.bansho.numbers.intake.WorkItem.Reason;
import jp.bansho.numbers.intake.WorkSheet;
import jp.bansho.numbers.intake.WorkSheet.Party;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.PurposeRow;
import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.numbers.vault.KeptNumber;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.Texts.Pair;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// A work item as its page shows it: both people side by side, and what can be decided with which consequence.
@Component
class WorkChoices {

    private final PurposeTable purposes;
    private final Texts texts;
    private final Dates dates;

    WorkChoices(PurposeTable purposes, Texts texts, Dates dates) {
        this.purposes = purposes;
        this.texts = texts;
        this.dates = dates;
    }

    /// A line of the comparison.
    ///
    /// @param same whether both sides say the same; null where there is nothing to compare
    record Compared(
            String textKey,
            String person,
            String other,
            @Nullable Boolean same) {}

    void show(WorkSheet sheet, Member member, WorkForm form, Model model) {
        var rows = rows(sheet, member);
        var hidden = hidden(sheet.person(), member) || hidden(sheet.other(), member);
        model.addAttribute("sheet", sheet);
        model.addAttribute("echoKey", hidden ? "" : sheet.echoKey());
        model.addAttribute("hidden", hidden);
        model.addAttribute("reasonKey", "intake.reason." + sheet.reason().word());
        model.addAttribute("compared", compared(sheet, member));
        model.addAttribute("personNumbers", numbers(sheet.person(), sheet, member));
        model.addAttribute("otherNumbers", numbers(sheet.other(), sheet, member));
        model.addAttribute("decisions", decisions(sheet));
        model.addAttribute("purposes", rows.stream().map(this::option).toList());
        model.addAttribute(
                "form",
                form.purpose().isEmpty() && rows.size() == 1
                        ? new WorkForm(form.decision(), rows.getFirst().id(), form.note())
                        : form);
    }

    /// The rows of purposes that allow the member to decide about such a person.
    List<PurposeRow> rows(WorkSheet sheet, Member member) {
        var concerned = sheet.person() != null ? sheet.person() : sheet.other();
        return purposes.choices(member.department(), NumberAct.REGISTER).stream()
                .filter(row -> concerned == null
                        || row.kinds().contains(concerned.person().kind().code()))
                .toList();
    }

    Option option(PurposeRow row) {
        return new Option(row.id(), row.id() + "　" + row.work() + "（" + row.article() + "）");
    }

    String words(WorkDecision decision) {
        return texts.of(new Pair(decision.japanese(), decision.english()));
    }

    /// What follows from a decision about such an item.
    String consequence(Reason reason, WorkDecision decision) {
        var held = reason == Reason.HELD_BY_ANOTHER && decision == WorkDecision.ACCEPT;
        return texts.of("intake.consequence." + decision.word() + (held ? ".held" : ""));
    }

    private List<Option> decisions(WorkSheet sheet) {
        return sheet.choices().stream()
                .map(decision ->
                        new Option(decision.word(), words(decision) + "　" + consequence(sheet.reason(), decision)))
                .toList();
    }

    /// True if no row of purposes lets the member's department see somebody of that kind: then the kind alone is shown.
    private boolean hidden(@Nullable Party party, Member member) {
        return party != null
                && purposes.choices(member.department(), NumberAct.SEE).stream()
                        .noneMatch(row ->
                                row.kinds().contains(party.person().kind().code()));
    }

    private List<Compared> compared(WorkSheet sheet, Member member) {
        var lines = new ArrayList<Compared>();
        var hidden = hidden(sheet.person(), member) || hidden(sheet.other(), member);
        var nothing = hidden ? "－" : texts.of("intake.item.nothing");
        lines.add(line("intake.item.kind", kind(sheet.person()), kind(sheet.other()), nothing));
        var left = hidden(sheet.person(), member) ? null : sheet.person();
        var right = hidden(sheet.other(), member) ? null : sheet.other();
        lines.add(line("intake.item.use", use(left), use(right), nothing));
        var one = left == null ? null : left.person();
        var two = right == null ? null : right.person();
        lines.add(line(
                "intake.item.user",
                one == null ? null : one.userNumber(),
                two == null ? null : two.userNumber(),
                nothing));
        lines.add(line(
                "intake.item.basic",
                one == null ? null : one.basicPensionNumber(),
                two == null ? null : two.basicPensionNumber(),
                nothing));
        lines.add(line(
                "intake.item.certificate",
                one == null ? null : one.certificateNumber(),
                two == null ? null : two.certificateNumber(),
                nothing));
        lines.add(line(
                "intake.item.payroll",
                one == null ? null : one.payrollNumber(),
                two == null ? null : two.payrollNumber(),
                nothing));
        lines.add(line(
                "intake.item.own",
                one == null ? null : one.ownNumber(),
                two == null ? null : two.ownNumber(),
                nothing));
        return lines;
    }

    private Compared line(String textKey, @Nullable String left, @Nullable String right, String nothing) {
        return new Compared(
                textKey,
                left == null ? nothing : left,
                right == null ? nothing : right,
                (left == null || right == null) ? null : left.equals(right));
    }

    private @Nullable String kind(@Nullable Party party) {
        return party == null
                ? null
                : texts.of("intake.person." + party.person().kind().word());
    }

    private @Nullable String use(@Nullable Party party) {
        return party == null ? null : texts.of(party.inUse() ? "intake.item.inuse" : "intake.item.ended");
    }

    /// What is kept of somebody's numbers: generation, state, origin, when, by whom; the one in question is marked.
    private List<String> numbers(@Nullable Party party, WorkSheet sheet, Member member) {
        if (party == null || hidden(party, member)) {
            return List.of();
        }
        var about = sheet.reason() == Reason.HELD_BY_ANOTHER ? sheet.other() : sheet.person();
        return party.numbers().stream()
                .map(number -> text(number, party.equals(about) && number.generation() == sheet.generation()))
                .toList();
    }

    private String text(KeptNumber number, boolean inQuestion) {
        var origin = number.provenance();
        return texts.of(
                inQuestion ? "intake.item.number.this" : "intake.item.number",
                number.generation(),
                state(number.state()),
                texts.of("intake.source." + origin.source()),
                dates.moment(origin.at()),
                origin.actor());
    }

    private String state(NumberState state) {
        return texts.of("intake.number." + state.name().toLowerCase(Locale.ROOT));
    }
}
