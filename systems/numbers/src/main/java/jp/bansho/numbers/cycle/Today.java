package jp.bansho.numbers.cycle;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/// The calendar day in Japan.
final class Today {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private Today() {}

    static LocalDate of(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }
}
