package jp.bansho.numbers.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.staff.PurposeDecision.Allowed;
import jp.bansho.numbers.staff.PurposeDecision.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The table against a statement of the same rules written by itself, over every request there can be.
class PurposeTableTest {

    private static final List<String> DEPARTMENTS =
            List.of("pension", "tax", "general", "audit", "operation", "", "Pension", "pension,tax", "*");
    private static final String HEAD = "row\tpurpose\twork\tarticle\tdepartments\tkinds\tacts\tsensitive\n";
    private static final String LINE = "P-01\tpension-payment\twork\tarticle\tpension\trecipient\tsee\tno";

    private final PurposeTable table = new PurposeTable();

    @Test
    void everyRequestByRowAndByWordIsDecidedAsTheStatementSays() {
        var asked = new ArrayList<String>();
        for (var i = 0; i <= 12; i++) {
            asked.add("P-%02d".formatted(i));
        }
        for (var purpose : Purpose.values()) {
            asked.add(purpose.word());
            asked.add(purpose.name());
        }
        asked.addAll(List.of("", "*", "p-01", "P-1", "P-01:pension-determination", "no-row"));
        var allowed = 0;
        for (var department : DEPARTMENTS) {
            for (var ask : asked) {
                for (var kind : new int[] {-1, 0, 1, 2, 3, 4}) {
                    for (var act : NumberAct.values()) {
                        var request = department + "/" + ask + "/" + kind + "/" + act;
                        var expected = row(department, ask, kind, act);
                        var decision = table.decide(department, ask, kind, act);
                        if (expected == null) {
                            assertThat(decision).as(request).isInstanceOf(Refused.class);
                        } else {
                            allowed++;
                            assertThat(decision)
                                    .as(request)
                                    .isInstanceOfSatisfying(
                                            Allowed.class,
                                            yes -> assertThat(yes.row().id()).isEqualTo(expected));
                        }
                    }
                }
            }
        }
        assertThat(allowed).as("by row and by word").isEqualTo(2 * 61);
    }

    @Test
    void beforeThePersonIsKnownARequestPassesIfItWouldForSomeKind() {
        for (var department : DEPARTMENTS) {
            for (var row : table.rows()) {
                for (var ask : List.of(row.id(), row.purpose().word())) {
                    for (var act : NumberAct.values()) {
                        var some = row(department, ask, 1, act) != null
                                || row(department, ask, 2, act) != null
                                || row(department, ask, 3, act) != null;
                        assertThat(table.decide(department, ask, act) instanceof Allowed)
                                .as(department + "/" + ask + "/" + act)
                                .isEqualTo(some);
                    }
                }
            }
        }
    }

    @Test
    void aRefusalNamesTheRowAndNeverWhatWasTyped() {
        assertThat(table.decide("pension", "012345678901", 1, NumberAct.REVEAL))
                .isInstanceOfSatisfying(Refused.class, no -> {
                    assertThat(no.row()).isEqualTo("no-row");
                    assertThat(no.stamp()).isEqualTo("no-row");
                    assertThat(no.toString()).doesNotContain("012345678901");
                });
        assertThat(table.decide("pension", "life-status", 1, NumberAct.REVEAL))
                .isInstanceOfSatisfying(Refused.class, no -> {
                    assertThat(no.stamp()).isEqualTo("P-07:life-status");
                    assertThat(no.japanese()).contains("P-07").contains("個人番号の表示");
                });
        assertThat(table.decide("tax", "dependants-declaration", 1, NumberAct.REGISTER))
                .as("the row that fits the person")
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.row()).isEqualTo("P-09"));
    }

    @Test
    void theChoicesOfADepartmentAreItsOwn() {
        assertThat(table.choices("pension", NumberAct.REGISTER).stream().map(PurposeRow::id))
                .containsExactly("P-01", "P-02", "P-06");
        assertThat(table.choices("tax", NumberAct.REVEAL).stream().map(PurposeRow::id))
                .containsExactly("P-08", "P-10", "P-11");
        assertThat(table.choices("audit", NumberAct.SEE)).isEmpty();
    }

    @Test
    void theCodesOfKindsAreThoseOfTheDatabase() {
        assertThat(Kind.RECIPIENT.code()).isEqualTo(1);
        assertThat(Kind.SPOUSE.code()).isEqualTo(2);
        assertThat(Kind.DEPENDANT.code()).isEqualTo(3);
        for (var row : table.rows()) {
            assertThat(row.purpose().pensionUse())
                    .as(row.id() + ": pension law is the pension division's, tax law the tax division's (N10)")
                    .isEqualTo(row.departments().contains("pension"));
        }
    }

    @Test
    void aTableThatIsNotUnderstoodIsNotUsedAtAll() {
        assertThat(new PurposeTable(HEAD + LINE).rows()).hasSize(1);
        for (var broken : List.of(
                "",
                LINE,
                HEAD + LINE + "\n" + LINE,
                HEAD + LINE + "\tmore",
                HEAD + LINE.replace("no", "perhaps"),
                HEAD + LINE.replace("\tsee\t", "\tlook\t"),
                HEAD + LINE.replace("recipient", "anybody"),
                HEAD + LINE.replace("\tpension\t", "\t\t"),
                HEAD + LINE.replace("P-01", "P-1"),
                HEAD + LINE.replace("recipient\tsee", "recipient,dependant\tsee,reveal"))) {
            assertThatThrownBy(() -> new PurposeTable(broken)).as(broken).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new PurposeTable(HEAD + LINE.replace("pension-payment", "curiosity")))
                .isInstanceOf(StaffRefused.class);
    }

    @Test
    void aDependantsNumberDemandsAPasskeyWhateverTheRowAndConsultationDoesForAll() {
        for (var row : table.rows()) {
            if (row.acts().contains(NumberAct.REVEAL)) {
                assertThat(row.sensitive())
                        .as(row.id())
                        .isEqualTo(row.kinds().contains(Kind.DEPENDANT.code())
                                || row.purpose() == Purpose.PENSION_CONSULTATION);
            }
        }
        assertThat(new PurposeTable(HEAD
                                + LINE.replace("recipient\tsee", "recipient,dependant\tsee,reveal")
                                        .replace("\tno", "\tyes"))
                        .rows())
                .hasSize(1);
    }

    /// The rules, said in another way than the table says them: law by law and kind by kind.
    private static @Nullable String row(String department, String ask, int kind, NumberAct act) {
        var looks = act == NumberAct.SEE || act == NumberAct.SEEK;
        var shows = looks || act == NumberAct.REVEAL;
        return switch (department) {
            case "pension" ->
                switch (ask) {
                    case "P-01" -> kind == 1 ? "P-01" : null;
                    case "P-02" -> kind == 2 ? "P-02" : null;
                    case "pension-determination" -> kind == 1 ? "P-01" : kind == 2 ? "P-02" : null;
                    case "P-03", "pension-payment" -> (kind == 1 || kind == 2) && shows ? "P-03" : null;
                    case "P-04", "record-inquiry" -> kind == 1 && shows ? "P-04" : null;
                    case "P-05", "pension-consultation" -> (kind == 1 || kind == 2) && shows ? "P-05" : null;
                    case "P-06", "number-registration" -> kind == 1 || kind == 2 ? "P-06" : null;
                    case "P-07", "life-status" -> (kind == 1 || kind == 2) && looks ? "P-07" : null;
                    default -> null;
                };
            case "tax" ->
                switch (ask) {
                    case "P-08" -> kind == 3 ? "P-08" : null;
                    case "P-09" -> (kind == 1 || kind == 2) && looks ? "P-09" : null;
                    case "dependants-declaration" ->
                        kind == 3 ? "P-08" : (kind == 1 || kind == 2) && looks ? "P-09" : null;
                    case "P-10", "withholding-slip" -> kind >= 1 && kind <= 3 && shows ? "P-10" : null;
                    case "P-11", "payment-report" -> kind >= 1 && kind <= 3 && shows ? "P-11" : null;
                    default -> null;
                };
            default -> null;
        };
    }
}
