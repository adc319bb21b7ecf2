package jp.bansho.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.bansho.machine.Home;
import jp.bansho.seal.FileKeyHolder;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.KeyedIndex;
import jp.bansho.seal.KeysRefused;
import jp.bansho.seal.PadBlock;
import jp.bansho.seal.SealBroken;
import jp.bansho.seal.SealedNumbers;
import jp.bansho.seal.Sealer;

/// Everything the vault holds, opened row by row with the keys of the home folder: the harness's own reader, not the
/// machine's.
final class Held {

    /// Current numbers by user number.
    final Map<String, String> numbers = new HashMap<>();
    /// People who have no number at all.
    final Set<String> withoutNumber = new HashSet<>();
    /// What each entry of a whole index must look like: association, version, tag, subject, generation.
    final Set<String> tags = new HashSet<>();
    /// What does not open, or is current twice.
    final List<String> unreadable = new ArrayList<>();
    final List<String> twice = new ArrayList<>();

    private final KeyRing ring;
    private final Map<KeyName, Object> opened = new HashMap<>();
    private final Map<Long, PadBlock> pads = new HashMap<>();
    /// Versions of the index that say they are whole, by association.
    private final Map<Integer, List<Integer>> indexes = new HashMap<>();

    private Held(KeyRing ring) {
        this.ring = ring;
    }

    static Held read(Connection connection, Home home) throws SQLException {
        var held = new Held(KeyRing.open(home.keyRing(), new FileKeyHolder(home.keyEncryptionKey())));
        for (var alive : Sql.rows(connection, "select association, version from vault.index_alive")) {
            var cells = alive.split("\\|", -1);
            held.indexes
                    .computeIfAbsent(Integer.parseInt(cells[0]), _ -> new ArrayList<>())
                    .add(Integer.parseInt(cells[1]));
        }
        held.readPads(connection);
        held.readNumbers(connection);
        held.withoutNumber.addAll(Sql.rows(connection, """
                select user_number from linkage.subject s
                 where not exists (select from vault.sealed_number n where n.subject = s.id)
                """));
        return held;
    }

    private void readPads(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select id, association, key_version, sealed from vault.pad_block")) {
            while (row.next()) {
                var association = row.getInt(2);
                var version = row.getInt(3);
                try {
                    var sealer =
                            key(KeyPurpose.PAD_SEAL, association, version, name -> new Sealer(ring.secretKey(name)));
                    pads.put(
                            row.getLong(1),
                            PadBlock.open((Sealer) sealer, row.getBytes(4), association, version, row.getLong(1)));
                } catch (SealBroken | KeysRefused e) {
                    unreadable.add("pad block " + row.getLong(1));
                }
            }
        }
    }

    private void readNumbers(Connection connection) throws SQLException {
        var sql = """
                select n.subject, n.generation, n.association, n.kind, n.key_version, n.state, n.pad, n.sealed,
                       coalesce(s.user_number, 'nobody ' || n.subject)
                  from vault.sealed_number n
                  left join linkage.subject s on s.id = n.subject
                """;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                var place = new SealedNumbers.Place(
                        row.getLong(1), row.getInt(2), row.getInt(4), row.getInt(5), row.getLong(7));
                open(row.getInt(3), place, row.getInt(6), row.getBytes(8), row.getString(9));
            }
        }
    }

    private void open(int association, SealedNumbers.Place place, int state, byte[] sealed, String userNumber) {
        var pad = pads.get(place.pad() / PadBlock.PADS);
        if (pad == null) {
            unreadable.add("a number of handle " + place.subject() + " has no pad");
            return;
        }
        try {
            var seal = key(
                    KeyPurpose.NUMBER_SEAL,
                    association,
                    place.keyVersion(),
                    name -> new SealedNumbers(new Sealer(ring.secretKey(name)), association));
            var clear = ((SealedNumbers) seal).open(sealed, pad.pad((int) (place.pad() % PadBlock.PADS)), place);
            if (state == 1 && numbers.put(userNumber, "%012d".formatted(clear)) != null) {
                twice.add(userNumber);
            }
            if (state < 4) {
                for (var version : indexes.getOrDefault(association, List.of())) {
                    tags.add(association + "|" + version + "|" + tag(association, version, clear) + "|"
                            + place.subject() + "|" + place.generation() + "|" + state);
                }
            }
        } catch (SealBroken | KeysRefused e) {
            unreadable.add("a number of handle " + place.subject() + " does not open");
        }
    }

    private String tag(int association, int version, long clear) {
        var index = key(KeyPurpose.NUMBER_INDEX, association, version, name -> new KeyedIndex(ring.secretKey(name)));
        return ((KeyedIndex) index).of(clear).toString();
    }

    private Object key(KeyPurpose purpose, int association, int version, Function<KeyName, Object> open) {
        return opened.computeIfAbsent(new KeyName(purpose, association, version), open);
    }
}
