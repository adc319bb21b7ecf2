package jp.bansho.access.passkey;

import java.util.Arrays;

/// A row of the table with its attested credential data: model (16 bytes), length of the id (2), id, public
/// key (COSE).
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
record StoredPasskey(Passkey passkey, byte[] credential) {

    private static final int BEFORE_ID = 18;

    byte[] key() {
        return key(credential);
    }

    static byte[] key(byte[] credential) {
        var length = ((credential[16] & 0xff) << 8) | (credential[17] & 0xff);
        return Arrays.copyOfRange(credential, BEFORE_ID + length, credential.length);
    }
}
