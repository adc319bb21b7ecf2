package jp.bansho.numbers.operation.web;

import java.util.List;
import java.util.Locale;
import jp.bansho.numbers.operation.Health;
import jp.bansho.numbers.operation.Health.State;
import jp.bansho.numbers.operation.Metrics;
import jp.bansho.numbers.operation.Watchman;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.ByToken;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.Waiting;
import jp.bansho.terminal.WaitingWork;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// NUM-1101: how the machine runs (S5), and the same as figures for a watching machine.
@Controller
class HealthScreens {

    private final Watchman watchman;
    private final Metrics metrics;
    private final Texts texts;

    HealthScreens(Watchman watchman, Metrics metrics, Texts texts) {
        this.watchman = watchman;
        this.metrics = metrics;
        this.texts = texts;
    }

    /// A line of the page.
    record Line(String name, String chip, String state, String text) {}

    @Needs(Right.SEE_OPERATION)
    @GetMapping("/operation")
    String health(Model model) {
        model.addAttribute("lines", watchman.health().stream().map(this::line).toList());
        model.addAttribute("alarms", watchman.alarms());
        return "operation/health";
    }

    private Line line(Health health) {
        var chip = switch (health.state()) {
            case OK -> "done";
            case WARNING -> "caution";
            case ALARM -> "error";
        };
        return new Line(
                health.name(),
                chip,
                texts.of("operation.state." + health.state().name().toLowerCase(Locale.ROOT)),
                texts.of(new Texts.Pair(health.japanese(), health.english())));
    }

    @ByToken("metrics")
    @GetMapping("/metrics")
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain; version=0.0.4; charset=utf-8"))
                .body(metrics.text());
    }

    @Bean
    static Place operationPlace() {
        return new Place(110, "/operation", "operation.title", Right.SEE_OPERATION);
    }

    /// What is not well, on the operators' home.
    @Bean
    static WaitingWork operationWork(Watchman watchman, Rights rights) {
        return member -> rights.allows(member, Right.SEE_OPERATION)
                ? List.of(new Waiting(
                        "operation.waiting",
                        "/operation",
                        watchman.health().stream()
                                .filter(part -> part.state() != State.OK)
                                .count(),
                        null))
                : List.of();
    }
}
