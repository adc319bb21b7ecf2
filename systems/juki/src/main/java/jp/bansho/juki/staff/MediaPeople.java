package jp.bansho.juki.staff;

/// Whose word counts at a medium.
public enum MediaPeople {
    /// People who came in by passkey, and a second person's passkey (J4).
    PASSKEY,
    /// Names on the command line, held against the staff file: who typed them is not asked.
    NAMED
}
