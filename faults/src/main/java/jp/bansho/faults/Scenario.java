package jp.bansho.faults;

import java.util.List;

/// A named fault beside the kills.
///
/// @param name what `--only` takes
/// @param words what is tried
record Scenario(String name, String words, Course course) {

    /// What happens.
    @FunctionalInterface
    interface Course {
        void on(Stage stage) throws Exception;
    }

    /// All of them.
    static List<Scenario> all() {
        return List.of(
                new Scenario("disk-home", "the disk of the home folder is full", Disks::home),
                new Scenario("disk-log", "the disk of the log is full", Disks::log),
                new Scenario("disk-temp", "the disk of temporary files is full", Disks::temp),
                new Scenario("disk-data", "PostgreSQL's disk is full", Disks::data),
                new Scenario("home-read-only", "the home folder can only be read", Disks::readOnly),
                new Scenario(
                        "keys-lost", "key ring or key-encryption key missing, or another installation's", Keys::lost),
                new Scenario("keys-half", "the setting up ended between two files", Keys::half),
                new Scenario("tables-emptied", "tables emptied behind the machine's back", Tables::emptied),
                new Scenario("network-cut", "the line to the database is cut", Network::cut),
                new Scenario("network-black-hole", "the line to the database swallows everything", Network::blackHole),
                new Scenario("network-slow", "the line to the database is slow", Network::slow),
                new Scenario("two-servers", "two servers at work on one database", Together::twoServers),
                new Scenario("same-file-twice", "the same file is ordered twice at the same time", Together::sameFile),
                new Scenario("time-zone", "the system stands in another time zone", Together::timeZone));
    }
}
