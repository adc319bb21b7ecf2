package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import jp.bansho.testing.SoftAuthenticator;
import jp.bansho.testing.SoftAuthenticator.Attestation;
import jp.bansho.testing.SoftMaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttestationPolicyTest {

    private static final UUID MODEL = UUID.fromString("8c9f0000-1111-4222-8333-444455556666");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "'', NONE, accepted",
        "'', PACKED_SELF, accepted",
        "'', PACKED, accepted",
        "attestation.formats = packed-self, NONE, attestation-not-accepted",
        "attestation.formats = packed-self, PACKED_SELF, accepted",
        "attestation.formats = packed-self, PACKED, attestation-not-accepted",
        "attestation.formats = none, PACKED_SELF, attestation-not-accepted",
        "attestation.models = 8c9f0000-1111-4222-8333-444455556666, PACKED_SELF, accepted",
        "attestation.models = 00000000-0000-0000-0000-000000000001, PACKED_SELF, model-not-accepted",
    })
    void thePolicyDecides(String text, Attestation form, String expected) throws SQLException, IOException {
        var authenticator =
                new SoftAuthenticator(Terminal.ORIGIN).attestation(form).model(MODEL);
        assertThat(enrol(text, authenticator)).isEqualTo(expected);
    }

    @Test
    void aCertificateMustEndInAnAnchorIfThereAreAnchors() throws SQLException, IOException {
        var trusted = new SoftMaker("Invented Keys");
        Files.writeString(Files.createDirectory(folder.resolve("makers")).resolve("a.pem"), trusted.pem());
        var text = "attestation.formats = packed\nattestation.anchors = makers";

        assertThat(enrol(text, device().madeBy(trusted))).isEqualTo("accepted");
        assertThat(enrol(text, device().madeBy(new SoftMaker("Invented Keys"))))
                .as("same name, another key")
                .isEqualTo("attestation-not-trusted");
        assertThat(enrol(text, device().madeBy(new SoftMaker("Others")))).isEqualTo("attestation-not-trusted");
        assertThat(enrol(text, device().attestation(Attestation.NONE))).isEqualTo("attestation-not-accepted");
    }

    @Test
    void whatIsEnrolledIsOnRecordWithItsFormAndModel() throws SQLException {
        try (var terminal = new Terminal()) {
            var enrolment = terminal.enrol("tanaka", device().attestation(Attestation.PACKED_SELF));
            var event = (PasskeyEvent.PasskeyEnrolled) enrolment.event();
            assertThat(event.form()).isEqualTo("packed-self");
            assertThat(event.model()).isEqualTo(MODEL.toString());
            assertThat(event.key()).matches("[0-9a-f]{64}");
            assertThat(event.credential()).matches("[0-9a-f]{16}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attestation.formats = ",
                "attestation.formats = packed",
                "attestation.formats = packed, apple",
                "attestation.formats = fido-u2f",
                "attestation.models = yes",
                "attestation.format = none",
            })
    void aPolicyThatCannotBeMeantStopsTheMachine(String text) {
        assertThatThrownBy(() -> AttestationPolicy.read(text, folder)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFolderWithoutAnchorsStopsTheMachine() {
        assertThatThrownBy(() -> AttestationPolicy.read("attestation.anchors = .", folder))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> AttestationPolicy.read("attestation.anchors = missing", folder))
                .isInstanceOf(IOException.class);
    }

    private static SoftAuthenticator device() {
        return new SoftAuthenticator(Terminal.ORIGIN).model(MODEL);
    }

    private String enrol(String text, SoftAuthenticator authenticator) throws SQLException, IOException {
        try (var terminal = new Terminal(AttestationPolicy.read(text, folder))) {
            return Terminal.reason(terminal.enrol("tanaka", authenticator));
        }
    }
}
