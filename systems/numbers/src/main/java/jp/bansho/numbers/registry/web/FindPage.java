package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.identifiers.BasicPensionNumber;
import jp.bansho.identifiers.Parsed;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.linkage.Identifier;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.store.Scope;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The page with both searches, as each of them needs it again after an error.
@Component
class FindPage {

    private static final int UNPROCESSABLE = 422;
    private static final int MOST = 100;

    private final Purposes purposes;
    private final Reach reach;
    private final Rights rights;
    private final Transactions transactions;
    private final Linkage linkage;
    private final Texts texts;

    FindPage(Purposes purposes, Reach reach, Rights rights, Transactions transactions, Linkage linkage, Texts texts) {
        this.purposes = purposes;
        this.reach = reach;
        this.rights = rights;
        this.transactions = transactions;
        this.linkage = linkage;
        this.texts = texts;
    }

    /// Empty but for the matter named last.
    String fresh(Member member, HttpServletRequest request, Model model) {
        var matter = Tray.of(request, member).matter();
        var form = matter.map(named -> new FindForm(
                        String.valueOf(named.association()),
                        FindForm.EMPTY.by(),
                        "",
                        named.row(),
                        named.caseReference()))
                .orElse(FindForm.EMPTY);
        return fill(member, form, model);
    }

    /// With what was typed, and what is wrong with it.
    String wrong(Member member, FindForm form, Problems problems, HttpServletResponse response, Model model) {
        response.setStatus(UNPROCESSABLE);
        model.addAttribute("problems", problems);
        return fill(member, form, model);
    }

    private String fill(Member member, FindForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("ways", ways());
        model.addAttribute("purposes", purposes.choices(member, NumberAct.SEE));
        model.addAttribute("associations", associations(member));
        model.addAttribute("seeks", rights.allows(member, Right.SEEK_NUMBER));
        model.addAttribute("registers", rights.allows(member, Right.REGISTER_PERSON));
        model.addAttribute("seekPurposes", purposes.choices(member, NumberAct.SEEK));
        return "registry/find";
    }

    private List<Option> ways() {
        return Arrays.stream(Identifier.values())
                .map(way -> new Option(way.name(), texts.of("registry.by." + way)))
                .toList();
    }

    private List<Option> associations(Member member) {
        return reach.choices(member).entrySet().stream()
                .map(one -> new Option(String.valueOf(one.getKey()), one.getKey() + "　" + one.getValue()))
                .toList();
    }

    void crumb(Model model, Crumb... crumbs) {
        model.addAttribute("crumbs", List.of(crumbs));
    }

    /// How many were found, in words.
    String count(Hits hits) {
        var shown = hits.people().size();
        return shown + hits.withheld() >= MOST
                ? texts.of("registry.found.most", shown)
                : texts.of("registry.found.count", shown);
    }

    /// True if identifiers of that association look like this, so that it need not be an Individual Number.
    boolean hasForm(int code, @Nullable Identifier identifier, String value) {
        if (code == 0 || identifier == null) {
            return false;
        }
        var association =
                transactions.read(new Scope.Association(code), connection -> linkage.association(connection, code));
        return switch (identifier) {
            case USER_NUMBER -> fits(association.userNumbers().parse(value));
            case OWN_NUMBER -> fits(association.ownNumbers().parse(value));
            case CERTIFICATE_NUMBER -> fits(association.certificateNumbers().parse(value));
            case PAYROLL_NUMBER -> fits(association.payrollNumbers().parse(value));
            case BASIC_PENSION_NUMBER -> fits(BasicPensionNumber.parse(value));
        };
    }

    private static boolean fits(Parsed<?> parsed) {
        return parsed instanceof Parsed.Valid<?>;
    }

    /// The code somebody chose; 0 if it is none.
    static int code(String typed) {
        return typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : 0;
    }
}
