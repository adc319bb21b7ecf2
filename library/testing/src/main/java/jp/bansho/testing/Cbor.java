package jp.bansho.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Writes the little CBOR that an authenticator needs: whole numbers, texts, byte strings, lists and maps.
final class Cbor {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Cbor() {}

    static byte[] of(SequencedMap<?, ?> map) {
        var cbor = new Cbor();
        cbor.item(map);
        return cbor.out.toByteArray();
    }

    private void item(Object item) {
        switch (item) {
            case Integer number when number >= 0 -> head(0, number);
            case Integer number -> head(1, -1 - number);
            case byte[] bytes -> {
                head(2, bytes.length);
                out.writeBytes(bytes);
            }
            case String text -> {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                head(3, bytes.length);
                out.writeBytes(bytes);
            }
            case List<?> list -> {
                head(4, list.size());
                list.forEach(this::item);
            }
            case Map<?, ?> map -> {
                head(5, map.size());
                map.forEach((name, value) -> {
                    item(name);
                    item(value);
                });
            }
            case Object other -> throw new IllegalArgumentException("not written here: " + other.getClass());
        }
    }

    private void head(int kind, int number) {
        if (number < 24) {
            out.write((kind << 5) | number);
        } else if (number < 256) {
            out.write((kind << 5) | 24);
            out.write(number);
        } else {
            out.write((kind << 5) | 25);
            out.write(number >> 8);
            out.write(number);
        }
    }
}
