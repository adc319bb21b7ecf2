package jp.bansho.seal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One token of a key device, found by its label, with the session this process works in. A device that went away and
/// came back is found again by the next question.
final class Pkcs11Token {

    /// Stands for a function that failed: the device answers, and the key is not there.
    static final String NO_KEY = "no key of that label";

    private static final long SESSION = 4 | 2; // serial, read and write
    private static final long USER = 1;
    private static final long LOGGED_IN_ALREADY = 0x100;
    private static final long PIN_INCORRECT = 0xA0;
    private static final long PIN_INVALID = 0xA1;
    private static final long PIN_LENGTH = 0xA2;
    private static final long PIN_EXPIRED = 0xA3;
    private static final long PIN_LOCKED = 0xA4;
    private static final int LABEL = 32;
    private static final int TOKEN_INFO = 208;

    private final Path libraryFile;
    private final String label;
    private final Path pinFile;
    private long session;
    private long round;
    private byte @Nullable [] refused;

    Pkcs11Token(Path libraryFile, String label, Path pinFile) {
        this.libraryFile = libraryFile;
        this.label = label;
        this.pinFile = pinFile;
    }

    /// What is done in a session; done a second time in a new one if the first was lost.
    @FunctionalInterface
    interface Use<T> {
        T in(Pkcs11Session session) throws Pkcs11Failure;
    }

    /// @throws KeysRefused `DEVICE_GONE` if the device does not answer, `DEVICE_PIN` if it refuses the PIN
    <T> T use(Use<T> use) {
        var library = Pkcs11Library.of(libraryFile);
        synchronized (library) {
            try {
                return once(library, use);
            } catch (Pkcs11Failure lost) {
                try {
                    library.beginAnew();
                    return once(library, use);
                } catch (Pkcs11Failure gone) {
                    if (gone.in(NO_KEY)) {
                        throw KeysRefused.because(KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY, label);
                    }
                    session = 0;
                    throw KeysRefused.because(KeysRefused.Reason.DEVICE_GONE, label);
                }
            }
        }
    }

    private <T> T once(Pkcs11Library library, Use<T> use) throws Pkcs11Failure {
        if (session == 0 || round != library.round()) {
            open(library);
        }
        return use.in(new Pkcs11Session(library, session));
    }

    private void open(Pkcs11Library library) throws Pkcs11Failure {
        session = 0;
        round = library.round();
        try (var arena = Arena.ofConfined()) {
            var handle = arena.allocate(ValueLayout.JAVA_LONG);
            library.call(
                    "C_OpenSession", slot(library, arena), SESSION, MemorySegment.NULL, MemorySegment.NULL, handle);
            logIn(library, arena, handle.get(ValueLayout.JAVA_LONG, 0));
            session = handle.get(ValueLayout.JAVA_LONG, 0);
        }
    }

    private long slot(Pkcs11Library library, Arena arena) throws Pkcs11Failure {
        var count = arena.allocate(ValueLayout.JAVA_LONG);
        library.call("C_GetSlotList", (byte) 1, MemorySegment.NULL, count);
        var slots = arena.allocate(ValueLayout.JAVA_LONG, Math.max(count.get(ValueLayout.JAVA_LONG, 0), 1));
        library.call("C_GetSlotList", (byte) 1, slots, count);
        var wanted = Arrays.copyOf(label.getBytes(StandardCharsets.UTF_8), LABEL);
        Arrays.fill(wanted, Math.min(label.getBytes(StandardCharsets.UTF_8).length, LABEL), LABEL, (byte) ' ');
        for (var i = 0; i < count.get(ValueLayout.JAVA_LONG, 0); i++) {
            var slot = slots.getAtIndex(ValueLayout.JAVA_LONG, i);
            var info = arena.allocate(TOKEN_INFO, 8);
            library.call("C_GetTokenInfo", slot, info);
            if (Arrays.equals(info.asSlice(0, LABEL).toArray(ValueLayout.JAVA_BYTE), wanted)) {
                return slot;
            }
        }
        throw new Pkcs11Failure("no token of that label", 0);
    }

    /// A PIN that was refused is not tried again: a device locks itself after a few.
    private void logIn(Pkcs11Library library, Arena arena, long opened) throws Pkcs11Failure {
        var pin = pin();
        var typed = arena.allocate(Math.max(pin.length, 1));
        try {
            var mark = MessageDigest.getInstance("SHA-256").digest(pin);
            if (refused != null && Arrays.equals(refused, mark)) {
                throw KeysRefused.because(KeysRefused.Reason.DEVICE_PIN, label);
            }
            MemorySegment.copy(pin, 0, typed, ValueLayout.JAVA_BYTE, 0, pin.length);
            try {
                library.call("C_Login", opened, USER, typed, (long) pin.length);
            } catch (Pkcs11Failure failure) {
                if (failure.is(LOGGED_IN_ALREADY)) {
                    return;
                }
                for (var answer : new long[] {PIN_INCORRECT, PIN_INVALID, PIN_LENGTH, PIN_EXPIRED, PIN_LOCKED}) {
                    if (failure.is(answer)) {
                        refused = mark;
                        throw KeysRefused.because(KeysRefused.Reason.DEVICE_PIN, label);
                    }
                }
                throw failure;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        } finally {
            Arrays.fill(pin, (byte) 0);
            typed.fill((byte) 0);
        }
    }

    private byte[] pin() {
        var name = String.valueOf(pinFile.getFileName());
        try {
            if (!Files.exists(pinFile)) {
                throw KeysRefused.because(KeysRefused.Reason.MISSING, name);
            }
            OwnerFiles.refuseIfOpenToOthers(pinFile);
            var bytes = Files.readAllBytes(pinFile);
            var end = bytes.length;
            while (end > 0 && bytes[end - 1] <= ' ') {
                end--;
            }
            var pin = Arrays.copyOf(bytes, end);
            Arrays.fill(bytes, (byte) 0);
            return pin;
        } catch (IOException e) {
            throw KeysRefused.because(KeysRefused.Reason.MISSING, name);
        }
    }
}
