package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jp.bansho.seal.SealedNumbers;

/// New numbers on their way into the vault. A number that somebody holds already fails the whole transaction.
public final class Sealing implements AutoCloseable {

    private final VaultKeys keys;
    private final List<NewNumber> fresh;
    private final FutureTask<List<Sealed>> task;
    private final Thread thread;

    private record Sealed(SealedNumbers.Place place, SealedValue value) {}

    Sealing(Connection connection, VaultKeys keys, List<NewNumber> fresh) throws SQLException {
        this.keys = keys;
        this.fresh = fresh;
        var pads = new PadSource(connection, keys, fresh.size());
        task = new FutureTask<>(() -> seal(pads));
        thread = Thread.ofPlatform().name("sealing").start(task);
    }

    /// Keeps the numbers and enters them in the index.
    public void keep(Connection connection, Provenance provenance) throws SQLException {
        var sealed = sealed();
        if (fresh.isEmpty()) {
            return;
        }
        try (var stage = NumberStage.open(connection)) {
            for (var i = 0; i < fresh.size(); i++) {
                stage.add(
                        fresh.get(i),
                        sealed.get(i).place(),
                        sealed.get(i).value().bytes(),
                        keys.tagBeside(fresh.get(i).number().inTheClear()));
            }
            stage.keep(keys, provenance);
        }
    }

    private List<Sealed> seal(PadSource pads) {
        var sealed = new ArrayList<Sealed>(fresh.size());
        var numbers = keys.numbers(keys.sealVersion());
        for (var number : fresh) {
            pads.next();
            var place = new SealedNumbers.Place(
                    number.subject(), number.generation(), number.kind(), keys.sealVersion(), pads.position());
            sealed.add(new Sealed(
                    place, new SealedValue(numbers.seal(number.number().inTheClear(), pads.pad(), place))));
        }
        return sealed;
    }

    private List<Sealed> sealed() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    /// Waits until the keys are in no other thread's hands any more.
    @Override
    public void close() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
