package jp.bansho.pension.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Home;
import jp.bansho.machine.LedgerScope;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.media.Delivered;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.media.ledger.MediaRefused;
import jp.bansho.media.ledger.MediumKind;
import org.springframework.stereotype.Component;

/// The front door for files that leave. One application makes one parcel, and its number is drawn and committed in the
/// ledger before a byte of it is written, so that what was killed can only end as that parcel:
///
/// 1. [#post] before anything is approved; 2. [#application] and [#begin] in one transaction of the desk; 3. what
/// [#finished] finds, else [#make]; 4. [#written] in the transaction in which the desk notes that it is made.
@Component
public class Outbox {

    /// This machine on a medium.
    public static final String SENDER = "pension";

    private final ParcelKeys keys;
    private final Ledger ledger;
    private final Clock clock;

    Outbox(Home home, Ledger ledger, Clock clock) {
        this.keys = new ParcelKeys(home.media());
        this.ledger = ledger;
        this.clock = clock;
    }

    /// The own key and the recipient's certificate.
    ///
    /// @throws OutboxRefused `own-key-missing` or `recipient-missing`
    public Post post(String recipient) {
        try {
            var own = keys.signing();
            return new Post(own, keys.recipient(recipient).orElseThrow(() -> OutboxRefused.recipient(recipient)));
        } catch (ParcelRefused e) {
            throw OutboxRefused.ownKey();
        } catch (UncheckedIOException e) {
            throw OutboxRefused.recipient(recipient);
        }
    }

    /// The number of a new application; one count for all desks.
    public static long application(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select nextval('members.application_number')");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Begins the parcel in the ledger; gives the same label again while it is not made. The connection is in the
    /// ledger's scope afterwards.
    ///
    /// @throws OutboxRefused by the ledger's named reason; the transaction must not commit then
    public Begun begin(Connection connection, Consignment it) throws SQLException {
        var people = it.party().atTheMedium(it.association());
        Transactions.enter(connection, new LedgerScope(it.association()));
        try {
            var entries = new ArrayList<Entry>();
            var known = ledger.medium(connection, SENDER, it.medium());
            long medium;
            if (known.isPresent()) {
                medium = known.get().id();
            } else {
                var entered = ledger.enter(connection, people.doer(), it.medium(), MediumKind.DISC, it.medium());
                medium = entered.value().id();
                entries.addAll(entered.entries());
            }
            var begun = ledger.outgoing().begin(connection, people, medium, it.order(), it.approved());
            entries.addAll(begun.entries());
            return new Begun(begun.value(), entries);
        } catch (MediaRefused refused) {
            throw OutboxRefused.ledger(refused);
        }
    }

    /// The finished parcel of this application, if an attempt that was killed left one; what else it left is removed.
    ///
    /// @throws OutboxRefused `outbox-taken` if something else lies there
    public Optional<Delivered> finished(Consignment it, Label label, Post post) {
        return new LeftBehind(it.folder(), label, post, clock).finished();
    }

    /// Makes the parcel.
    ///
    /// @param file name of the one file in it
    public Delivered make(Consignment it, Label label, Post post, String file, Content content) {
        try (var writer = ParcelWriter.begin(it.folder(), label, post.own(), post.recipient(), clock)) {
            writer.add(file, out -> {
                try {
                    return content.write(out);
                } catch (SQLException e) {
                    throw new StoreBroken(e);
                }
            });
            return writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("the parcel cannot be written", e);
        }
    }

    /// Notes in the ledger that the parcel is on its medium. The connection is in the ledger's scope afterwards.
    ///
    /// @return what must be on record in the same transaction
    /// @throws OutboxRefused by the ledger's named reason; the transaction must not commit then
    public List<Entry> written(Connection connection, Consignment it, Delivered delivered) throws SQLException {
        Transactions.enter(connection, new LedgerScope(it.association()));
        try {
            var written = ledger.outgoing().written(connection, it.party().atTheMedium(it.association()), delivered);
            written.value();
            return written.entries();
        } catch (MediaRefused refused) {
            throw OutboxRefused.ledger(refused);
        }
    }
}
