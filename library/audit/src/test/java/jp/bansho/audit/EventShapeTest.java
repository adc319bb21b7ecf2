package jp.bansho.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventShapeTest {

    /// Stands for the type of the same name that this library cannot see.
    private record IndividualNumber(String digits) {}

    private record Leaky(String reason, IndividualNumber number) implements AuditEvent {}

    private record Deep(List<List<String>> lists) implements AuditEvent {}

    private record Untyped(Object anything) implements AuditEvent {}

    private static final class NoRecord implements AuditEvent {}

    @Test
    void anIndividualNumberIsRefusedByItsTypeWhateverItsValue() {
        assertThatThrownBy(() -> EventShape.details(new Leaky("x", new IndividualNumber("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Leaky")
                .hasMessageContaining("component number is a")
                .hasMessageContaining("IndividualNumber")
                .hasMessageContaining("allowed are");
        assertThatThrownBy(() -> EventShape.of(Leaky.class)).hasMessageContaining("IndividualNumber");
    }

    @Test
    void nestedListsObjectsAndOtherClassesAreRefused() {
        assertThatThrownBy(() -> EventShape.of(Deep.class)).hasMessageContaining("component lists");
        assertThatThrownBy(() -> EventShape.of(Untyped.class)).hasMessageContaining("component anything");
        assertThatThrownBy(() -> EventShape.of(NoRecord.class)).hasMessageContaining("not a record");
    }

    @Test
    void detailsAreCanonicalJson() {
        var event = new Invented.EverythingThere(
                "引用 \" \\ \n \u0001 \ud800",
                -1,
                9_007_199_254_740_993L,
                null,
                true,
                Invented.Kind.SPOUSE,
                Instant.parse("2026-11-22T00:00:00Z"),
                LocalDate.of(2026, 4, 1),
                List.of("a", "b"));
        assertThat(EventShape.details(event)).isEqualTo("""
                {"day":"2026-04-01","kind":"SPOUSE","large":9007199254740993,"list":["a","b"],\
                "moment":"2026-11-22T00:00:00Z","none":null,"small":-1,\
                "text":"引用 \\" \\\\ \\n \\u0001 \\ud800","truth":true}""");
        assertThat(EventShape.details(new Invented.JobStarted())).isEqualTo("{}");
    }

    @Test
    void theEventIsNamedAfterItsClass() {
        record HTTPCall2Made() implements AuditEvent {}
        assertThat(new Invented.NumberLookedUp("x", 1).event()).isEqualTo("number-looked-up");
        assertThat(new HTTPCall2Made().event()).isEqualTo("http-call2-made");
    }

    @Test
    void aSealedInterfaceListsItsShapes() {
        assertThat(EventShape.permitted(Invented.class))
                .extracting(shape -> shape.type().getSimpleName() + shape.fields())
                .containsExactly(
                        "NumberLookedUp[hits:int, reason:String]",
                        "EverythingThere[day:LocalDate, kind:Kind, large:long, list:List, moment:Instant, none:Long,"
                                + " small:int, text:String, truth:boolean]",
                        "JobStarted[]");
    }

    @Test
    void twelveDigitsStandingAloneAreRefusedInEveryText() {
        for (var text :
                List.of("123456789018", "for 123456789018.", "番号１２３４５６７８９０１８です", "1234 5678 9018", "1234-5678-9018")) {
            assertThatThrownBy(() -> EventShape.details(new Invented.NumberLookedUp(text, 1)))
                    .hasMessageContaining("twelve digits")
                    .hasMessageContaining("NumberLookedUp.reason")
                    .hasMessageNotContaining("5678");
            assertThatThrownBy(() -> new Stamp("numbers", "u", "clerk", null, text, null, null))
                    .hasMessageContaining("stamp.purpose");
        }
    }

    @Test
    void digestsIdentifiersAndOtherLengthsPass() {
        for (var text : List.of(
                "a123456789012b",
                "12345678901",
                "1234567890123",
                "00000000-1111-2222-3333-444444444444",
                "20261122T010203",
                "377dat01.txt")) {
            assertThat(EventShape.details(new Invented.NumberLookedUp(text, 1))).contains(text);
        }
    }
}
