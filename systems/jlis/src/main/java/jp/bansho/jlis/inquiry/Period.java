package jp.bansho.jlis.inquiry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The period for which changes are asked (照会対象期間), both days included; nothing is asked without days.
record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    static final Period NONE = new Period(null, null);

    boolean holds(@Nullable LocalDate day) {
        return day != null && from != null && to != null && !day.isBefore(from) && !day.isAfter(to);
    }
}
