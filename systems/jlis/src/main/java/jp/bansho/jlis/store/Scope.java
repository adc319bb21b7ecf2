package jp.bansho.jlis.store;

import jp.bansho.machine.WorkScope;

/// What a piece of work may see and do: the grants of PostgreSQL enforce it.
public enum Scope implements WorkScope {
    /// Loads the register and enters events; sees no inquiry.
    REGISTRAR("bansho_registrar"),
    /// Answers inquiries; changes no resident and no number.
    WINDOW("bansho_window"),
    /// Counts; sees no person and no number.
    WATCH("bansho_watch");

    private final String role;

    Scope(String role) {
        this.role = role;
    }

    @Override
    public String enter() {
        return "set local role " + role;
    }
}
