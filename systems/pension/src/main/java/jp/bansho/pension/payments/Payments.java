package jp.bansho.pension.payments;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.machine.Progress;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.machine.Transactions.Work;
import jp.bansho.pension.members.Problem;
import jp.bansho.pension.payments.PaymentsEvent.AwardsLoaded;
import jp.bansho.pension.payments.PaymentsEvent.DeclarationsLoaded;
import jp.bansho.pension.payments.PaymentsEvent.PaymentsFileRefused;
import jp.bansho.pension.payments.PaymentsEvent.PaymentsLoaded;
import jp.bansho.pension.staff.Clerk;
import org.springframework.stereotype.Component;

/// The desk of the payments, as far as tax needs it: takes in what was paid in a year, to whom, and
/// whom the declarations for that year name. Each file is taken in whole or not at all; the same
/// file again changes nothing.
@Component
public class Payments {

    private static final int FIRST_YEAR = 2016;
    private static final int LAST_YEAR = 2099;

    private final Transactions transactions;

    Payments(Transactions transactions) {
        this.transactions = transactions;
    }

    /// What became of the two files.
    public record Loaded(Taken awards, Taken payments) {}

    /// Takes in the awards, and all payments of a tax year to these people.
    ///
    /// @throws PaymentsRefused if a single row of either is wrong; nothing is taken in then
    public Loaded load(Clerk clerk, int association, int taxYear, Path awards, Path payments, Progress progress) {
        return recorded(clerk, association, taxYear, "payments", open -> {
            var rules = rules(open, "payments", association, taxYear);
            var people = new Incoming(FileKind.AWARDS, rules);
            people.read(open, awards, progress);
            people.require();
            var taken = PaymentTable.mergeAwards(open, association, people.rows());
            var months = new Incoming(FileKind.PAYMENTS, rules);
            months.read(open, payments, progress);
            months.note(open, PaymentTable.WITHOUT_AWARD, withoutAward());
            months.require();
            var paid = PaymentTable.mergePayments(open, association, taxYear, months.rows());
            var stamp = clerk.stamp(association, null, null);
            return new Recorded<>(
                    new Loaded(taken, paid),
                    List.of(
                            new Entry(
                                    stamp,
                                    new AwardsLoaded(
                                            taxYear, taken.rows(), taken.added(), taken.changed(), taken.unchanged())),
                            new Entry(
                                    stamp,
                                    new PaymentsLoaded(
                                            taxYear,
                                            paid.rows(),
                                            paid.added(),
                                            paid.changed(),
                                            paid.unchanged(),
                                            paid.removed()))));
        });
    }

    /// Takes in all declarations (扶養親族等申告書) for a tax year.
    ///
    /// @throws PaymentsRefused if a single row is wrong; nothing is taken in then
    public Taken declarations(Clerk clerk, int association, int taxYear, Path file, Progress progress) {
        return recorded(clerk, association, taxYear, "declarations", open -> {
            var incoming = new Incoming(FileKind.DECLARATIONS, rules(open, "declarations", association, taxYear));
            incoming.read(open, file, progress);
            incoming.require();
            var taken = PaymentTable.mergeDeclarations(open, association, taxYear, incoming.rows());
            var event = new DeclarationsLoaded(
                    taxYear, taken.rows(), taken.added(), taken.changed(), taken.unchanged(), taken.removed());
            return new Recorded<>(taken, List.of(new Entry(clerk.stamp(association, null, null), event)));
        });
    }

    private <T> T recorded(Clerk clerk, int association, int taxYear, String layout, Work<Recorded<T>> work) {
        var scope = clerk.paymentsOf(association);
        try (var connection = transactions.connection()) {
            if (taxYear < FIRST_YEAR || taxYear > LAST_YEAR) {
                throw PaymentsRefused.year(layout);
            }
            return transactions.bulk(connection, scope, work);
        } catch (SQLException e) {
            throw new StoreBroken(e);
        } catch (PaymentsRefused refused) {
            var problems = refused.problems();
            var event = new PaymentsFileRefused(
                    taxYear,
                    refused.layout(),
                    refused.reason(),
                    refused.found(),
                    problems.isEmpty() ? 0 : problems.getFirst().line(),
                    problems.isEmpty() ? 0 : problems.getFirst().column());
            var entry = new Entry(clerk.stamp(association, null, null), event);
            transactions.recorded(scope, _ -> new Recorded<>(true, List.of(entry)));
            throw refused;
        }
    }

    private static RowRules rules(Connection connection, String layout, int association, int taxYear)
            throws SQLException {
        var pattern = PaymentTable.userNumberPattern(connection, association)
                .orElseThrow(() -> PaymentsRefused.association(layout));
        return new RowRules(IdentifierPattern.ofUserNumbers(pattern), taxYear);
    }

    private static Problem withoutAward() {
        return new Problem(0, 1, "no-award", "Nothing was awarded to this recipient.", "この受給者の裁定記録がありません。");
    }
}
