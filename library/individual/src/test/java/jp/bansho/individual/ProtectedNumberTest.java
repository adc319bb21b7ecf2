package jp.bansho.individual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.ProtectedNumber;
import jp.bansho.identifiers.ResidentRecordCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtectedNumberTest {

    static Stream<ProtectedNumber> numbers() {
        return Stream.of(IndividualNumber.ofClear(123456789018L), ResidentRecordCode.ofClear(24727059608L));
    }

    @Test
    void the_mask_is_the_same_for_every_number() {
        assertThat(IndividualNumber.ofClear(123456789018L)).hasToString("IndividualNumber[************]");
        assertThat(IndividualNumber.ofClear(19L)).hasToString("IndividualNumber[************]");
        assertThat(ResidentRecordCode.ofClear(24727059608L)).hasToString("ResidentRecordCode[***********]");
    }

    @Test
    void containers_and_outcomes_show_the_mask_too() {
        var number = IndividualNumber.ofClear(123456789018L);
        assertThat(IndividualNumber.parse("123456789018")).hasToString("Valid[value=IndividualNumber[************]]");
        assertThat(List.of(number) + "" + Map.of(number, number)).doesNotContainPattern("[0-9]");
        assertThat(IndividualNumber.parse("123456789012")).hasToString("Invalid[fault=CHECK_DIGIT]");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void java_serialisation_fails(ProtectedNumber number) throws IOException {
        assertThat(number).isNotInstanceOf(Serializable.class);
        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(number)).isInstanceOf(NotSerializableException.class);
            assertThatThrownBy(() -> out.writeObject(new Parsed.Valid<>(number)))
                    .isInstanceOf(NotSerializableException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void a_framework_finds_no_property(ProtectedNumber number) {
        var type = number.getClass();
        assertThat(type.isRecord()).isFalse();
        assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
        assertThat(type.getConstructors()).isEmpty();
        assertThat(Arrays.stream(type.getFields()).filter(field -> !Modifier.isStatic(field.getModifiers())))
                .isEmpty();
        assertThat(Arrays.stream(type.getMethods())
                        .filter(method -> method.getDeclaringClass() != Object.class)
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .map(java.lang.reflect.Method::getName))
                .containsExactlyInAnyOrder("inTheClear", "writeDigits", "equals", "hashCode", "toString");
    }

    @Test
    void numbers_of_two_kinds_are_never_equal() {
        // 19 is valid as either, since the weights of the last digits are the same.
        var code = ResidentRecordCode.ofClear(19L);
        var number = IndividualNumber.ofClear(19L);
        assertThat(number.inTheClear()).isEqualTo(code.inTheClear());
        assertThat((Object) number).isNotEqualTo(code);
    }
}
