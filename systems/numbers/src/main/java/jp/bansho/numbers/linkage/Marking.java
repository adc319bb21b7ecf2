package jp.bansho.numbers.linkage;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import jp.bansho.access.NameKey;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.KeyedMark;
import org.jspecify.annotations.Nullable;

/// Makes the keyed marks of one association's people, for the check of the record (L5). Not thread-safe.
///
/// Names are compared as approvals compare them, by [NameKey]; addresses without spaces and widths. A name without a
/// space between family name and given name has no mark.
public final class Marking {

    private static final int FAMILY = 1;
    private static final int ADDRESS = 2;
    private static final int REMEMBERED = 20_000;

    private final @Nullable KeyedMark mark;
    private final Map<String, Long> families = new HashMap<>();

    private Marking(@Nullable KeyedMark mark) {
        this.mark = mark;
    }

    /// Under the association's key.
    public static Marking of(KeyRing keys, int association) {
        return new Marking(new KeyedMark(keys.secretKey(keys.newest(KeyPurpose.PERSON_MARK, association))));
    }

    /// Makes none.
    public static Marking none() {
        return new Marking(null);
    }

    /// The marks of a person.
    public Marks of(String name, String address) {
        return mark == null ? Marks.NONE : new Marks(family(name), address(address));
    }

    /// The mark of the family name in a name; null if there is none apart.
    public @Nullable Long family(String name) {
        var end = space(name);
        if (mark == null || end <= 0) {
            return null;
        }
        var family = name.substring(0, end);
        var known = families.get(family);
        if (known != null) {
            return known;
        }
        var key = NameKey.of(family);
        if (key.isEmpty()) {
            return null;
        }
        var made = mark.of(FAMILY, key);
        if (families.size() < REMEMBERED) {
            families.put(family, made);
        }
        return made;
    }

    private @Nullable Long address(String address) {
        if (mark == null || address.isBlank()) {
            return null;
        }
        var plain = new StringBuilder(address.length());
        Normalizer.normalize(address, Normalizer.Form.NFKC)
                .codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .forEach(plain::appendCodePoint);
        return mark.of(ADDRESS, plain.toString());
    }

    private static int space(String name) {
        for (var at = 0; at < name.length(); at++) {
            if (name.charAt(at) == ' ' || name.charAt(at) == '\u3000') {
                return at;
            }
        }
        return -1;
    }
}
