package jp.bansho.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    @Test
    void partsAreFoundForLengthsAroundEveryBorderOfTheEncoding() {
        for (var recipient : new int[] {100, 126, 128, 256, 2500}) {
            for (var length : new int[] {0, 1, 100, 127, 128, 255, 256, 65_535, 65_536, 1 << 24}) {
                var file = file(recipient, length);
                var parts = Objects.requireNonNull(Envelope.parts(file, file.length));
                assertThat(parts.length()).isEqualTo(length);
                assertThat(parts.nonce()).containsOnly(7).hasSize(Envelope.NONCE);
                assertThat(parts.recipient()).hasSize(recipient);
                assertThat(parts.ciphertext()).isEqualTo(file.length - Envelope.TAG - Envelope.BEFORE_TAG - length);
                assertThat(file.length - length).isLessThan(Envelope.MOST_OVERHEAD);
            }
        }
    }

    @Test
    void anythingElseIsNoEnvelope() {
        var file = file(100, 50);
        var parts = Objects.requireNonNull(Envelope.parts(file, file.length));
        for (var i = 0; i < file.length; i++) {
            for (var bit = 0; bit < 8; bit++) {
                var flipped = file.clone();
                flipped[i] ^= (byte) (1 << bit);
                var found = Envelope.parts(flipped, flipped.length);
                // what may differ is what other keys decide: recipient, nonce, ciphertext and tag
                assertThat(found == null || same(found, parts))
                        .as("byte %d, bit %d", i, bit)
                        .isTrue();
            }
            var cut = Arrays.copyOf(file, i);
            assertThat(Envelope.parts(cut, cut.length)).as("cut at %d", i).isNull();
        }
        assertThat(Envelope.parts(file, file.length - 1)).isNull();
        assertThat(Envelope.parts(Arrays.copyOf(file, file.length + 1), file.length + 1))
                .isNull();
        assertThat(Envelope.parts(new byte[0], 0)).isNull();
    }

    private static boolean same(Envelope.Parts found, Envelope.Parts parts) {
        return found.length() == parts.length() && found.ciphertext() == parts.ciphertext();
    }

    private static byte[] file(int recipient, int length) {
        var info = new byte[recipient];
        Arrays.fill(info, (byte) 5);
        var nonce = new byte[Envelope.NONCE];
        Arrays.fill(nonce, (byte) 7);
        var head = Envelope.head(info, nonce, length);
        var file = Arrays.copyOf(head, head.length + length + Envelope.BEFORE_TAG + Envelope.TAG);
        System.arraycopy(Envelope.tail(), 0, file, head.length + length, Envelope.BEFORE_TAG);
        return file;
    }
}
