package jp.bansho.bench;

import java.io.IOException;
import jp.bansho.testing.Guest;
import jp.bansho.testing.SoftAuthenticator;

/// Somebody with an account, at a terminal of the own, with a passkey in software. What does not
/// come out as it does for people ends the run; no page is repeated in the reason.
final class Somebody implements AutoCloseable {

    private static final int SEEN = 200;
    private static final int DONE = 302;

    private final String account;
    private final SoftAuthenticator passkey;
    private final Guest terminal;

    /// @param origin where the terminals are served
    Somebody(String origin, String account) {
        this.account = account;
        passkey = new SoftAuthenticator(origin);
        terminal = new Guest(origin);
    }

    String account() {
        return account;
    }

    /// NUM-0103 and NUM-0104: comes in once with the temporary password, and enrols the passkey.
    void enrol(String password) throws IOException {
        must(terminal.enrol(account, password, passkey).location().endsWith("/login"), "the first login");
    }

    /// NUM-0101 and NUM-0102: comes in with the passkey; a session that stood there ends.
    void comeIn() throws IOException {
        must(terminal.login(account, passkey).location().endsWith("/"), "the login");
    }

    /// Looks at a screen.
    String see(String path, String screen) throws IOException {
        var reply = terminal.get(path);
        must(reply.status() == SEEN && reply.page().contains(screen), screen);
        return reply.page();
    }

    /// Sends a form that answers with a page.
    String answer(String path, String... fields) throws IOException {
        var reply = terminal.post(path, fields);
        must(reply.status() == SEEN, path);
        return reply.page();
    }

    /// Sends a form that is carried out.
    void send(String path, String... fields) throws IOException {
        must(terminal.post(path, fields).status() == DONE, path);
    }

    private void must(boolean done, String what) throws IOException {
        if (!done) {
            throw new IOException(what + " was refused to " + account + " / 画面での操作が拒否されました");
        }
    }

    @Override
    public void close() {
        terminal.close();
    }
}
