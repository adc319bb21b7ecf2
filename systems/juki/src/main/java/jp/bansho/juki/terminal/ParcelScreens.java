package jp.bansho.juki.terminal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import jp.bansho.access.Member;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.results.Wiping;
import jp.bansho.juki.staff.Needs;
import jp.bansho.juki.staff.Right;
import jp.bansho.juki.staff.StaffRefused;
import jp.bansho.media.ledger.Arrival;
import jp.bansho.media.ledger.MediumKind;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// JUK-0121 the parcels in the inbox, JUK-0122 one is taken in by two people, JUK-0123 the second
/// signs, JUK-0124 how it went (P4, M2, J4).
@Controller
class ParcelScreens {

    private static final String OPERATION = "take-in";

    private final Inbox inbox;
    private final Inquiries inquiries;
    private final Wiping wiping;
    private final SecondPerson second;
    private final Works works;
    private final Texts texts;

    ParcelScreens(Inbox inbox, Inquiries inquiries, Wiping wiping, SecondPerson second, Works works, Texts texts) {
        this.inbox = inbox;
        this.inquiries = inquiries;
        this.wiping = wiping;
        this.second = second;
        this.works = works;
        this.texts = texts;
    }

    /// What was typed about a medium that came.
    record Typed(String medium, String kind, String broughtBy, String witness) {

        Arrival arrival() {
            return new Arrival(medium, MediumKind.valueOf(kind), medium, broughtBy);
        }
    }

    @Needs(Right.HANDLE_MEDIA)
    @GetMapping("/parcels")
    String parcels(Model model) {
        model.addAttribute("parcels", inbox.parcels());
        model.addAttribute("folder", inbox.folder());
        return "juki/parcels";
    }

    @Needs(Right.HANDLE_MEDIA)
    @GetMapping("/parcels/{number}")
    String form(@PathVariable String number, Model model) {
        inbox.parcel(number);
        return form(number, new Typed("", MediumKind.DISC.name(), "", ""), new Problems(), model);
    }

    @Needs(Right.HANDLE_MEDIA)
    @PostMapping("/parcels/{number}")
    String ask(
            Member member,
            @PathVariable String number,
            @ModelAttribute("typed") Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        inbox.parcel(number);
        var problems = checked(typed);
        try {
            if (!problems.any()) {
                return signing(member, number, typed, request, model);
            }
        } catch (StaffRefused refused) {
            problems.add("witness", Pages.words(texts, refused));
        }
        Pages.wrong(response);
        return form(number, typed, problems, model);
    }

    @Needs(Right.HANDLE_MEDIA)
    @PostMapping("/parcels/{number}/signed")
    String signed(
            Member member,
            @PathVariable String number,
            @ModelAttribute("typed") Typed typed,
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request) {
        var folder = inbox.parcel(number);
        if (checked(typed).any()) {
            return "redirect:/parcels/" + number;
        }
        var pair = second.signed(request, member, typed.witness(), OPERATION, facts(member, number, typed), credential);
        works.begin(work(number), _ -> {
            wiping.finish(pair);
            inquiries.takeIn(folder, typed.arrival(), pair);
        });
        return "redirect:/parcels/" + number + "/work";
    }

    @Needs(Right.HANDLE_MEDIA)
    @GetMapping("/parcels/{number}/work")
    String work(@PathVariable String number, Model model) {
        progress(number, model);
        return "juki/parcel-work";
    }

    @Needs(Right.HANDLE_MEDIA)
    @GetMapping("/parcels/{number}/progress")
    String progress(@PathVariable String number, Model model) {
        var standing = works.of(work(number));
        if (standing == null) {
            throw Pages.nothing();
        }
        model.addAttribute("number", number);
        model.addAttribute("working", standing.running());
        model.addAttribute("refusal", standing.why(texts));
        model.addAttribute("crumbs", List.of(new Crumb("/parcels", texts.of("juki.parcels.title"))));
        return "juki/parcel-progress :: progress";
    }

    private static String work(String number) {
        return "parcel " + number;
    }

    private Problems checked(Typed typed) {
        var problems = new Problems();
        if (typed.medium() == null || !Handles.medium(typed.medium())) {
            problems.add("medium", texts.of("juki.medium.wrong"));
        }
        if (Arrays.stream(MediumKind.values()).noneMatch(kind -> kind.name().equals(typed.kind()))) {
            problems.add("kind", texts.of("juki.kind.wrong"));
        }
        if (typed.broughtBy() == null || !Handles.good(typed.broughtBy())) {
            problems.add("broughtBy", texts.of("juki.handle.wrong"));
        }
        if (typed.witness() == null || typed.witness().isBlank()) {
            problems.add("witness", texts.of("juki.second.missing"));
        }
        return problems;
    }

    private String form(String number, Typed typed, Problems problems, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "kinds",
                Arrays.stream(MediumKind.values())
                        .map(kind -> new Option(kind.name(), texts.of("juki.kind." + kind.word())))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/parcels", texts.of("juki.parcels.title"))));
        return "juki/parcel";
    }

    private String signing(Member member, String number, Typed typed, HttpServletRequest request, Model model) {
        model.addAttribute(
                "signing", second.ask(request, member, typed.witness(), OPERATION, facts(member, number, typed)));
        model.addAttribute(
                "facts",
                List.of(
                        new Fact("juki.operation", texts.of("juki.take.in")),
                        new Fact("juki.parcel", number),
                        new Fact("juki.medium", typed.medium()),
                        new Fact("juki.brought.by", typed.broughtBy()),
                        new Fact("juki.second", typed.witness())));
        model.addAttribute("act", "/parcels/" + number + "/signed");
        model.addAttribute(
                "hidden",
                Map.of(
                        "medium",
                        typed.medium(),
                        "kind",
                        typed.kind(),
                        "broughtBy",
                        typed.broughtBy(),
                        "witness",
                        typed.witness()));
        model.addAttribute("back", "/parcels/" + number);
        model.addAttribute("crumbs", List.of(new Crumb("/parcels", texts.of("juki.parcels.title"))));
        return "juki/second";
    }

    private static SequencedMap<String, String> facts(Member member, String number, Typed typed) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("parcel", number);
        facts.put("medium", typed.medium());
        facts.put("kind", typed.kind());
        facts.put("brought-by", typed.broughtBy());
        facts.put("first", member.account());
        return facts;
    }

    @Bean
    static Place parcelsPlace() {
        return new Place(20, "/parcels", "juki.parcels.link", Right.HANDLE_MEDIA);
    }
}
