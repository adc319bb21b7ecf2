package jp.bansho.bench.measure;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Section;

/// Single reveals with their committed record, against the same transaction without encryption; and
/// many callers against one. Works on the people that are in the database.
public final class RevealMeasure {

    private static final int CALLERS = 16;

    /// The twin holds any valid number: what it is makes no difference to the time.
    private static final String TWIN = """
            create schema if not exists bench;
            drop table if exists bench.plain_number;
            create table bench.plain_number as
                select subject, generation, association, kind, key_version, state, source, pad, job, registered_at, actor,
                       123456789018::bigint as number
                  from vault.sealed_number;
            alter table bench.plain_number add primary key (subject, generation);
            alter table bench.plain_number enable row level security;
            alter table bench.plain_number force row level security;
            create policy own_association on bench.plain_number to bansho_association
                using (association = (select linkage.current_association()));
            grant usage on schema bench to bansho_association;
            grant select on bench.plain_number to bansho_association;
            """;

    private final Site site;
    private final WorkerProcess worker;
    private final int calls;
    private final int rounds;

    /// @param calls of one caller in one round; many callers do four times as many
    RevealMeasure(Site site, WorkerProcess worker, int calls, int rounds) {
        this.site = site;
        this.worker = worker;
        this.calls = calls;
        this.rounds = rounds;
    }

    void run(Results results) throws Exception {
        Sql.run(site.database(), TWIN);
        Sql.run(site.database(), "vacuum analyze bench.plain_number");
        Sql.run(site.database(), "checkpoint");
        var people = Sql.number(site.database(), "select count(*) from vault.sealed_number where state = 1");
        worker.ask("people");
        once("sealed", CALLERS, calls);
        once("plain", CALLERS, calls);
        once("sealed", 1, calls);
        once("plain", 1, calls);
        var sealed = new ArrayList<Timed>();
        var plain = new ArrayList<Timed>();
        var many = new ArrayList<Timed>();
        for (var round = 1; round <= rounds; round++) {
            if (round % 2 == 1) {
                sealed.add(once("sealed", 1, calls));
                plain.add(once("plain", 1, calls));
            } else {
                plain.add(once("plain", 1, calls));
                sealed.add(once("sealed", 1, calls));
            }
            many.add(once("sealed", CALLERS, calls * 4));
        }
        Sql.run(site.database(), "drop table bench.plain_number");
        var ours = Timed.median(sealed);
        var clear = Timed.median(plain);
        var together = Timed.median(many);
        site.say("reveal: %,.0f/s alone, %,.0f/s together / 照会".formatted(ours.rate(), together.rate()));
        results.add(
                Bar.atLeast("reveal / same transaction without encryption", ours.rate() / clear.rate(), 0.8, people));
        results.add(Bar.atLeast("reveal, 16 callers / one caller", together.rate() / ours.rate(), 3, people));
        results.add(new Section(
                "Reveal",
                Timed.COLUMNS,
                List.of(
                        ours.row("one caller, sealed"),
                        clear.row("one caller, in the clear"),
                        together.row("16 callers, sealed")),
                "Rows are calls, each released after its record is committed; medians of " + rounds + "."));
    }

    private Timed once(String how, int callers, int count) throws Exception {
        return site.meter().time(worker.pid(), () -> worker.work("reveal", how, callers, count));
    }
}
