package jp.bansho.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.approval.Decision;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.numbers.NumbersMachine;
import jp.bansho.numbers.erasure.Erasures;
import jp.bansho.numbers.erasure.FactAnswer;
import jp.bansho.numbers.erasure.Facts;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.taxfile.Previews;
import jp.bansho.numbers.taxfile.Sending;
import jp.bansho.numbers.vault.Vault;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// Acts that people do on screen, done by a process of its own that can be killed. It calls the machine's desks as the
/// screens do.
public final class Desk {

    private static final LocalDate LONG_AGO = LocalDate.of(2015, 11, 1);

    private final ConfigurableApplicationContext context;

    private Desk(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// One act; what it made stands in a JSON line.
    public static void main(String[] arguments) throws Exception {
        var application = new SpringApplication(NumbersMachine.class);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (var context = application.run()) {
            var heads = context.getBean(HeadKeeper.class);
            var desk = new Desk(context);
            var rest = List.of(arguments).subList(1, arguments.length);
            switch (arguments[0]) {
                case "order" -> desk.order(rest);
                case "start" -> desk.start(member(rest.getFirst()), Long.parseLong(rest.getLast()));
                case "approve" -> desk.approve(member(rest.get(0)), member(rest.get(1)), rest.subList(2, rest.size()));
                case "send" -> desk.send(member(rest.get(0)), member(rest.get(1)), Long.parseLong(rest.getLast()));
                case "seek" -> desk.seek(Integer.parseInt(rest.getFirst()), Path.of(rest.getLast()));
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            heads.exportAndRecord();
        }
    }

    /// How a member is handed over on the command line.
    static String written(Member member) {
        return String.join(
                ":",
                member.account(),
                "" + member.person(),
                "" + member.organisation(),
                member.role().name(),
                member.department());
    }

    private static Member member(String written) {
        var cells = written.split(":", -1);
        return new Member(
                cells[0],
                Long.parseLong(cells[1]),
                "試行",
                Integer.parseInt(cells[2]),
                AccountRole.valueOf(cells[3]),
                cells[4]);
    }

    /// One confirms deaths, prepares the list and applies, the other approves; for each association: who orders, who
    /// approves, a file of handles.
    private void order(List<String> words) throws Exception {
        for (var i = 0; i < words.size(); i += 3) {
            var clerk = member(words.get(i));
            var senior = member(words.get(i + 1));
            for (var subject : Files.readAllLines(Path.of(words.get(i + 2)))) {
                var answer = part(Facts.class)
                        .recordDeath(
                                Actors.of(clerk), clerk.organisation(), Long.parseLong(subject), LONG_AGO, "死亡届の写し");
                if (answer != FactAnswer.DONE) {
                    throw new IllegalStateException("a death was not taken: " + answer);
                }
            }
            var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
            var run = part(Erasures.class).prepare(clerk, today, "期日到来のため");
            var application =
                    part(Erasures.class).apply(clerk, run.id(), "R8-1").application();
            if (application == null) {
                throw new IllegalStateException("nothing was applied for");
            }
            part(ApprovalDesk.class).decide(senior, application, Decision.APPROVE, "確認した");
            System.out.printf("{\"run-%d\":%d}%n", clerk.organisation(), run.id());
        }
    }

    private void start(Member clerk, long run) {
        var done = part(Erasures.class).start(clerk, run);
        System.out.printf("{\"state\":\"%s\"}%n", done.state().word());
    }

    private void approve(Member manager, Member officer, List<String> payloads) {
        for (var i = 0; i < payloads.size(); i++) {
            var open =
                    part(ApprovalDesk.class).apply(manager, "key-ceremony", "鍵の更新", "R8-12", "年次の更新", payloads.get(i));
            part(ApprovalDesk.class).decide(officer, open.id(), Decision.APPROVE, "");
            System.out.printf("{\"application-%d\":%d}%n", i, open.id());
        }
    }

    /// One applies for a counted tax file, the other approves.
    private void send(Member officer, Member second, long preview) {
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        var sending = new Sending("tax-office", "OUT-1", Sending.CD, today.plusDays(30), today.plusDays(400));
        var open = part(Previews.class).apply(officer, preview, sending, "R8-13", "年次の提出");
        part(ApprovalDesk.class).decide(second, open.id(), Decision.APPROVE, "");
        System.out.printf("{\"application\":%d}%n", open.id());
    }

    /// Looks numbers up: lines of a handle and its number.
    private void seek(int association, Path file) throws Exception {
        var clerk = new Actor("a.fault", Role.ASSOCIATION, association);
        var missed = 0;
        for (var line : Files.readAllLines(file)) {
            var cells = line.split(" ", -1);
            var found = part(Vault.class)
                    .seek(
                            clerk,
                            Purpose.PENSION_PAYMENT,
                            association,
                            IndividualNumber.ofClear(Long.parseLong(cells[1])));
            if (found.filter(holder -> holder.subject() == Long.parseLong(cells[0]))
                    .isEmpty()) {
                missed++;
            }
        }
        System.out.printf("{\"missed\":%d}%n", missed);
    }

    private <T> T part(Class<T> type) {
        return context.getBean(type);
    }
}
