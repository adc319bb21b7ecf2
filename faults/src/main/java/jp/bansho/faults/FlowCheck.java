package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.KeyFile;

/// Holds the four machines against the people who were to be asked about: everybody asked about once, every answer
/// arrived once, every number is the right one, each hop is on record once, and nothing is left in between.
final class FlowCheck {

    private static final int USER_NUMBER = 3;
    private static final int RESULT = 17;
    private static final int NUMBER = 30;

    private final FlowSite site;
    private final Tally tally;

    FlowCheck(FlowSite site, Tally tally) {
        this.site = site;
        this.tally = tally;
    }

    void run() throws IOException, SQLException {
        var people = Files.readAllLines(site.pensioners()).size();
        same(people, site.pension.number("select recipients + spouses from cutting.cut"), "people asked about");
        same(people, site.juki.number("select inquiries from juki.job"), "inquiries taken in");
        same(people, site.jlis.number("select sum(inquiries) from inquiry.batch"), "inquiries answered");
        same(
                site.jlis.number("select sum(rows) from inquiry.batch"),
                site.juki.number("select rows from juki.job"),
                "rows");
        same(
                site.juki.number("select rows from juki.job"),
                site.numbers.number("select sum(length(outcomes)) from job.batch"),
                "lines taken in");
        same(1, FlowRound.folders(site.asked).size(), "parcels to the Juki-net machine");
        same(1, FlowRound.folders(site.answered).size(), "parcels to the number machine");
        same(1, site.numbers.number("select count(*) from media.parcel where state = 'wiped'"), "parcels taken in");
        tally.wrong(site.juki.number("select count(*) from juki.batch") > 0, "rows are left on the Juki-net machine");
        numbers();
        once(site.pension, List.of("inquiries-cut", "parcel-written"));
        once(
                site.juki,
                List.of(
                        "parcel-registered",
                        "inquiries-taken-in",
                        "parcel-confirmed",
                        "parcel-wiped",
                        "inquiries-answered",
                        "results-delivered",
                        "parcel-written",
                        "parcel-handed-over",
                        "holdings-wiped"));
        once(site.numbers, List.of("parcel-registered", "parcel-confirmed", "parcel-wiped"));
        for (var machine : List.of(site.pension, site.juki, site.jlis, site.numbers)) {
            try (var connection = machine.connect()) {
                var verified = new AuditVerifier(machine.home.auditHeads(), KeyFile.read(machine.home.auditPublicKey()))
                        .verify(connection);
                tally.wrong(!verified.sound(), "the record of " + machine.name + " does not verify");
            }
        }
    }

    private void numbers() throws IOException, SQLException {
        Map<String, String> truth = new HashMap<>();
        for (var line : site.results()) {
            var cells = line.split(",", -1);
            if (cells[RESULT].equals("00")) {
                truth.put(cells[USER_NUMBER], cells[NUMBER]);
            }
        }
        try (var connection = site.numbers.connect()) {
            var held = Held.read(connection, site.numbers.home);
            tally.wrong(!held.unreadable.isEmpty(), "numbers that do not open: " + held.unreadable.size());
            tally.doubled(held.twice.size(), "people with two numbers in force");
            same(site.jlis.number("select sum(found) from inquiry.batch"), held.numbers.size(), "numbers held");
            var other = held.numbers.entrySet().stream()
                    .filter(one -> !one.getValue().equals(truth.getOrDefault(one.getKey(), one.getValue())))
                    .count();
            tally.wrong(other > 0, other + " people hold another number than theirs");
        }
    }

    private void once(FlowMachine machine, List<String> events) throws SQLException {
        for (var event : events) {
            same(
                    1,
                    machine.number("select count(*) from audit.record where event = '" + event + "'"),
                    machine.name + " has " + event + " on record");
        }
    }

    private void same(long wanted, long found, String what) {
        tally.lost(Math.max(0, wanted - found), what);
        tally.doubled(Math.max(0, found - wanted), what);
    }
}
