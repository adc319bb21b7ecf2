package jp.bansho.numbers.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.golden.ScreenRoutes;
import jp.bansho.numbers.golden.ScreenRoutes.Route;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.testing.Guest;
import org.junit.jupiter.api.Test;

/// Every route × every role in every department × own and other association: exactly what the matrix says is let in.
class RightsTableTest {

    private static final int FORBIDDEN = 403;

    @Test
    void exactlyTheMatrixIsAllowed() throws Exception {
        try (var office = new Office()) {
            office.machine().register(TestMachine.HYOGO, 0, 3);
            office.machine().register(TestMachine.SAITAMA, 0, 3);
            var rights = new Rights();
            var own = String.valueOf(office.machine().subject(InventedFiles.userNumber(TestMachine.HYOGO, 0)));
            var other = String.valueOf(office.machine().subject(InventedFiles.userNumber(TestMachine.SAITAMA, 0)));
            var tried = 0;
            var wrong = new ArrayList<String>();
            for (var role : AccountRole.values()) {
                for (var department : rights.departments().keySet()) {
                    var somebody = office.present(organisation(role), role, department);
                    for (var route : routes()) {
                        var allowed = route.everybody()
                                || route.rights().stream()
                                        .anyMatch(right -> rights.matrix().allows(role, department, right.word()));
                        var here = ask(somebody.guest(), route, TestMachine.HYOGO, own);
                        if ((here != FORBIDDEN) != allowed) {
                            wrong.add(role + " of " + department + ": " + route + " answered " + here);
                        }
                        if (organisation(role) == TestMachine.HYOGO
                                && route.path().contains("{association")) {
                            var there = askOn(somebody.guest(), route, TestMachine.SAITAMA, other);
                            if (there != FORBIDDEN && there != 404) {
                                wrong.add(role + " of " + department + " in the other association: " + route
                                        + " answered " + there);
                            }
                        }
                        tried++;
                    }
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(tried).isGreaterThan(routes().size() * 7 * 4);
        }
    }

    /// There is no download (A8): whatever anybody asks for is a page, and no page of a walk through all routes holds a
    /// number; the two that may, the reveal and the check before registering, want a form filled in.
    @Test
    void noRouteHandsOutAFileOrANumber() throws Exception {
        try (var office = new Office()) {
            office.machine().register(TestMachine.HYOGO, 0, 12);
            var own = String.valueOf(office.machine().subject(InventedFiles.userNumber(TestMachine.HYOGO, 0)));
            var numbers = IntStream.range(0, 12)
                    .mapToObj(i -> InventedFiles.digits(TestMachine.HYOGO, i))
                    .toList();
            var wrong = new ArrayList<String>();
            var pages = 0;
            for (var role : AccountRole.values()) {
                var somebody = office.present(organisation(role), role, home(role));
                for (var route : routes()) {
                    var path = path(route, TestMachine.HYOGO, own);
                    var reply = route.verb().equals("GET")
                            ? somebody.guest().look(path)
                            : somebody.guest().post(path);
                    var type = reply.headers().firstValue("Content-Type").orElse("");
                    var bare = reply.page().replaceAll("[\\s-]", "");
                    if (reply.headers().firstValue("Content-Disposition").isPresent()
                            || !(type.isEmpty() || type.startsWith("text/html"))
                            || numbers.stream().anyMatch(bare::contains)) {
                        wrong.add(role + ": " + route + " answered " + type);
                    }
                    pages += reply.status() == 200 ? 1 : 0;
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(pages).as("pages that were really shown").isGreaterThan(60);
        }
    }

    @Test
    void whoHasNotComeInIsSentToTheDoor() {
        try (var office = new Office()) {
            var stranger = office.guest();
            stranger.get("/login");
            for (var route : routes()) {
                var path = path(route, TestMachine.HYOGO, "1");
                var reply = route.verb().equals("GET") ? stranger.look(path) : stranger.post(path);
                assertThat(reply.location()).as(route.toString()).contains("/login");
            }
        }
    }

    @Test
    void aFormWithoutTheTokenOfThisSessionIsRefused() throws Exception {
        try (var office = new Office()) {
            var clerk = office.present(TestMachine.HYOGO, AccountRole.SENIOR_CLERK, "pension");
            for (var route : routes()) {
                if (route.verb().equals("POST")) {
                    var path = path(route, TestMachine.HYOGO, "1");
                    assertThat(clerk.guest().postBare(path).status())
                            .as(route.toString())
                            .isEqualTo(FORBIDDEN);
                }
            }
        }
    }

    /// All but the door, and what would end the session that asks.
    private static List<Route> routes() {
        return ScreenRoutes.all().stream()
                .filter(route -> !route.open() && !route.machine())
                .filter(route ->
                        !route.path().equals("/logout") && !route.path().equals("/lock"))
                .toList();
    }

    private static int ask(Guest guest, Route route, int association, String subject) {
        var path = path(route, association, subject);
        return (route.verb().equals("GET") ? guest.look(path) : guest.post(path)).status();
    }

    /// As [#ask], and goes on where a redirect leads.
    private static int askOn(Guest guest, Route route, int association, String subject) {
        var path = path(route, association, subject);
        return (route.verb().equals("GET") ? guest.get(path) : guest.post(path)).status();
    }

    private static String path(Route route, int association, String subject) {
        return route.path()
                .replaceAll("\\{association(:[^}]*)?}", String.valueOf(association))
                .replaceAll("\\{subject(:[^}]*)?}", subject)
                .replace("{account}", "t028-9999")
                .replaceAll("\\{[a-zA-Z]+:([a-z]+)[^}]*}", "$1")
                .replaceAll("\\{[a-zA-Z]+(:[^}]*)?}", "1");
    }

    private static String home(AccountRole role) {
        return switch (role) {
            case CLERK, FEDERATION_OFFICER -> "tax";
            case SENIOR_CLERK -> "pension";
            case USER_MANAGER -> "general";
            case AUDITOR -> "audit";
            case OPERATOR, OPERATIONS_MANAGER -> "operation";
        };
    }

    private static int organisation(AccountRole role) {
        return switch (role) {
            case CLERK, SENIOR_CLERK, USER_MANAGER, AUDITOR -> TestMachine.HYOGO;
            case OPERATOR, OPERATIONS_MANAGER -> Organisation.OPERATOR;
            case FEDERATION_OFFICER -> Organisation.FEDERATION;
        };
    }
}
