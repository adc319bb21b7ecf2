package jp.bansho.faults;

import java.util.List;

/// Tables emptied by somebody with the administrator's means: the machine does not go on as if nothing had happened.
final class Tables {

    private Tables() {}

    static void emptied(Stage stage) throws Exception {
        var site = stage.site;
        site.install();
        stage.works(FileJob.intake(site, "results", Site.HERE));
        var job = FileJob.intake(site, "dependants", Site.HERE);

        around(stage, "vault.number_index, vault.index_alive", List.of(), () -> {
            stage.done(site.start("numbers", "index", "--association", "28"), "rebuilding the emptied index");
            stage.check("index emptied and rebuilt");
        });
        around(
                stage,
                "vault.key_check",
                List.of("key_check"),
                () -> stage.refused(job.start(), "the proof of the keys emptied"));
        around(stage, "audit.record", List.of("record"), () -> stage.refused(job.start(), "the record emptied"));
        tail(stage, job);
        var tax = TaxOrder.registered(site);
        around(stage, "vault.pad_block", List.of("pad_block"), () -> {
            stage.refused(site.start(tax.preview()), "the pads emptied");
        });
        stage.works(job);
    }

    /// The end of the record cut off: the next start says so.
    private static void tail(Stage stage, FileJob job) throws Exception {
        try (var connection = stage.site.connect()) {
            Sql.run(
                    connection,
                    "create table kept as select * from audit.record where seq > (select max(seq) - 3 from audit.record)");
            Sql.run(connection, "delete from audit.record where seq > (select max(seq) - 3 from audit.record)");
        }
        stage.refused(job.start(), "the end of the record cut off");
        try (var connection = stage.site.connect()) {
            Sql.run(connection, "insert into audit.record select * from kept");
            Sql.run(connection, "drop table kept");
        }
        stage.check("record whole again");
    }

    /// What is done meanwhile.
    @FunctionalInterface
    private interface Meanwhile {
        void run() throws Exception;
    }

    private static void around(Stage stage, String tables, List<String> kept, Meanwhile meanwhile) throws Exception {
        try (var connection = stage.site.connect()) {
            for (var table : kept) {
                Sql.run(connection, "create table kept_" + table + " as select * from " + tables);
            }
            Sql.run(connection, "truncate " + tables);
        }
        meanwhile.run();
        try (var connection = stage.site.connect()) {
            for (var table : kept) {
                Sql.run(
                        connection,
                        "insert into " + tables + " select * from kept_" + table + " on conflict do nothing");
                Sql.run(connection, "drop table kept_" + table);
            }
        }
        stage.check(tables + " back");
    }
}
