package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.vault.Holder;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.numbers.vault.OpenVault;
import jp.bansho.numbers.vault.OpenVault.Generations;
import org.jspecify.annotations.Nullable;

/// What is known about the people and numbers of a batch: read from the database ahead of time, brought up to date with
/// what the batch before did meanwhile, and grown by the decisions about the batch itself.
final class Known {

    final Map<String, Person> people = new HashMap<>();
    final Map<UUID, Holder> holders = new HashMap<>();
    final Map<Long, Generations> generations = new HashMap<>();

    private boolean lookedUp;

    /// Nothing is known: either there is nothing, or nobody looked.
    static Known nothing() {
        return new Known();
    }

    /// True if the database was asked.
    boolean lookedUp() {
        return lookedUp;
    }

    /// Reads what the database knows at this moment.
    static Known read(Connection connection, Linkage linkage, OpenVault vault, TaggedBatch batch) throws SQLException {
        var known = new Known();
        known.lookedUp = true;
        var userNumbers = new ArrayList<String>();
        var tags = new ArrayList<UUID>();
        batch.claims((claim, tag) -> {
            userNumbers.add(claim.userNumber());
            if (claim.number() != null) {
                tags.add(tag);
            }
        });
        known.people.putAll(linkage.byUserNumber(connection, userNumbers));
        known.holders.putAll(vault.holders(connection, OpenVault.sorted(tags)));
        var unsettled = new HashSet<Long>();
        batch.claims((claim, tag) -> {
            var person = known.people.get(claim.userNumber());
            if (person != null && claim.number() != null && !holdsInForce(known.holders.get(tag), person)) {
                unsettled.add(person.id());
            }
        });
        if (!unsettled.isEmpty()) {
            known.generations.putAll(vault.generations(connection, unsettled));
        }
        return known;
    }

    /// Takes over what the batch before left, wherever this batch speaks of the same people or numbers.
    void takeOver(Known before, TaggedBatch batch) {
        batch.claims((claim, tag) -> {
            var person = before.people.get(claim.userNumber());
            if (person != null) {
                people.put(claim.userNumber(), person);
                var had = before.generations.get(person.id());
                if (had != null) {
                    generations.put(person.id(), had);
                }
            }
            var holder = before.holders.get(tag);
            if (holder != null) {
                holders.put(tag, holder);
            }
        });
    }

    @Nullable
    Person person(Claim claim) {
        return people.get(claim.userNumber());
    }

    @Nullable
    Holder holder(Claim claim, UUID tag) {
        return claim.number() == null ? null : holders.get(tag);
    }

    Generations generations(Person person) {
        return generations.getOrDefault(person.id(), new Generations(0, 0));
    }

    private static boolean holdsInForce(@Nullable Holder holder, Person person) {
        return holder != null && holder.subject() == person.id() && holder.state() == NumberState.CURRENT;
    }
}
