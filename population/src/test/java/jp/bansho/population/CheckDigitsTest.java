package jp.bansho.population;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

    @ParameterizedTest
    @ValueSource(
            longs = {
                123456789018L, 621498320257L, 983205673214L, 379474484458L, 454972364860L, 507957100721L, 123456789000L,
                123456789050L, 123456789069L, 123456789026L, 123456789085L, 123456789034L, 123456789093L, 123456789042L
            })
    void publishedIndividualNumbersAgree(long number) {
        assertThat(CheckDigits.ofIndividualNumber(number / 10)).isEqualTo((int) (number % 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {621498320258L, 983205673210L, 507957100722L})
    void knownBadIndividualNumbersDisagree(long number) {
        assertThat(CheckDigits.ofIndividualNumber(number / 10)).isNotEqualTo((int) (number % 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {24727059608L, 24846016224L, 25208017643L, 12345678970L, 12345678920L, 12345678911L})
    void publishedResidentRecordCodesAgree(long code) {
        assertThat(CheckDigits.ofResidentRecordCode(code / 10)).isEqualTo((int) (code % 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {25208017644L, 12345678901L})
    void knownBadResidentRecordCodesDisagree(long code) {
        assertThat(CheckDigits.ofResidentRecordCode(code / 10)).isNotEqualTo((int) (code % 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {280003, 281000, 131016, 11002, 473821, 142018})
    void publishedMunicipalityCodesAgree(int code) {
        assertThat(CheckDigits.ofMunicipality(code / 10)).isEqualTo(code % 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {5835678256246L, 1180301018771L, 7000012050002L, 9000020281000L})
    void publishedCorporateNumbersAgree(long number) {
        assertThat(CheckDigits.ofCorporateNumber(number % 1_000_000_000_000L))
                .isEqualTo((int) (number / 1_000_000_000_000L));
    }
}
