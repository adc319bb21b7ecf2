package jp.bansho.seal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The C library of a key device (PKCS #11 2.40), called as it is. One object for each library in a process, because
/// the library itself is one: whoever begins it anew ends everybody's sessions.
///
/// The provider of the JDK is not used: it never begins a library anew, so a device that was away stays away until the
/// process ends, and it chooses a token by place instead of by label.
final class Pkcs11Library {

    private static final long OK = 0;
    private static final long BEGUN_ALREADY = 0x191;
    private static final long LOCK_AS_THE_SYSTEM_DOES = 2;

    private static final Map<Path, Pkcs11Library> LOADED = new ConcurrentHashMap<>();

    private final SymbolLookup symbols;
    private final Map<String, MethodHandle> functions = new ConcurrentHashMap<>();
    private long round;

    @SuppressWarnings("restricted")
    private Pkcs11Library(Path file) {
        try {
            symbols = SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException e) {
            throw KeysRefused.because(KeysRefused.Reason.DEVICE_GONE, "library");
        }
    }

    static Pkcs11Library of(Path file) {
        return LOADED.computeIfAbsent(file.toAbsolutePath().normalize(), Pkcs11Library::new);
    }

    /// Counts how often the library was begun: sessions of an earlier round are gone. 0 before the first.
    synchronized long round() throws Pkcs11Failure {
        if (round == 0) {
            begin();
        }
        return round;
    }

    /// Ends the library for everybody in this process and begins it anew: the only way to a device that was away.
    synchronized void beginAnew() throws Pkcs11Failure {
        answer("C_Finalize", MemorySegment.NULL);
        begin();
    }

    private void begin() throws Pkcs11Failure {
        round++;
        try (var arena = Arena.ofConfined()) {
            var how = arena.allocate(48, 8);
            how.set(ValueLayout.JAVA_LONG, 32, LOCK_AS_THE_SYSTEM_DOES);
            var answer = answer("C_Initialize", how);
            if (answer != OK && answer != BEGUN_ALREADY) {
                throw new Pkcs11Failure("C_Initialize", answer);
            }
        }
    }

    /// Calls a function; what it takes are numbers (CK_ULONG), bytes and addresses.
    void call(String function, Object... arguments) throws Pkcs11Failure {
        var answer = answer(function, arguments);
        if (answer != OK) {
            throw new Pkcs11Failure(function, answer);
        }
    }

    @SuppressWarnings("restricted")
    private long answer(String function, Object... arguments) {
        var handle = functions.computeIfAbsent(function, name -> {
            var layouts = Arrays.stream(arguments).map(Pkcs11Library::layout).toArray(MemoryLayout[]::new);
            var address = symbols.find(name)
                    .orElseThrow(() -> KeysRefused.because(KeysRefused.Reason.DEVICE_GONE, "library"));
            return Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_LONG, layouts));
        });
        try {
            return (long) handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MemoryLayout layout(Object argument) {
        return switch (argument) {
            case Long _ -> ValueLayout.JAVA_LONG;
            case Byte _ -> ValueLayout.JAVA_BYTE;
            case MemorySegment _ -> ValueLayout.ADDRESS;
            default -> throw new IllegalArgumentException("no such argument of a C function");
        };
    }
}
