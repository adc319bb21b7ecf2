package jp.bansho.juki.results;

import java.sql.SQLException;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.inquiry.Job;
import jp.bansho.juki.inquiry.JobState;
import jp.bansho.juki.inquiry.NewKeys;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.store.JukiScope;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The end of a job here (M6): its key is destroyed, and with it whatever of its rows a page, the write-ahead log or an
/// old copy still holds. May be repeated; every command begins with it, so that a kill delays it at most.
@Component
public class Wiping {

    private final Transactions transactions;
    private final Inquiries inquiries;
    private final KeyRing ring;

    Wiping(Transactions transactions, Inquiries inquiries, KeyRing ring) {
        this.transactions = transactions;
        this.inquiries = inquiries;
        this.ring = ring;
    }

    /// Destroys the keys of all that was delivered, and keys that never became a job's.
    public void finish(Pair pair) {
        for (var job : inquiries.unfinished()) {
            if (job.state() == JobState.DELIVERED) {
                wipe(job, pair);
            }
        }
        int destroyed = transactions.read(new JukiScope(), c -> NewKeys.nobodyMakes(c) ? destroyLeft() : 0);
        if (destroyed > 0) {
            transactions.recorded(
                    new JukiScope(),
                    _ -> new Recorded<>(
                            true,
                            List.of(new Entry(
                                    pair.stamp(null, null, null), new DeliveryEvent.LeftKeysDestroyed(destroyed)))));
        }
    }

    private int destroyLeft() {
        var needed = inquiries.unfinished().stream().map(Job::key).toList();
        var left = ring.names().stream()
                .filter(name -> name.purpose() == KeyPurpose.TRANSIT_SEAL && !needed.contains(name))
                .toList();
        if (!left.isEmpty()) {
            ring.destroy(left);
        }
        return left.size();
    }

    private void wipe(Job job, Pair pair) {
        var key = job.key();
        var replaced = ring.destroy(List.<KeyName>of(key));
        transactions.recorded(new JukiScope(), c -> {
            DeliveryTable.wiped(c, job.id(), replaced.destroyed(), replaced.current());
            var event = new DeliveryEvent.HoldingsWiped(key.label(), replaced.destroyed(), replaced.current());
            return new Recorded<>(
                    true, List.of(new Entry(pair.stamp(job.association(), job.purpose(), job.id()), event)));
        });
        try (var connection = transactions.connection()) {
            connection.setAutoCommit(true);
            DeliveryTable.vacuum(connection);
        } catch (SQLException e) {
            LoggerFactory.getLogger(Wiping.class).warn("vacuum after a delivery: {}", e.getSQLState());
        }
    }
}
