package jp.bansho.numbers.incident;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import jp.bansho.machine.Home;
import jp.bansho.terminal.VisitBook;
import org.springframework.stereotype.Component;

/// The clock of an incident as of now, with the parameters of this installation (`incident.properties`).
@Component
class IncidentClock {

    private final Home home;
    private final Clock clock;

    IncidentClock(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /// The preliminary report 速報.
    Sheet.Report preliminary(Incident incident) {
        var due = deadlines().preliminary(day(incident.knownAt()));
        var made = incident.preliminaryOn() == null ? incident.finalOn() : incident.preliminaryOn();
        return new Sheet.Report(due, standing(incident, due.on(today(), made)));
    }

    /// The final report 確報.
    Sheet.Report last(Incident incident) {
        var due = deadlines().last(day(incident.knownAt()), incident.wrongful());
        return new Sheet.Report(due, standing(incident, due.on(today(), incident.finalOn())));
    }

    /// What the machine takes for likely; a person decides.
    List<Integer> proposal(Incident incident, List<Draft> drafts) {
        var events = new TreeSet<Integer>();
        switch (incident.kind()) {
            case CHAIN_BREAK -> events.add(Duty.OF_A_SYSTEM);
            case HONEYTOKEN_REVEAL, MASS_REVEAL -> events.add(Duty.WRONGFUL);
            case FINDING, MISSING_MEDIUM, NOTICED -> {}
        }
        if (!drafts.isEmpty()
                && drafts.getFirst().extent().people() > deadlines().manyPeople()) {
            events.add(Duty.MANY_PEOPLE);
        }
        return List.copyOf(events);
    }

    private static Deadlines.Standing standing(Incident incident, Deadlines.Standing standing) {
        return incident.duty() == Duty.NOT_REPORTABLE ? Deadlines.Standing.NOT_NEEDED : standing;
    }

    private Deadlines deadlines() {
        var file = home.folder().resolve("incident.properties");
        return Deadlines.of(Files.exists(file) ? Home.load(file) : new Properties());
    }

    /// The day of a moment in Japan.
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, VisitBook.JAPAN);
    }

    private LocalDate today() {
        return day(clock.instant());
    }
}
