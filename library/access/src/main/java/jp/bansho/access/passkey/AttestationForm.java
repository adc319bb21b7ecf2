package jp.bansho.access.passkey;

import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.statement.CertificateBaseAttestationStatement;
import java.util.Arrays;
import java.util.Optional;

/// How an authenticator vouches for what it is, when a passkey is enrolled.
public enum AttestationForm {
    /// It does not: the model is a claim and may be all zeros.
    NONE("none", false),
    /// Signed with the new key itself: no proof of the model.
    PACKED_SELF("packed-self", false),
    /// Signed with a key whose certificate the maker of the authenticator issued.
    PACKED("packed", true),
    /// A security chip of a personal computer.
    TPM("tpm", true),
    /// An Apple device.
    APPLE("apple", true),
    /// An Android key store.
    ANDROID_KEY("android-key", true);

    private final String word;
    private final boolean certified;

    AttestationForm(String word, boolean certified) {
        this.word = word;
        this.certified = certified;
    }

    /// The word of the policy, the table and the record.
    public String word() {
        return word;
    }

    /// Whether a certificate vouches for the model.
    public boolean certified() {
        return certified;
    }

    /// The form of that word.
    public static Optional<AttestationForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
    }

    static Optional<AttestationForm> of(AttestationObject attestation) {
        var self = attestation.getAttestationStatement() instanceof CertificateBaseAttestationStatement statement
                && statement.getX5c() == null;
        return of(attestation.getFormat() + (self ? "-self" : ""));
    }
}
