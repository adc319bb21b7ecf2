package jp.bansho.bench.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.population.Truth;

/// Holds every number in the vault against the population's truth. For populations that fit into memory.
final class HeldNumbers {

    private HeldNumbers() {}

    /// Compares.
    ///
    /// @return how many are held as they should be; how many are wrong, missing or too many
    static long[] compare(Desk desk, Path population) throws IOException {
        var expected = new HashMap<String, Long>();
        try (var people = Truth.of(population).people()) {
            people.filter(person -> !person.number().isEmpty())
                    .forEach(person -> expected.put(person.userNumber(), Long.parseLong(person.number())));
        }
        var userNumbers = new HashMap<Long, String>();
        var tally = new long[2];
        desk.part(Transactions.class).read(new Scope.Federation(), connection -> {
            desk.part(Linkage.class).stream(
                    connection,
                    (id, user, length) -> userNumbers.put(id, new String(user, 0, length, StandardCharsets.US_ASCII)));
            desk.part(Vault.class).stream(connection, (subject, clear) -> {
                var right = expected.remove(userNumbers.get(subject));
                tally[right != null && right == clear ? 0 : 1]++;
            });
            return true;
        });
        tally[1] += expected.size();
        return tally;
    }
}
