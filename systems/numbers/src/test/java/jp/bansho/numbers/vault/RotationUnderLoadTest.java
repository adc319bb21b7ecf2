package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.registry.Confirmation;
import jp.bansho.numbers.registry.Identifiers;
import jp.bansho.numbers.registry.NewPerson;
import jp.bansho.numbers.registry.Outcome;
import jp.bansho.numbers.registry.Registry;
import jp.bansho.numbers.registry.TypedNumber;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.seal.KeyPurpose;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/// Two machines at one database: one changes its keys, both go on working. No look-up misses, no number is lost.
class RotationUnderLoadTest {

    private static final int PEOPLE = 230;
    private static final int FIRST_NEW = 1_000;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger looked = new AtomicInteger();
    private final AtomicInteger fresh = new AtomicInteger(FIRST_NEW);

    @Test
    void everybodyIsFoundShownAndRegisteredWhileKeysChange() throws Exception {
        try (var rotating = new Rotating(PEOPLE);
                var other = TestMachine.run(rotating.machine.home());
                var threads = Executors.newCachedThreadPool()) {
            var subjects = new ArrayList<Long>();
            for (var i = 0; i < PEOPLE; i++) {
                subjects.add(rotating.machine.subject(InventedFiles.userNumber(Rotating.HERE, i)));
            }
            var running = new ArrayList<Future<Integer>>();
            running.add(threads.submit(lookUps(other, rotating, subjects, 1)));
            running.add(threads.submit(lookUps(null, rotating, subjects, 2)));
            running.add(threads.submit(registrations(other, rotating)));
            try {
                for (var purpose : List.of(KeyPurpose.NUMBER_INDEX, KeyPurpose.NUMBER_SEAL, KeyPurpose.PAD_SEAL)) {
                    var before = looked.get();
                    rotating.rotate(purpose);
                    assertThat(looked.get()).as("look-ups during " + purpose).isGreaterThan(before);
                }
            } finally {
                over.set(true);
            }
            var missed = 0;
            for (var each : running) {
                missed += each.get();
            }
            assertThat(missed).as("missed of " + looked.get()).isZero();
            rotating.everythingIsThere();
            for (var i = FIRST_NEW; i < fresh.get(); i++) {
                assertThat(rotating.shown(i)).isEqualTo(InventedFiles.number(Rotating.HERE, i));
                assertThat(rotating.sought(i)).isPresent();
            }
            assertThat(rotating.count("vault.sealed_number where key_version <> 2"))
                    .isZero();
        } finally {
            over.set(true);
        }
    }

    private Callable<Integer> lookUps(
            @org.jspecify.annotations.Nullable ConfigurableApplicationContext other,
            Rotating rotating,
            List<Long> subjects,
            int step) {
        return () -> {
            var vault = other == null ? rotating.machine.part(Vault.class) : other.getBean(Vault.class);
            var clerk = rotating.machine.clerk(Rotating.HERE);
            var missed = 0;
            for (var i = 0; !over.get(); i = (i + step) % subjects.size()) {
                var number = InventedFiles.number(Rotating.HERE, i);
                var holder =
                        vault.seek(clerk, Purpose.PENSION_PAYMENT, Rotating.HERE, IndividualNumber.ofClear(number));
                var shown = vault.reveal(clerk, Purpose.PENSION_PAYMENT, Rotating.HERE, subjects.get(i), "case");
                var found = holder.isPresent() && holder.get().subject() == subjects.get(i);
                var same = shown instanceof Revealed.Shown(var clear, var _) && clear.inTheClear() == number;
                missed += (found ? 0 : 1) + (same ? 0 : 1);
                looked.incrementAndGet();
            }
            return missed;
        };
    }

    /// Registers people, one after the other.
    private Callable<Integer> registrations(ConfigurableApplicationContext other, Rotating rotating) {
        return () -> {
            var registry = other.getBean(Registry.class);
            var clerk = rotating.machine.clerk(Rotating.HERE);
            var refused = 0;
            while (!over.get() && fresh.get() < FIRST_NEW + 60) {
                var i = fresh.get();
                var person = new NewPerson(
                        Kind.RECIPIENT,
                        new Identifiers(InventedFiles.userNumber(Rotating.HERE, i), null, null, null, null),
                        TypedNumber.of(InventedFiles.digits(Rotating.HERE, i)),
                        new Confirmation.TypedOnce());
                var outcome = registry.register(clerk, new Ground("pension", "P-06"), Rotating.HERE, person);
                refused += outcome instanceof Outcome.Done ? 0 : 1;
                fresh.incrementAndGet();
            }
            return refused;
        };
    }
}
