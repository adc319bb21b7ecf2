package jp.bansho.juki.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.juki.JukiSite;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.staff.Users;
import jp.bansho.testing.Guest;
import jp.bansho.testing.SoftAuthenticator;

/// Somebody who came in at a terminal of the Juki-net machine with a passkey of their own.
record Somebody(String id, Guest guest, SoftAuthenticator key) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Registered by the operator, enrolled, logged in; the temporary password is void then.
    static Somebody at(JukiSite site, AccountRole role, String staffNumber) {
        var users = site.part(Users.class);
        var slip = users.add(
                Pair.named("taro", null),
                role,
                staffNumber,
                "試験 " + staffNumber,
                users.today().plusYears(1));
        var guest = new Guest(site.origin());
        var key = new SoftAuthenticator(site.origin());
        assertThat(guest.enrol(slip.account(), slip.temporaryPassword(), key).status())
                .isEqualTo(302);
        assertThat(guest.post("/first", "id", slip.account(), "password", slip.temporaryPassword())
                        .page())
                .as("the temporary password is void")
                .contains("ログインできません");
        assertThat(guest.login(slip.account(), key).location()).endsWith("/");
        return new Somebody(slip.account(), guest, key);
    }

    Member member(JukiSite site) {
        return site.part(Users.class).all().stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow()
                .member();
    }

    /// Looks at a page until it is as it should be.
    String until(String path, Predicate<String> wanted) {
        var end = Instant.now().plus(PATIENCE);
        String page;
        do {
            page = guest.get(path).page();
        } while (!wanted.test(page) && Instant.now().isBefore(end));
        assertThat(wanted.test(page)).as(page).isTrue();
        return page;
    }
}
