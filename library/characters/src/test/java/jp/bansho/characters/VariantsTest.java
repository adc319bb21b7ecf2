package jp.bansho.characters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.CharacterCodingException;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.layout.CharacterSet;
import org.junit.jupiter.api.Test;

/// The table of variants holds what its head says of it.
class VariantsTest {

    private static final Set<String> TABLES = Set.of("table-1949", "table-1981", "table-2010", "name-table");
    private static final Set<String> OTHERS = Set.of("print-form", "name-variant", "simplified", "sign");

    @Test
    void everyTargetIsInsideLevelOneAndTwo() throws CharacterCodingException {
        for (var row : WayDown.variants()) {
            assertThat(CharacterSet.SHIFT_JIS.encode(row.to()))
                    .as(row.from() + row.to())
                    .hasSize(row.to().length() * 2);
        }
    }

    @Test
    void noTargetIsItselfReplaced() {
        for (var row : WayDown.variants()) {
            assertThat(WayDown.settled(row.to())).as(row.from() + row.to()).isTrue();
            assertThat(row.from()).isNotEqualTo(row.to());
        }
    }

    @Test
    void everyFormStandsOnceAndIsOneCodePoint() {
        assertThat(WayDown.variants()).hasSizeGreaterThan(900);
        assertThat(WayDown.variants()).extracting(Variant::from).doesNotHaveDuplicates();
        assertThat(WayDown.variants())
                .allSatisfy(row -> assertThat(
                                row.from().codePointCount(0, row.from().length()))
                        .isEqualTo(1));
    }

    /// What is inside level 1 and 2 stays what it is, unless an official table of kanji calls it an old form.
    @Test
    void aFormInsideTheSetIsReplacedByReasonOfAnOfficialTableOnly() {
        var inside = WayDown.variants().stream()
                .filter(row -> Cells.has(row.from().codePointAt(0)))
                .collect(Collectors.partitioningBy(row -> TABLES.contains(row.reason())));
        assertThat(inside.get(true)).hasSizeGreaterThan(250);
        assertThat(inside.get(false)).extracting(Variant::from).containsExactlyInAnyOrder("邉", "寳");
        assertThat(WayDown.variants())
                .allSatisfy(row -> assertThat(TABLES.contains(row.reason()) || OTHERS.contains(row.reason()))
                        .as(row.reason())
                        .isTrue());
    }

    @Test
    void theCellsAreThoseOfTheTaxFiles() throws CharacterCodingException {
        var cells = 0;
        for (var one = 0; one <= Character.MAX_VALUE; one++) {
            if (Cells.has(one)) {
                cells++;
                assertThat(CharacterSet.SHIFT_JIS.encode(Character.toString(one)))
                        .hasSize(2);
            }
        }
        assertThat(cells).isEqualTo(6879 + 7);
    }
}
