package jp.bansho.numbers.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.numbers.terminal.Office.Present;

/// The way to an emergency session at the screens: applied for, approved, opened.
public final class Approved {

    private Approved() {}

    /// Applies at the screen.
    ///
    /// @return the number of the application
    public static String apply(Present applicant, String payload) {
        var guest = applicant.guest();
        guest.get("/applications/new");
        var fields = new ArrayList<>(List.of(
                "kind",
                "emergency-access",
                "purpose",
                "障害対応",
                "caseReference",
                "R8-7",
                "reason",
                "ジョブの停止",
                "payload",
                payload));
        var check = guest.post("/applications/new", fields.toArray(String[]::new));
        var ticket = check.page().replaceAll("(?s).*name=\"ticket\"[^>]*value=\"([^\"]+)\".*", "$1");
        fields.addAll(List.of("step", "do", "ticket", ticket));
        var made = guest.post("/applications/new", fields.toArray(String[]::new));
        assertThat(made.status()).as(made.page()).isEqualTo(302);
        return made.location().substring(made.location().lastIndexOf('/') + 1);
    }

    /// The federation approves.
    public static void approve(Present federation, String id) {
        var path = "/applications/" + id;
        federation.guest().get(path);
        assertThat(federation
                        .guest()
                        .post(path + "/decide", "decision", "approve", "note", "")
                        .status())
                .isEqualTo(302);
    }

    /// Opens with the passkey.
    ///
    /// @return the one-time code
    public static String open(Present who, String id) {
        var page = who.guest().get("/emergency/open/" + id);
        assertThat(page.page()).contains("NUM-1104", "action=\"/emergency/open/" + id + "\"");
        var reply = who.guest()
                .post(
                        "/emergency/open/" + id,
                        "credential",
                        who.authenticator().get(who.guest().options()));
        assertThat(reply.status()).as(reply.page()).isEqualTo(200);
        return reply.page().replaceAll("(?s).*id=\"code\">([A-Z-]{23})<.*", "$1");
    }
}
