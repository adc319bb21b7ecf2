package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.bansho.numbers.erasure.Facts;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
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

    /// Whose death is on record.
    final Set<Long> dead = new HashSet<>();

    /// User numbers of those of whom a person noted that J-LIS does not answer for them.
    final Set<String> noted = new HashSet<>();

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
    static Known read(Connection connection, Linkage linkage, OpenVault vault, Facts facts, TaggedBatch batch)
            throws SQLException {
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
        userNumbers.addAll(echoed(batch));
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
        known.readLives(connection, facts, batch);
        return known;
    }

    /// The user numbers of rows that link nobody.
    private static List<String> echoed(TaggedBatch batch) {
        var echoed = new ArrayList<String>();
        for (var row : batch.batch().rows()) {
            if (row instanceof Dismissed dismissed && dismissed.echoKey() != null) {
                echoed.add(dismissed.echoKey());
            }
        }
        return echoed;
    }

    private void readLives(Connection connection, Facts facts, TaggedBatch batch) throws SQLException {
        var dying = new ArrayList<Long>();
        var leaving = new ArrayList<String>();
        for (var row : batch.batch().rows()) {
            switch (row) {
                case Claim claim -> {
                    var person = people.get(claim.userNumber());
                    if (claim.life() != null && claim.life().dead() && person != null) {
                        dying.add(person.id());
                    }
                    if (claim.life() != null && claim.life().leaving()) {
                        leaving.add(claim.userNumber());
                    }
                }
                case Dismissed dismissed -> {
                    if (dismissed.life() != null && dismissed.echoKey() != null) {
                        leaving.add(dismissed.echoKey());
                    }
                }
            }
        }
        if (!dying.isEmpty()) {
            dead.addAll(facts.deadAmong(connection, dying));
        }
        if (!leaving.isEmpty()) {
            noted.addAll(IntakeTable.noted(connection, leaving));
        }
    }

    /// Takes over what the batch before left, wherever this batch speaks of the same people or numbers.
    void takeOver(Known before, TaggedBatch batch) {
        dead.addAll(before.dead);
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
