package jp.bansho.numbers.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.NumberInText;
import jp.bansho.audit.Entry;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.inspection.Extent;
import jp.bansho.numbers.inspection.Watch;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// Drafts of the report 報告書案: people and items counted from the record of use, the rest proposed from the steps and
/// completed by a person. Every version is kept.
@Component
public class Drafts {

    private static final int LONGEST = 4_000;

    private final Transactions transactions;
    private final Incidents incidents;
    private final Clock clock;

    Drafts(Transactions transactions, Incidents incidents, Clock clock) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.clock = clock;
    }

    /// A version with its incident, for the paper.
    public record Printed(Incident incident, Draft draft, Instant at) {}

    /// What the record says about that window and those accounts, and the nine items proposed from it.
    public Draft propose(Member member, long id, LocalDate from, LocalDate until, List<String> accounts) {
        var sheet = incidents
                .sheet(member, id)
                .orElseThrow(() -> new AccessRefused("not-yours", "there is no such incident", "その事故はありません"));
        var extent = extent(member, from, until, accounts);
        return new Draft(
                sheet.drafts().size() + 1,
                clock.instant(),
                member.account(),
                from,
                until,
                accounts,
                extent,
                Items.proposed(sheet, from, until, extent));
    }

    /// Keeps a version. What is counted is counted anew, whatever the form said.
    ///
    /// @param texts the nine items
    public int keep(
            Member member, long id, LocalDate from, LocalDate until, List<String> accounts, List<String> texts) {
        if (texts.size() != Draft.ITEMS.size() || texts.stream().anyMatch(text -> text.length() > LONGEST)) {
            throw new AccessRefused("text-too-long", "each item has at most 4,000 characters", "各項目は4,000文字以内です");
        }
        NumberInText.refuse(texts.toArray(String[]::new));
        var extent = extent(member, from, until, accounts);
        var version = new int[1];
        incidents.act(member, id, "draft", "draft", (connection, incident) -> {
            version[0] = DraftTable.all(connection, id).size() + 1;
            var draft = new Draft(
                    version[0], clock.instant(), member.account(), from, until, accounts, extent, List.copyOf(texts));
            DraftTable.keep(connection, incident, draft);
            incidents.add(connection, member, incident, "draft", null, null, "no. " + version[0]);
            return new IncidentEvent.ReportDrafted(id, version[0], from, until, accounts, extent.people());
        });
        return version[0];
    }

    /// A version to be put on paper; that it was is on record.
    public Optional<Printed> print(Member member, long id, int version) {
        var printed = transactions.read(
                Incidents.scope(member),
                connection -> IncidentTable.one(connection, id, false)
                        .flatMap(incident -> found(connection, incident, version)));
        printed.ifPresent(one -> {
            var event = new IncidentEvent.ReportPrinted(id, version, false);
            var stamp = member.stamp(Actor.SYSTEM, member.association(), null, null);
            transactions.recorded(Incidents.scope(member), _ -> new Recorded<>(true, List.of(new Entry(stamp, event))));
        });
        return printed;
    }

    /// The newest version, for the command that writes it to a file; that it does is on record.
    ///
    /// @throws StaffRefused if there is no such incident with a draft in the actor's scope
    public Printed newest(Actor actor, long id) {
        var scope = switch (actor.role()) {
            case ASSOCIATION -> new Scope.Association(actor.association());
            case FEDERATION -> new Scope.Federation();
            case OPERATOR -> new Scope.Operator();
        };
        var printed = transactions
                .read(
                        scope,
                        connection -> IncidentTable.one(connection, id, false)
                                .flatMap(incident -> found(connection, incident, 0)))
                .orElseThrow(() -> new StaffRefused("there is no such incident with a draft", "報告書案のある、その番号の事故はありません"));
        var event = new IncidentEvent.ReportPrinted(id, printed.draft().version(), true);
        var about = actor.role() == Role.ASSOCIATION ? Integer.valueOf(actor.association()) : null;
        var stamp = actor.stamp(about, null, null, null);
        transactions.recorded(scope, _ -> new Recorded<>(true, List.of(new Entry(stamp, event))));
        return printed;
    }

    private Optional<Printed> found(Connection connection, Incident incident, int version) {
        try {
            return DraftTable.all(connection, incident.id()).stream()
                    .filter(draft -> version == 0 || draft.version() == version)
                    .findFirst()
                    .map(draft -> new Printed(incident, draft, clock.instant()));
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private Extent extent(Member member, LocalDate from, LocalDate until, List<String> accounts) {
        var watch = Watch.over(member.organisation());
        return transactions.read(watch.scope(), connection -> Extent.of(connection, watch, from, until, accounts));
    }
}
