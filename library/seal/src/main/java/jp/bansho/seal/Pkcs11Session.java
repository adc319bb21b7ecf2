package jp.bansho.seal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a key-encryption key needs of a session: secret keys by label, made, used, destroyed. Each key of ours can
/// encrypt and decrypt inside the device and nothing else, and cannot be read.
record Pkcs11Session(Pkcs11Library library, long handle) {

    private static final long CLASS = 0x0;
    private static final long TOKEN = 0x1;
    private static final long PRIVATE = 0x2;
    private static final long LABEL = 0x3;
    private static final long KEY_TYPE = 0x100;
    private static final long SENSITIVE = 0x103;
    private static final long ENCRYPT = 0x104;
    private static final long DECRYPT = 0x105;
    private static final long WRAP = 0x106;
    private static final long UNWRAP = 0x107;
    private static final long VALUE_LENGTH = 0x161;
    private static final long EXTRACTABLE = 0x162;
    private static final long ALWAYS_SENSITIVE = 0x165;
    private static final long SECRET_KEY = 4;
    private static final long AES = 0x1F;
    private static final long AES_KEY_GEN = 0x1080;
    private static final long AES_GCM = 0x1087;
    private static final long TAG_BITS = 128;
    private static final long MOST = 64;

    /// A key of the device.
    record Key(long handle, String label) {}

    /// All secret keys whose label begins so.
    List<Key> keys(String beginning) throws Pkcs11Failure {
        try (var arena = Arena.ofConfined()) {
            var wanted = new Template(arena).number(CLASS, SECRET_KEY).flag(TOKEN, true);
            library.call("C_FindObjectsInit", handle, wanted.address(), wanted.count());
            var found = arena.allocate(ValueLayout.JAVA_LONG, MOST);
            var count = arena.allocate(ValueLayout.JAVA_LONG);
            var handles = new ArrayList<Long>();
            do {
                library.call("C_FindObjects", handle, found, MOST, count);
                for (var i = 0; i < count.get(ValueLayout.JAVA_LONG, 0); i++) {
                    handles.add(found.getAtIndex(ValueLayout.JAVA_LONG, i));
                }
            } while (count.get(ValueLayout.JAVA_LONG, 0) > 0);
            library.call("C_FindObjectsFinal", handle);
            var keys = new ArrayList<Key>();
            for (var one : handles) {
                var label = new String(attribute(arena, one, LABEL, 200), StandardCharsets.UTF_8);
                if (label.startsWith(beginning)) {
                    keys.add(new Key(one, label));
                }
            }
            return keys;
        }
    }

    /// A new AES-256 key that never leaves the device.
    ///
    /// @throws KeysRefused if the device would let it out all the same
    void make(String label) throws Pkcs11Failure {
        try (var arena = Arena.ofConfined()) {
            var template = new Template(arena)
                    .number(CLASS, SECRET_KEY)
                    .number(KEY_TYPE, AES)
                    .number(VALUE_LENGTH, 32)
                    .flag(TOKEN, true)
                    .flag(PRIVATE, true)
                    .flag(SENSITIVE, true)
                    .flag(EXTRACTABLE, false)
                    .flag(ENCRYPT, true)
                    .flag(DECRYPT, true)
                    .flag(WRAP, false)
                    .flag(UNWRAP, false)
                    .text(LABEL, label);
            var made = arena.allocate(ValueLayout.JAVA_LONG);
            library.call(
                    "C_GenerateKey",
                    handle,
                    mechanism(arena, AES_KEY_GEN, MemorySegment.NULL),
                    template.address(),
                    template.count(),
                    made);
            var key = made.get(ValueLayout.JAVA_LONG, 0);
            if (attribute(arena, key, EXTRACTABLE, 1)[0] != 0 || attribute(arena, key, ALWAYS_SENSITIVE, 1)[0] != 1) {
                library.call("C_DestroyObject", handle, key);
                throw KeysRefused.because(KeysRefused.Reason.DEVICE_TOO_WEAK, label);
            }
        }
    }

    void destroy(Key key) throws Pkcs11Failure {
        library.call("C_DestroyObject", handle, key.handle());
    }

    byte[] encrypt(Key key, byte[] nonce, byte[] associated, byte[] clear) throws Pkcs11Failure {
        return run("C_Encrypt", key, nonce, associated, clear, clear.length + 16);
    }

    byte[] decrypt(Key key, byte[] nonce, byte[] associated, byte[] sealed) throws Pkcs11Failure {
        return run("C_Decrypt", key, nonce, associated, sealed, sealed.length);
    }

    private byte[] run(String function, Key key, byte[] nonce, byte[] associated, byte[] in, int room)
            throws Pkcs11Failure {
        try (var arena = Arena.ofConfined()) {
            var parameters = arena.allocate(48, 8);
            parameters.set(ValueLayout.ADDRESS, 0, arena.allocateFrom(ValueLayout.JAVA_BYTE, nonce));
            parameters.set(ValueLayout.JAVA_LONG, 8, nonce.length);
            parameters.set(ValueLayout.JAVA_LONG, 16, nonce.length * 8L);
            parameters.set(ValueLayout.ADDRESS, 24, arena.allocateFrom(ValueLayout.JAVA_BYTE, associated));
            parameters.set(ValueLayout.JAVA_LONG, 32, associated.length);
            parameters.set(ValueLayout.JAVA_LONG, 40, TAG_BITS);
            library.call(function + "Init", handle, mechanism(arena, AES_GCM, parameters), key.handle());
            var from = arena.allocateFrom(ValueLayout.JAVA_BYTE, in);
            var to = arena.allocate(room);
            var length = arena.allocateFrom(ValueLayout.JAVA_LONG, (long) room);
            try {
                library.call(function, handle, from, (long) in.length, to, length);
                return to.asSlice(0, length.get(ValueLayout.JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
            } finally {
                from.fill((byte) 0);
                to.fill((byte) 0);
            }
        }
    }

    private byte[] attribute(Arena arena, long key, long type, int room) throws Pkcs11Failure {
        var asked = arena.allocate(24, 8);
        var value = arena.allocate(room);
        asked.set(ValueLayout.JAVA_LONG, 0, type);
        asked.set(ValueLayout.ADDRESS, 8, value);
        asked.set(ValueLayout.JAVA_LONG, 16, room);
        library.call("C_GetAttributeValue", handle, key, asked, 1L);
        return value.asSlice(0, asked.get(ValueLayout.JAVA_LONG, 16)).toArray(ValueLayout.JAVA_BYTE);
    }

    private static MemorySegment mechanism(Arena arena, long type, MemorySegment parameters) {
        var mechanism = arena.allocate(24, 8);
        mechanism.set(ValueLayout.JAVA_LONG, 0, type);
        mechanism.set(ValueLayout.ADDRESS, 8, parameters);
        mechanism.set(ValueLayout.JAVA_LONG, 16, parameters.byteSize());
        return mechanism;
    }

    /// Attributes of a key, as the device takes them.
    private static final class Template {

        private final Arena arena;
        private final MemorySegment rows;
        private long count;

        Template(Arena arena) {
            this.arena = arena;
            this.rows = arena.allocate(24 * 16, 8);
        }

        Template number(long type, long value) {
            return row(type, arena.allocateFrom(ValueLayout.JAVA_LONG, value));
        }

        Template flag(long type, boolean value) {
            return row(type, arena.allocateFrom(ValueLayout.JAVA_BYTE, (byte) (value ? 1 : 0)));
        }

        Template text(long type, String value) {
            return row(type, arena.allocateFrom(ValueLayout.JAVA_BYTE, value.getBytes(StandardCharsets.UTF_8)));
        }

        private Template row(long type, MemorySegment value) {
            rows.set(ValueLayout.JAVA_LONG, count * 24, type);
            rows.set(ValueLayout.ADDRESS, count * 24 + 8, value);
            rows.set(ValueLayout.JAVA_LONG, count * 24 + 16, value.byteSize());
            count++;
            return this;
        }

        MemorySegment address() {
            return rows;
        }

        long count() {
            return count;
        }
    }
}
