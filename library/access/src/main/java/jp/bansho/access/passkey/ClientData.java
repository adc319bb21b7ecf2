package jp.bansho.access.passkey;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// What the browser wrote about an assertion: type, challenge, origin. Read with the JDK alone, for evidence.
@SuppressWarnings("ArrayRecordComponent") // read once, compared with Arrays.equals, never a key
record ClientData(String type, byte[] challenge, String origin, boolean crossOrigin) {

    /// @throws IllegalArgumentException if it is no client data
    static ClientData read(byte[] json) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
            var members = new FlatJson(text.toString()).members();
            return new ClientData(
                    members.getOrDefault("type", ""),
                    Bytes.of(members.getOrDefault("challenge", "")),
                    members.getOrDefault("origin", ""),
                    !members.getOrDefault("crossOrigin", "false").equals("false"));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("client data is not UTF-8");
        }
    }
}
