package jp.bansho.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Over random lives nothing is due a day early and nothing a day late, compared with a statement of the rule that
/// shares no line with it.
class RandomLivesTest {

    private static final LocalDate BIRTH_OF_THE_NUMBER = LocalDate.of(2015, 10, 5);

    @Test
    void bothClocksAgreeWithTheWallCalendarOnEveryDayOfFortyYears() {
        for (var day = BIRTH_OF_THE_NUMBER; day.getYear() < 2056; day = day.plusDays(1)) {
            assertThat(Rule.PENSION_TEN_YEARS.eraseFrom(day))
                    .as("death confirmed " + day)
                    .isEqualTo(Calendar.afterDeath(day));
            if (day.getDayOfMonth() % 7 == 1) {
                assertThat(Rule.TAX_SEVEN_YEARS.eraseFrom(day))
                        .as("deadline " + day)
                        .isEqualTo(Calendar.afterDeadline(day));
            }
        }
    }

    @Test
    void nothingIsDueEarlyAndNothingLate() {
        for (var seed = 0; seed < 300; seed++) {
            live(seed);
        }
    }

    /// Somebody's life, day by day: facts come, are corrected, holds come and go. Beside it a plain bookkeeping of
    /// flags: which use's time is over, who is held.
    private static void live(int seed) {
        var random = new Random(seed);
        var uses = EnumSet.noneOf(Use.class);
        Stream.of(Use.values()).filter(_ -> random.nextBoolean()).forEach(uses::add);
        LocalDate death = null;
        var deadlines = new ArrayList<LocalDate>();
        var holds = new ArrayList<Hold>();
        var day = BIRTH_OF_THE_NUMBER.plusDays(random.nextInt(4000));
        var events = 3 + random.nextInt(6);
        for (var event = 0; event < events; event++) {
            switch (random.nextInt(5)) {
                case 0 -> death = day.minusDays(random.nextInt(30));
                case 1 -> deadlines.add(LocalDate.of(day.getYear() + random.nextInt(2), 2, 1 + random.nextInt(15)));
                case 2 -> holds.add(new Hold(day, random.nextBoolean() ? null : day.plusDays(random.nextInt(2000))));
                case 3 -> {
                    if (!holds.isEmpty()) {
                        holds.remove(random.nextInt(holds.size()));
                    }
                }
                default -> death = null;
            }
            var until = day.plusDays(1 + random.nextInt(2500));
            check(seed, new Life(uses, death, deadlines, holds), day, until);
            day = until;
        }
    }

    private static void check(int seed, Life life, LocalDate from, LocalDate until) {
        var mornings = mornings(life.confirmedDeath(), life.deadlines());
        for (var day = from; day.isBefore(until); day = day.plusDays(1)) {
            var today = day;
            var held = life.holds().stream()
                    .anyMatch(hold -> hold.from().compareTo(today) <= 0
                            && (hold.until() == null || hold.until().compareTo(today) >= 0));
            var expected = new ArrayList<Use>();
            for (var use : Use.values()) {
                var morning = mornings.get(use);
                if (!held && life.uses().contains(use) && morning != null && morning.compareTo(day) <= 0) {
                    expected.add(use);
                }
            }
            assertThat(life.dueOn(day)).as("seed " + seed + ", " + day).isEqualTo(expected);
            assertThat(life.goesOn(day))
                    .as("seed " + seed + ", " + day)
                    .isEqualTo(!life.uses().isEmpty() && Set.copyOf(expected).equals(life.uses()));
        }
    }

    private static Map<Use, LocalDate> mornings(@Nullable LocalDate death, List<LocalDate> deadlines) {
        var mornings = new HashMap<Use, LocalDate>();
        if (death != null) {
            mornings.put(Use.PENSION, Calendar.afterDeath(death));
        }
        for (var deadline : deadlines) {
            mornings.merge(Use.TAX, Calendar.afterDeadline(deadline), (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
        return mornings;
    }
}
