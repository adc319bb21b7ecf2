package jp.bansho.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which layout is in force for which tax year, and how the versions differ.
class LayoutsTest {

    @Test
    void theIndexNamesEveryLayoutOnce() {
        assertThat(Layouts.ids())
                .containsExactly(
                        "nta-377",
                        "withholding-source",
                        "municipal-report",
                        "payment-report-source",
                        "elt-331",
                        "identity-results",
                        "dependants",
                        "identifiers",
                        "identity-inquiries",
                        "pensioners",
                        "residents",
                        "resident-events",
                        "awards",
                        "payments",
                        "declarations");
    }

    @ParameterizedTest
    @CsvSource({
        "nta-377,71",
        "withholding-source,76",
        "municipal-report,77",
        "payment-report-source,84",
        "identity-results,40",
        "dependants,3",
        "identifiers,6",
        "identity-inquiries,17",
        "pensioners,13",
        "residents,13",
        "resident-events,11",
        "awards,12",
        "payments,11",
        "declarations,12"
    })
    void aLayoutHasItsColumnsInOrder(String id, int columns) {
        var layout = Layouts.find(id, 2020);
        assertThat(layout.columns())
                .extracting(Column::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, columns).boxed().toList());
        assertThat(layout.columns()).allSatisfy(column -> {
            assertThat(column.japanese()).isNotBlank();
            assertThat(column.english()).isNotBlank();
        });
    }

    @Test
    void theOldPaymentReportEndsWith2015() {
        assertThat(Layouts.find("elt-331", 2015).columns()).hasSize(49);
        assertThat(Layouts.find("elt-331", 2015).column(11).values()).containsExactly("27");
        assertThatThrownBy(() -> Layouts.find("elt-331", 2016)).isInstanceOf(LayoutUnknown.class);
        assertThatThrownBy(() -> Layouts.find("elt-331", 2010)).isInstanceOf(LayoutUnknown.class);
    }

    @Test
    void theSourcesAreTheirPapersInUtf8WithoutNumbersAndWithKeys() {
        var slips = Layouts.find("withholding-source", 2024);
        var reports = Layouts.find("payment-report-source", 2024);
        assertThat(slips.characterSet()).isEqualTo(CharacterSet.UTF_8);
        assertThat(reports.characterSet()).isEqualTo(CharacterSet.UTF_8);
        assertThat(slips.fills()).extracting(Fill::key).containsExactly(72, 73, 74, 75);
        assertThat(reports.fills()).extracting(Fill::column).containsExactly(53, 57, 61, 65, 72, 73);
        assertThat(reports.fills()).extracting(Fill::key).containsExactly(78, 79, 80, 81, 82, 83);
        for (var source : List.of(slips, reports)) {
            assertThat(source.columns()).extracting(Column::kind).doesNotContain(Kind.FULL, Kind.EITHER, Kind.KANA);
            assertThat(source.fills())
                    .allSatisfy(fill ->
                            assertThat(source.column(fill.column()).kind()).isEqualTo(Kind.EMPTY));
            assertThat(source.column(14).width()).isEqualTo(new Width(1, 120));
        }
    }

    @Test
    void theMunicipalReportDiffersFromTheSlipInItsMarksAndItsEnd() {
        var differences = differences(Layouts.find("municipal-report", 2024), Layouts.find("nta-377", 2024));
        assertThat(differences).extracting(Column::number).containsExactly(1, 10, 72, 73, 74, 75, 76, 77);
        assertThat(Layouts.find("municipal-report", 2024).fills()).isEmpty();
    }

    @Test
    void anUnknownNameOrYearIsANamedRefusal() {
        assertThatThrownBy(() -> Layouts.find("nta-999", 2020))
                .isInstanceOfSatisfying(
                        LayoutUnknown.class, e -> assertThat(e.japanese()).contains("nta-999"))
                .hasMessage("no layout is named nta-999 / ファイルレイアウト nta-999 は登録されていません。");
        assertThatThrownBy(() -> Layouts.find("nta-377", 2015))
                .isInstanceOfSatisfying(
                        LayoutUnknown.class, e -> assertThat(e.japanese()).contains("2015"))
                .hasMessage("layout nta-377 has no version for tax year 2015 / ファイルレイアウト nta-377 に 2015 年分の版はありません。");
        assertThatThrownBy(() -> Layouts.find("nta-377")).isInstanceOf(LayoutUnknown.class);
        assertThatThrownBy(() -> Layouts.find("withholding-source", 2015)).isInstanceOf(LayoutUnknown.class);
    }

    @Test
    void aLayoutWithoutTaxYearsIsTheSameInAll() {
        assertThat(Layouts.find("dependants").columns())
                .isEqualTo(Layouts.find("dependants", 2031).columns());
        assertThat(Layouts.find("dependants", 2031).taxYear()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2017,2018,11 38 54 55 56 57",
        "2018,2019,11",
        "2019,2020,11 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34",
        "2020,2021,11 47 48",
        "2021,2022,11",
        "2022,2023,11 60 64",
        "2024,2026,11"
    })
    void aVersionDiffersFromTheOneBeforeInTheAmendedColumnsOnly(int before, int after, String columns) {
        var differences = differences(Layouts.find("nta-377", after), Layouts.find("nta-377", before));
        assertThat(differences.stream().map(column -> String.valueOf(column.number())))
                .containsExactly(columns.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({"2016,28", "2018,30", "2019,31 01", "2020,02", "2026,08"})
    void theTaxYearIsWrittenInItsJapaneseYear(int taxYear, String years) {
        assertThat(Layouts.find("nta-377", taxYear).column(11).values()).containsExactly(years.split(" ", -1));
    }

    @Test
    void theSourceDiffersFromThePaperInTheNumbersTheKeysAndTheWidthsOfTextOnly() {
        var differences = differences(Layouts.find("withholding-source", 2024), Layouts.find("nta-377", 2024));
        assertThat(differences.stream().filter(column -> column.kind() != Kind.TEXT))
                .extracting(Column::number)
                .containsExactly(53, 57, 61, 65, 72, 73, 74, 75, 76);
        assertThat(differences.stream().filter(column -> column.kind() != Kind.TEXT))
                .extracting(Column::source)
                .containsOnly(Source.PROJECT);
    }

    /// An answer repeats its question: what may be asked is what the results give back.
    @Test
    void inquiriesAreTheFirstSeventeenColumnsOfTheResults() {
        var asked = Layouts.find("identity-inquiries").columns();
        var answered = Layouts.find("identity-results").columns().subList(0, asked.size());
        assertThat(asked)
                .extracting(Column::item)
                .containsExactlyElementsOf(answered.stream().map(Column::item).toList());
        assertThat(asked)
                .extracting(Column::japanese)
                .containsExactlyElementsOf(
                        answered.stream().map(Column::japanese).toList());
        assertThat(asked)
                .extracting(Column::width)
                .containsExactlyElementsOf(answered.stream().map(Column::width).toList());
        assertThat(asked.get(15).kind()).isEqualTo(Kind.EMPTY);
        for (var code : CodeTable.of("identity-inquiries").codes()) {
            assertThat(CodeTable.of("identity-results").codes()).contains(code);
        }
    }

    @Test
    void theLastConfirmedYearIsTold() {
        assertThat(Layouts.find("nta-377", 2026).title().confirmed()).isEqualTo(2024);
        assertThat(Layouts.find("nta-377", 2026)).hasToString("nta-377@2026");
    }

    @Test
    void theNamesFollowTheYear() {
        assertThat(Layouts.find("nta-377", 2020).column(47).japanese()).contains("特別寡婦");
        assertThat(Layouts.find("nta-377", 2021).column(47).japanese()).contains("ひとり親");
        assertThat(Layouts.find("nta-377", 2019).column(31).japanese()).contains("旧法第203条の3第4号");
        assertThat(Layouts.find("nta-377", 2020).column(31).japanese()).contains("第7号");
    }

    private static List<Column> differences(Layout layout, Layout other) {
        return layout.columns().stream()
                .filter(column -> !other.columns().contains(column))
                .toList();
    }
}
