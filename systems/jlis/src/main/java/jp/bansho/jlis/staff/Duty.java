package jp.bansho.jlis.staff;

import java.util.Locale;

/// What somebody is registered for.
public enum Duty {
    /// Changes the register.
    REGISTRAR,
    /// Runs the machine: opens the line, sees counts.
    OPERATOR;

    /// The word of the staff file and of the record.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
