package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The commands of the incident runbook, typed as it shows them; none of its commands is left out.
class IncidentCommandsTest {

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    @SuppressWarnings("NullAway.Init")
    private static Desk desk;

    private static final TreeSet<String> typed = new TreeSet<>();

    @BeforeAll
    static void start() throws Exception {
        machine = TestMachine.start();
        machine.register(TestMachine.HYOGO, 0, 3);
        machine.stop();
        Child.hire(machine, "hanako = association 28", "saburo = association 11", "jiro = operator");
        desk = new Desk(machine.home().folder());
    }

    @AfterAll
    static void close() {
        desk.close();
        machine.close();
    }

    @Test
    void theRunbookCommandByCommand() throws Exception {
        assertThat(type("audit verify", "").code()).isEqualTo(ExitCode.DONE);
        assertThat(type("numbers logcheck --as NAME", "jiro").out()).contains("改ざんなし");
        assertThat(type("numbers purges --as NAME", "jiro").code()).isEqualTo(ExitCode.DONE);
        assertThat(type("numbers purges --as NAME", "hanako").code()).isEqualTo(ExitCode.REFUSED);

        try (var administrator = machine.superuser()) {
            Sql.run(administrator, "update audit.record set actor = 'somebody.else' where seq = 2");
            var verified = type("audit verify", "");
            assertThat(verified.code()).isEqualTo(ExitCode.NOT_SOUND);
            assertThat(verified.err()).contains("docs/runbooks/incident.md");
            try (var waiting = Files.list(machine.home().folder().resolve("incidents"))) {
                assertThat(waiting).hasSize(1);
            }
            assertThat(type("numbers logcheck --as NAME", "jiro").code()).isEqualTo(ExitCode.NOT_SOUND);
            assertThat(Sql.rows(administrator, "select kind, whole_machine from incident.incident"))
                    .as("taken in at the start, and not opened again by the check")
                    .containsExactly("chain-break|t");
            Sql.run(administrator, """
                    insert into incident.incident (organisation, kind, thread, summary, known_at, opened_at, opened_by)
                    overriding system value
                    values (28, 'noticed', 'x', 'x', now(), now(), 'x');
                    insert into incident.draft
                    select id, 1, 28, now(), 'x', '2026-11-24', '2026-11-24', '{}', 1, 1, 1, 0, '{28}', '{x}',
                           array_fill('本文'::text, array[9]) from incident.incident where organisation = 28
                    """);
            var incident = Sql.number(administrator, "select id from incident.incident where organisation = 28");
            var line = "numbers incident draft 1 --to report.pdf --as NAME";
            assertThat(draft(line, incident, "saburo").code()).isEqualTo(ExitCode.REFUSED);
            assertThat(draft(line, incident, "hanako").code()).isEqualTo(ExitCode.DONE);
            assertThat(Files.readAllBytes(file())).startsWith('%', 'P', 'D', 'F');
            assertThat(draft(line, incident, "hanako").code())
                    .as("never over another file")
                    .isEqualTo(ExitCode.REFUSED);
        }
        assertThat(typed).containsExactlyInAnyOrderElementsOf(runbook());
    }

    private static Desk.Answer draft(String line, long incident, String name) throws Exception {
        typed.add(line);
        return run(line.replace(" 1 ", " " + incident + " ").replace("report.pdf", file().toString()), name);
    }

    private static Desk.Answer type(String line, String name) throws Exception {
        typed.add(line);
        return run(line, name);
    }

    private static Desk.Answer run(String line, String name) throws Exception {
        return desk.run(line.replace("NAME", name).split(" ", -1));
    }

    private static Path file() {
        return machine.folder().resolve("report.pdf");
    }

    private static List<String> runbook() throws Exception {
        var found = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of("../../docs/runbooks/incident.md"))) {
            if (line.startsWith("./bansho ")) {
                found.add(line.substring("./bansho ".length()));
            }
        }
        return found;
    }
}
