package jp.bansho.access.passkey;

import java.nio.ByteBuffer;

/// The first 37 bytes of what an authenticator signs: hash of the relying party's id, flags, counter.
@SuppressWarnings("ArrayRecordComponent") // read once, compared with Arrays.equals, never a key
record Signed(byte[] relying, boolean present, boolean verified, long counter) {

    private static final int LENGTH = 37;
    private static final int UP = 1;
    private static final int UV = 4;

    /// @throws IllegalArgumentException if it is too short
    static Signed read(byte[] authenticatorData) {
        if (authenticatorData.length < LENGTH) {
            throw new IllegalArgumentException("authenticator data has at least 37 bytes");
        }
        var buffer = ByteBuffer.wrap(authenticatorData);
        var relying = new byte[32];
        buffer.get(relying);
        var flags = buffer.get();
        return new Signed(relying, (flags & UP) != 0, (flags & UV) != 0, Integer.toUnsignedLong(buffer.getInt()));
    }
}
