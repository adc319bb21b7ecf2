package jp.bansho.numbers.taxfile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Answer;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.audit.Entry;
import jp.bansho.characters.WayDown;
import jp.bansho.machine.Progress;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The front door of previews (N6): a source is counted through before anything is written; a
/// person confirms the replacements of characters; somebody applies for exactly what was counted;
/// what is missing becomes the associations' work.
@Component
public class Previews {

    private final Transactions transactions;
    private final Jobs jobs;
    private final ReportReading reading;
    private final ApprovalDesk approvals;
    private final Clock clock;

    Previews(Transactions transactions, Jobs jobs, ReportReading reading, ApprovalDesk approvals, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.reading = reading;
        this.approvals = approvals;
        this.clock = clock;
    }

    /// What is to be counted.
    ///
    /// @param supplements the output whose missing numbers came late; null in other modes
    public record Order(
            Actor actor,
            Path parcel,
            TaxReport report,
            int taxYear,
            Mode mode,
            @Nullable Long supplements) {}

    /// Counts a source through. Nothing is written but the counts.
    ///
    /// @throws TaxfileRefused by name; the refusal is on record
    public Preview make(Order order, Progress progress) {
        var scope = order.actor().federationScope();
        try (var connection = transactions.connection();
                var _ = jobs.lock(connection, 0)) {
            var parcel = reading.source(order.parcel(), order.report());
            reading.open(order.actor(), parcel, null);
            var plan = new ReportReading.Plan(
                    order.report(),
                    order.taxYear(),
                    order.mode(),
                    transactions
                            .read(scope, c -> late(c, order.mode(), order.supplements(), parcel.manifestHash()))
                            .orElse(null),
                    false);
            var made = reading.read(order.actor(), parcel, plan, null, progress, (pass, complete) -> {
                var slips = new SubmittedSlips(order.report());
                for (var block = pass.next(); block != null; block = pass.next()) {
                    if (order.mode() != Mode.FIRST) {
                        slips.add(block.marks());
                    }
                    block.bytes().wipe();
                }
                complete.run();
                check(scope, plan, pass, slips);
                return keep(order, parcel.manifestHash(), pass);
            });
            return one(order.actor(), made);
        } catch (TaxfileRefused refused) {
            refusedOnRecord(order.actor(), "preview", refused, 0);
            throw refused;
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private void check(Scope.Federation scope, ReportReading.Plan plan, ReportPass pass, SubmittedSlips slips)
            throws SQLException {
        if (plan.mode() == Mode.FIRST) {
            if (pass.figures.voided() > 0) {
                throw TaxfileRefused.mark(0);
            }
        } else if (pass.violationCount == 0) {
            transactions.read(scope, c -> {
                slips.verify(c, plan.taxYear());
                return true;
            });
        }
    }

    /// In a supplement, what was left empty in the output it supplements, whose source it must
    /// have.
    static Optional<Map<Long, Set<Integer>>> late(
            Connection connection, Mode mode, @Nullable Long supplements, String source) throws SQLException {
        if (mode != Mode.SUPPLEMENT) {
            return Optional.empty();
        }
        var output = supplements == null ? Optional.<Output>empty() : OutputTable.one(connection, supplements);
        var job = output.map(Output::job).orElse(null);
        if (job == null || !output.orElseThrow().preview().sourceHash().equals(source)) {
            throw TaxfileRefused.state(
                    "a supplement is made from the source of the output it supplements",
                    "追加分は、元の提出ファイルと同じ元データから作成してください");
        }
        return Optional.of(LackTable.late(connection, job));
    }

    private long keep(Order order, String source, ReportPass pass) throws SQLException {
        var preview = new Preview(
                0,
                order.report(),
                order.mode(),
                order.taxYear(),
                order.supplements(),
                order.parcel().toAbsolutePath().normalize(),
                source,
                pass.slips,
                pass.figures,
                pass.missingCount,
                pass.violationCount,
                digest(order.report(), order.mode(), order.taxYear(), source, pass),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                order.actor().name(),
                null,
                null,
                null);
        return transactions.recorded(order.actor().federationScope(), connection -> {
            var id = PreviewTable.add(connection, preview, pass);
            LackTable.add(connection, id, order.report(), order.taxYear(), pass.missing, clock.instant());
            var event = new TaxfileEvent.ReportPreviewed(
                    id,
                    order.report().word(),
                    order.mode().word(),
                    order.taxYear(),
                    source,
                    preview.digest(),
                    pass.slips,
                    pass.missingCount,
                    pass.violationCount,
                    pass.replacements.size());
            return new Recorded<>(id, List.of(entry(order.actor(), order.report(), event)));
        });
    }

    /// What an approval is bound to; missing numbers are not in it, for more of them may have
    /// come when it is written.
    static String digest(TaxReport report, Mode mode, int taxYear, String source, ReportPass pass) {
        var text = new StringBuilder("bansho/tax-preview/1 " + WayDown.version() + "\n")
                .append("%s %s %d %s\n".formatted(report.word(), mode.word(), taxYear, source))
                .append("slips=%d violations=%d %s\n".formatted(pass.slips, pass.violationCount, pass.figures.text()));
        pass.replacements.forEach((one, tally) -> text.append(
                "%s %s>%s %d %d\n".formatted(one.step(), one.from(), one.to(), tally.count(), tally.firstLine())));
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Confirms the replacements of characters, having looked at each.
    public Preview confirm(Actor actor, long id) {
        var scope = actor.federationScope();
        transactions.recorded(scope, connection -> {
            var preview = find(connection, id);
            if (preview.application() != null) {
                throw TaxfileRefused.state("it was applied for already", "すでに申請済みです");
            }
            PreviewTable.confirm(connection, id, clock.instant(), actor.name());
            var count = PreviewTable.details(connection, preview).replacements().size();
            var event = new TaxfileEvent.ReplacementsConfirmed(id, count, preview.digest());
            return new Recorded<>(true, List.of(entry(actor, preview.report(), event)));
        });
        return one(actor, id);
    }

    /// Applies for the file: exactly what was counted, to that recipient, on that medium.
    ///
    /// @throws AccessRefused  if the member may not apply
    /// @throws TaxfileRefused if a rule is broken or the replacements are not confirmed
    public Application apply(Member member, long id, Sending sending, String caseReference, String reason) {
        if (member.organisation() != Organisation.FEDERATION) {
            throw new AccessRefused("no-right", "only the federation may apply for this", "連合会だけが申請できます");
        }
        var scope = new Scope.Federation();
        return transactions
                .<Answer<Application>>recorded(scope, connection -> {
                    var preview = find(connection, id);
                    ready(connection, preview);
                    var answer = approvals.apply(
                            connection,
                            member,
                            ApprovalKind.TAX_FILE,
                            preview.report().japanese(),
                            caseReference,
                            reason,
                            sending.payload(preview));
                    if (answer instanceof Answer.Done<Application>(var application, var _)) {
                        Transactions.enter(connection, scope);
                        PreviewTable.applied(connection, id, application.id(), sending);
                    }
                    return new Recorded<>(answer, answer.entries());
                })
                .value();
    }

    private static void ready(Connection connection, Preview preview) throws SQLException {
        if (preview.violations() > 0) {
            throw TaxfileRefused.state(
                    "rules are broken: mend the source and make a new preview", "規則違反があります。元データを直してやり直してください");
        }
        if (preview.confirmedBy() == null
                && !PreviewTable.details(connection, preview).replacements().isEmpty()) {
            throw TaxfileRefused.state(
                    "somebody must confirm the replacements of characters first", "先に文字の置換えを確認してください");
        }
    }

    /// One preview.
    public Preview one(Actor actor, long id) {
        return transactions.read(actor.federationScope(), connection -> find(connection, id));
    }

    /// One preview, if there is one of that number.
    public Optional<Preview> known(Actor actor, long id) {
        return transactions.read(actor.federationScope(), connection -> PreviewTable.one(connection, id));
    }

    /// The counts behind one.
    public Preview.Details details(Actor actor, Preview preview) {
        return transactions.read(actor.federationScope(), connection -> PreviewTable.details(connection, preview));
    }

    /// The newest previews.
    public List<Preview> newest(Actor actor, int most) {
        return transactions.read(actor.federationScope(), connection -> PreviewTable.newest(connection, most));
    }

    /// The open work of an association: people whose number tax files want. That it was shown is
    /// on record.
    public List<Lack> lacks(Member member, int most) {
        return transactions.looked(Actors.of(member).scopeOf(member.organisation()), connection -> {
            var lacks = LackTable.list(connection, most);
            var reports =
                    lacks.stream().map(lack -> lack.report().word()).distinct().toList();
            var stamp = Actors.of(member).stamp(member.organisation(), null, null, null);
            return new Recorded<>(lacks, List.of(new Entry(stamp, new TaxfileEvent.LacksShown(lacks.size(), reports))));
        });
    }

    /// How much open work an association has.
    public long lacking(Member member) {
        return transactions.read(Actors.of(member).scopeOf(member.organisation()), LackTable::open);
    }

    static Preview find(Connection connection, long id) throws SQLException {
        return PreviewTable.one(connection, id)
                .orElseThrow(() -> new TaxfileRefused("no-such-preview", "there is no such preview", "その事前確認はありません"));
    }

    void refusedOnRecord(Actor actor, String step, TaxfileRefused refused, long preview) {
        var event = new TaxfileEvent.ReportRefused(step, refused.reason(), preview);
        transactions.recorded(
                actor.federationScope(),
                _ -> new Recorded<>(true, List.of(new Entry(actor.stamp(null, null, null, null), event))));
    }

    static Entry entry(Actor actor, TaxReport report, TaxfileEvent event) {
        return new Entry(actor.stamp(null, report.purpose(), null, null), event);
    }
}
