package jp.bansho.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The bit set of JIS X 0208 and the UTF-8 rule against the JDK's own coders, exhaustively where that is possible.
class CharacterSetTest {

    @Test
    void aPairIsAllowedExactlyWhenJisX0208HasTheCell() {
        var jis = Charset.forName("x-JIS0208");
        var allowed = 0;
        for (var lead = 0; lead < 256; lead++) {
            for (var trail = 0; trail < 256; trail++) {
                var is = Bytes.levelOneOrTwo((byte) lead, (byte) trail);
                var text = CharacterSet.SHIFT_JIS.decode(new byte[] {(byte) lead, (byte) trail}, 0, 2);
                var leads = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xEF);
                var cell = leads && text.length() == 1 && jis.newEncoder().canEncode(text);
                if (is != cell) {
                    fail("pair %02x%02x".formatted(lead, trail));
                }
                allowed += is ? 1 : 0;
            }
        }
        assertThat(allowed)
                .as("524 signs, 2965 characters of level 1, 3390 of level 2")
                .isEqualTo(524 + 2965 + 3390);
    }

    @Test
    void aSequenceIsUtf8ExactlyWhenTheJdkDecodesIt() {
        var samples = new int[] {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xFF};
        for (var first = 0; first < 256; first++) {
            for (var second : samples) {
                for (var third : samples) {
                    for (var fourth : samples) {
                        var bytes = new byte[] {(byte) first, (byte) second, (byte) third, (byte) fourth};
                        var length = Utf8.sequence(bytes, 0, 4);
                        if (length != jdk(bytes)) {
                            fail("%02x %02x %02x %02x gives %d".formatted(first, second, third, fourth, length));
                        }
                    }
                }
            }
        }
    }

    @Test
    void aSequenceThatTheFieldCutsOffIsNotValid() {
        var bytes = "𠮷".getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.sequence(bytes, 0, 4)).isEqualTo(4);
        for (var end = 1; end < 4; end++) {
            assertThat(Utf8.sequence(bytes, 0, end)).isZero();
        }
    }

    @Test
    void theTwinsOfWindowsTakeTheJisCell() throws CharacterCodingException {
        assertThat(CharacterSet.SHIFT_JIS.encode("～－")).containsExactly(0x81, 0x60, 0x81, 0x7C);
        assertThat(CharacterSet.SHIFT_JIS.encode("\u301C\u2212")).containsExactly(0x81, 0x60, 0x81, 0x7C);
        assertThat(CharacterSet.SHIFT_JIS.decode(new byte[] {(byte) 0x81, 0x60}, 0, 2))
                .isEqualTo("\u301C");
    }

    @Test
    void aCharacterWithoutACellIsRefusedUnseen() {
        assertThatThrownBy(() -> CharacterSet.SHIFT_JIS.encode("髙"))
                .isInstanceOf(CharacterCodingException.class)
                .hasMessageNotContaining("髙");
        assertThatThrownBy(() -> CharacterSet.ASCII.encode("é")).isInstanceOf(CharacterCodingException.class);
    }

    private static int jdk(byte[] bytes) {
        for (var length = 1; length <= 4; length++) {
            var text = new String(bytes, 0, length, StandardCharsets.UTF_8);
            if (!text.contains("\uFFFD")) {
                return length;
            }
        }
        return 0;
    }
}
