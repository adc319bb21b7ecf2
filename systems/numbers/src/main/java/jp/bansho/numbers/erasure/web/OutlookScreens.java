package jp.bansho.numbers.erasure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.erasure.Outlook.Step;
import jp.bansho.numbers.erasure.Outlooks;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.retention.Use;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.TypedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What becomes due when: counts and calendar (NUM-0901), the list with its reasons (NUM-0902). R2.
@Controller
class OutlookScreens {

    private static final int MOST = 500;

    private final Outlooks outlooks;
    private final Rights rights;
    private final Texts texts;

    OutlookScreens(Outlooks outlooks, Rights rights, Texts texts) {
        this.outlooks = outlooks;
        this.rights = rights;
        this.texts = texts;
    }

    /// A tile: record as `parts :: tiles` reads it.
    public record Tile(
            String text, long count, String unit, @Nullable String href, String state) {}

    @Needs(Right.SEE_RETENTION)
    @GetMapping("/retention")
    String outlook(Member member, Model model) {
        return show(member, model);
    }

    /// Finds a person by user number.
    @Needs(Right.SEE_RETENTION)
    @GetMapping("/retention/find")
    String find(
            Member member,
            @RequestParam(defaultValue = "") String userNumber,
            HttpServletResponse response,
            Model model) {
        Own.association(member);
        var found = userNumber.isBlank() ? List.<Long>of() : outlooks.handles(member, userNumber.strip());
        if (found.size() == 1) {
            return "redirect:/retention/people/" + found.getFirst();
        }
        var problems = new Problems();
        problems.add("userNumber", texts.of("retention.find.nobody"));
        model.addAttribute("problems", problems);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(member, model);
    }

    @Needs(Right.SEE_RETENTION)
    @GetMapping("/retention/due")
    String due(Member member, @RequestParam(defaultValue = "") String until, Model model) {
        Own.association(member);
        var day = TypedDay.read(until).orElse(outlooks.today());
        model.addAttribute("until", day);
        model.addAttribute("lines", outlooks.list(member, day, MOST));
        model.addAttribute("most", MOST);
        model.addAttribute("crumbs", crumbs());
        return "retention/due";
    }

    private String show(Member member, Model model) {
        var outlook = outlooks.of(member);
        var association = Organisation.isAssociation(member.organisation());
        model.addAttribute("outlook", outlook);
        model.addAttribute("association", association);
        model.addAttribute(
                "tiles",
                List.of(
                        tile("retention.due.pension", outlook.due().getOrDefault(Use.PENSION, 0L), association),
                        tile("retention.due.tax", outlook.due().getOrDefault(Use.TAX, 0L), association),
                        new Tile(
                                texts.of("retention.held"),
                                outlook.held(),
                                texts.of("retention.people"),
                                null,
                                "hidden"),
                        new Tile(
                                texts.of("retention.inwork"),
                                outlook.inOpenWork(),
                                texts.of("retention.people"),
                                null,
                                "hidden")));
        model.addAttribute("days", used(outlook.days()));
        model.addAttribute("orders", association && rights.allows(member, Right.ORDER_ERASURE));
        return "retention/outlook";
    }

    private static List<Step> used(List<Step> days) {
        var used = new ArrayList<Step>();
        days.stream().filter(day -> day.pension() + day.tax() > 0).forEach(used::add);
        return used;
    }

    private Tile tile(String key, long count, boolean linked) {
        return new Tile(
                texts.of(key),
                count,
                texts.of("retention.uses"),
                linked && count > 0 ? "/retention/due" : null,
                count > 0 ? "caution" : "done");
    }

    private List<Crumb> crumbs() {
        return List.of(new Crumb("/retention", texts.of("retention.title")));
    }

    @Bean
    static Place retentionPlace() {
        return new Place(50, "/retention", "retention.link", Right.SEE_RETENTION);
    }
}
