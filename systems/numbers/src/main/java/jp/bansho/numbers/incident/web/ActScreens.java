package jp.bansho.numbers.incident.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.NumberInText;
import jp.bansho.numbers.incident.Closings;
import jp.bansho.numbers.incident.Duty;
import jp.bansho.numbers.incident.Incidents;
import jp.bansho.numbers.incident.Step;
import jp.bansho.numbers.incident.StepState;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.TypedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What is done about an incident, each with one form: NUM-1004 a step, NUM-1005 the duty to report, NUM-1006 the
/// preliminary report, NUM-1007 a remark, NUM-1009 closing, NUM-1010 opening again (S6).
@Controller
class ActScreens {

    private final Incidents incidents;
    private final Closings closings;
    private final Words words;

    ActScreens(Incidents incidents, Closings closings, Words words) {
        this.incidents = incidents;
        this.closings = closings;
        this.words = words;
    }

    /// The acts beside the steps.
    private enum Act {
        DUTY("duty", "NUM-1005"),
        PRELIMINARY("preliminary", "NUM-1006"),
        NOTE("note", "NUM-1007"),
        CLOSING("closing", "NUM-1009"),
        REOPEN("reopen", "NUM-1010");

        private final String word;
        private final String screen;

        Act(String word, String screen) {
            this.word = word;
            this.screen = screen;
        }
    }

    /// What was typed.
    record Typed(String state, List<String> events, String day, String note) {

        static final Typed NOTHING = new Typed("", List.of(), "", "");
    }

    @Needs(Right.WORK_ON_INCIDENT)
    @GetMapping("/incidents/{incident}/steps/{step:contain|investigate|scope|prevent|publish|report}")
    String askStep(@PathVariable long incident, @PathVariable String step, Model model) {
        return stepForm(model, incident, step, Typed.NOTHING, new Problems());
    }

    @Needs(Right.WORK_ON_INCIDENT)
    @PostMapping("/incidents/{incident}/steps/{step:contain|investigate|scope|prevent|publish|report}")
    String step(
            Member member,
            @PathVariable long incident,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var typed = new Typed(state, List.of(), day, note);
        var problems = new Problems();
        var chosen = StepState.of(state);
        if (chosen.isEmpty()) {
            problems.add("state", words.of("incident.step.state.missing"));
        }
        var made = day(day, problems);
        words.check("note", note, problems);
        if (chosen.isPresent()
                && done(
                        problems,
                        () -> incidents.settle(
                                member, incident, Step.of(step).orElseThrow(), chosen.get(), note, made))) {
            return back(incident, next);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return stepForm(model, incident, step, typed, problems);
    }

    @Needs(Right.WORK_ON_INCIDENT)
    @GetMapping("/incidents/{incident}/{act:duty|preliminary|note|closing|reopen}")
    String ask(@PathVariable long incident, @PathVariable String act, Model model) {
        return form(model, incident, act(act), Typed.NOTHING, new Problems());
    }

    @Needs(Right.WORK_ON_INCIDENT)
    @PostMapping("/incidents/{incident}/{act:duty|preliminary|note|closing|reopen}")
    String act(
            Member member,
            @PathVariable long incident,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") List<String> events,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var typed = new Typed(state, events, day, note);
        var problems = new Problems();
        words.check("note", note, problems);
        if (doIt(member, incident, act(act), typed, problems)) {
            return back(incident, next);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model, incident, act(act), typed, problems);
    }

    @Needs(Right.WORK_ON_INCIDENT)
    @PostMapping("/incidents/{incident}/close")
    String close(Member member, @PathVariable long incident, RedirectAttributes next) {
        try {
            closings.close(member, incident);
            Notice.done(next, words.of("incident.close.done"));
        } catch (AccessRefused refused) {
            Notice.refused(next, words.refusal(refused));
        }
        return "redirect:/incidents/" + incident;
    }

    private boolean doIt(Member member, long id, Act act, Typed typed, Problems problems) {
        return switch (act) {
            case DUTY -> {
                var duty = Duty.of(typed.state())
                        .filter(one -> one != Duty.UNDECIDED)
                        .orElse(null);
                var events = typed.events().stream()
                        .filter(one -> one.matches("[1-4]"))
                        .map(Integer::valueOf)
                        .sorted()
                        .toList();
                if (duty == null || (duty == Duty.REPORTABLE) == events.isEmpty()) {
                    problems.add("state", words.of("incident.duty.missing"));
                    yield false;
                }
                yield done(problems, () -> incidents.decide(member, id, duty, events, typed.note()));
            }
            case PRELIMINARY -> {
                var made = day(typed.day(), problems);
                if (made == null) {
                    problems.add("day", words.of("incident.day.wrong"));
                    yield false;
                }
                yield done(problems, () -> incidents.preliminary(member, id, made, typed.note()));
            }
            case NOTE -> done(problems, () -> incidents.note(member, id, typed.note()));
            case CLOSING ->
                done(problems, () -> closings.apply(member, id, words.of("incident.closing.purpose"), typed.note()));
            case REOPEN -> done(problems, () -> closings.reopen(member, id, typed.note()));
        };
    }

    private boolean done(Problems problems, Runnable act) {
        if (problems.any()) {
            return false;
        }
        try {
            act.run();
            return true;
        } catch (AccessRefused refused) {
            problems.add("note", words.refusal(refused));
            return false;
        }
    }

    private @Nullable LocalDate day(String typed, Problems problems) {
        var day = TypedDay.read(typed).orElse(null);
        if (day == null && !typed.isBlank()) {
            problems.add("day", words.of("incident.day.wrong"));
        }
        return day;
    }

    private String stepForm(Model model, long id, String step, Typed typed, Problems problems) {
        model.addAttribute("states", words.states());
        model.addAttribute("days", step.equals(Step.REPORT.word()));
        model.addAttribute("title", words.of("incident.step." + step));
        model.addAttribute("lead", words.of("incident.step." + step + ".text"));
        model.addAttribute("action", "/incidents/" + id + "/steps/" + step);
        return page(model, id, "NUM-1004", typed, problems);
    }

    private String form(Model model, long id, Act act, Typed typed, Problems problems) {
        model.addAttribute("states", act == Act.DUTY ? words.duties() : List.of());
        model.addAttribute("events", act == Act.DUTY ? words.events() : List.of());
        model.addAttribute("days", act == Act.PRELIMINARY);
        model.addAttribute("title", words.of("incident." + act.word + ".title"));
        model.addAttribute("lead", words.of("incident." + act.word + ".text"));
        model.addAttribute("action", "/incidents/" + id + "/" + act.word);
        return page(model, id, act.screen, typed, problems);
    }

    private String page(Model model, long id, String screen, Typed typed, Problems problems) {
        model.addAttribute("screen", screen);
        model.addAttribute("typedState", typed.state());
        model.addAttribute("typedEvents", typed.events());
        model.addAttribute("typedDay", NumberInText.in(typed.day()) ? "" : typed.day());
        model.addAttribute("typedNote", Words.safe(typed.note()));
        model.addAttribute("back", "/incidents/" + id);
        model.addAttribute("problems", problems);
        model.addAttribute("crumbs", words.crumbs(id));
        return "incident/act";
    }

    private String back(long id, RedirectAttributes next) {
        Notice.done(next, words.of("incident.act.done"));
        return "redirect:/incidents/" + id;
    }

    private static Act act(String word) {
        return Act.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
