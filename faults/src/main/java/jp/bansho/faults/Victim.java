package jp.bansho.faults;

import java.util.random.RandomGenerator;

/// Who is killed.
enum Victim {
    /// The machine's own process.
    MACHINE,
    /// PostgreSQL with all its processes; it is started again on the same folder.
    POSTGRES,
    /// One process of PostgreSQL that works for the machine.
    BACKEND;

    static Victim any(RandomGenerator random) {
        var dice = random.nextInt(20);
        return dice < 13 ? MACHINE : dice < 17 ? POSTGRES : BACKEND;
    }
}
