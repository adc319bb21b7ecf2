package jp.bansho.numbers.intake.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.intake.DecidedWork;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.OpenWork;
import jp.bansho.numbers.intake.WorkDecisions;
import jp.bansho.numbers.intake.WorkItem.Reason;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// What waits for a decision, by reason (NUM-0407), and one item with the people it is about (NUM-0408). N4, N5.
@Controller
class WorkScreens {

    private static final int SHOWN = 200;
    private static final int DECIDED = 20;

    private final Intake intake;
    private final WorkDecisions decisions;
    private final DecidedWork decided;
    private final WorkChoices choices;
    private final Transactions transactions;
    private final Rights rights;
    private final Texts texts;

    WorkScreens(
            Intake intake,
            WorkDecisions decisions,
            DecidedWork decided,
            WorkChoices choices,
            Transactions transactions,
            Rights rights,
            Texts texts) {
        this.intake = intake;
        this.decisions = decisions;
        this.decided = decided;
        this.choices = choices;
        this.transactions = transactions;
        this.rights = rights;
        this.texts = texts;
    }

    /// A reason and how many wait for it.
    record Shelf(String word, String textKey, long count, boolean chosen) {}

    @Needs({Right.DECIDE_WORK, Right.SEE_JOBS})
    @GetMapping("/work")
    String list(@RequestParam(defaultValue = "") String reason, Member member, Model model) {
        var chosen = Arrays.stream(Reason.values())
                .filter(known -> known.word().equals(reason))
                .findFirst()
                .orElse(null);
        var counts = Map.<Reason, Long>of();
        var items = List.<OpenWork>of();
        var done = List.<DecidedWork.Item>of();
        if (Organisation.isAssociation(member.organisation())) {
            var actor = Actors.of(member);
            counts = transactions.read(actor.scopeOf(member.organisation()), intake::openCounts);
            items = intake.openWork(actor, member.organisation(), chosen, SHOWN);
            done = decided.newest(actor, member.organisation(), DECIDED);
        }
        model.addAttribute("shelves", shelves(counts, chosen == null ? "" : chosen.word()));
        model.addAttribute("total", total(counts, chosen == null ? "" : chosen.word()));
        model.addAttribute("items", items);
        model.addAttribute("decided", done);
        return "intake/work";
    }

    @Needs({Right.DECIDE_WORK, Right.SEE_JOBS})
    @GetMapping("/work/{item}")
    String one(@PathVariable long item, Member member, Model model) {
        if (!Organisation.isAssociation(member.organisation())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var actor = Actors.of(member);
        var waiting = decisions.item(actor, member.organisation(), item);
        model.addAttribute("crumbs", List.of(new Crumb("/work", texts.of("intake.work.title"))));
        if (waiting.isPresent()) {
            choices.show(waiting.get(), member, WorkForm.EMPTY, model);
            model.addAttribute("mayDecide", rights.allows(member, Right.DECIDE_WORK));
            return "intake/item";
        }
        model.addAttribute(
                "item",
                decided.find(actor, member.organisation(), item)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "intake/decided";
    }

    private static List<Shelf> shelves(Map<Reason, Long> counts, String chosen) {
        return Arrays.stream(Reason.values())
                .filter(reason -> counts.getOrDefault(reason, 0L) > 0)
                .map(reason -> new Shelf(
                        reason.word(),
                        "intake.reason." + reason.word(),
                        counts.getOrDefault(reason, 0L),
                        reason.word().equals(chosen)))
                .toList();
    }

    private static long total(Map<Reason, Long> counts, String chosen) {
        return counts.entrySet().stream()
                .filter(count -> chosen.isEmpty() || count.getKey().word().equals(chosen))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Bean
    static Place workPlace() {
        return new Place(35, "/work", "intake.work.link", Right.SEE_JOBS);
    }
}
