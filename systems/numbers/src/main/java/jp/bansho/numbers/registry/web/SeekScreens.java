package jp.bansho.numbers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.bansho.access.Member;
import jp.bansho.identifiers.Parsed;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.numbers.vault.Holder;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.numbers.vault.Sought;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Finding a person by an Individual Number (個人番号) somebody gives (NUM-0301). The number is in no address and on no
/// page that answers, not even after an error.
@Controller
class SeekScreens {

    private final Vault vault;
    private final FindPage page;
    private final Reach reach;
    private final Checks checks;
    private final Texts texts;

    SeekScreens(Vault vault, FindPage page, Reach reach, Checks checks, Texts texts) {
        this.vault = vault;
        this.page = page;
        this.reach = reach;
        this.checks = checks;
        this.texts = texts;
    }

    @Needs(Right.SEEK_NUMBER)
    @PostMapping("/people/seek")
    String seek(
            Member member,
            @RequestParam(defaultValue = "0") String seekAssociation,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String seekPurpose,
            @RequestParam(defaultValue = "") String seekCase,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var reference = Typed.caseReference(seekCase);
        var chosen = reach.chosen(member, FindPage.code(seekAssociation));
        var parsed = Typed.number(number);
        var problems = new Problems();
        if (chosen == 0) {
            problems.add("seekAssociation", texts.of("registry.association.missing"));
        }
        if (parsed instanceof Parsed.Invalid<IndividualNumber>(var fault)) {
            checks.number(problems, "number", fault);
        }
        checks.purpose(problems, "seekPurpose", seekPurpose);
        checks.caseReference(problems, "seekCase", reference, true);
        var form = new FindForm(seekAssociation, FindForm.EMPTY.by(), "", seekPurpose, Checks.shown(seekCase));
        if (problems.any()) {
            return page.wrong(member, form, problems, response, model);
        }
        var matter = new Matter(chosen, seekPurpose, reference);
        var sought = vault.seek(Actors.of(member), matter.ground(member), chosen, parsed.orThrow(), reference);
        return switch (sought) {
            case Sought.Refused(var english, var japanese) -> {
                problems.add("seekPurpose", texts.japanese() ? japanese : english);
                yield page.wrong(member, form, problems, response, model);
            }
            case Sought.Nobody() -> {
                Tray.of(request, member).name(matter);
                Notice.info(next, texts.of("registry.seek.nobody"));
                yield "redirect:/people";
            }
            case Sought.Found(var holder) -> {
                Tray.of(request, member).name(matter);
                tell(next, holder);
                yield "redirect:/people/" + chosen + "/" + holder.subject();
            }
        };
    }

    /// A number that is not in force must not be taken for the person's.
    private void tell(RedirectAttributes next, Holder holder) {
        if (holder.state() != NumberState.CURRENT) {
            Notice.info(next, texts.of("registry.seek." + holder.state()));
        }
    }
}
