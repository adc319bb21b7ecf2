package jp.bansho.numbers.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a row of a results file says about somebody's life status and scope, beside the number (N8).
///
/// @param request 要求レコード番号
/// @param matched `code`: by resident record code, `items`: by the four items, empty: nothing matched
/// @param dead    生存状況: dead
/// @param leaving the reason of the change takes the person out of the inquiry's scope
/// @param reason  異動事由, two digits or empty
/// @param day     異動年月日
record LifeStatus(
        String request,
        String matched,
        boolean dead,
        boolean leaving,
        String reason,
        @Nullable LocalDate day) {

    boolean byCode() {
        return matched.equals("code");
    }
}
