package jp.bansho.numbers.recovery;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.PadBlock;
import jp.bansho.seal.SealBroken;
import jp.bansho.seal.Sealer;

/// Reads a copy of an association's pads, `pads-<association>-<pad version>`, as it stands since an
/// erasure: `bansho-pads 1 <association> <version> <blocks> LF`, then for each block its number (8
/// bytes), key version (2), length (4) and sealed bytes, then the SHA-256 of all that.
final class PadsFile {

    private static final int MOST = 1 << 16;

    private PadsFile() {}

    /// Puts the copy in the place of the blocks the database has. Blocks made after the restored moment are left out;
    /// pads that are gone are put into the table `gone_pad`.
    static void take(Connection connection, Path file, KeyName key, KeyRing keys) throws SQLException, IOException {
        var name = String.valueOf(file.getFileName());
        var digest = sha256();
        try (var in = new DataInputStream(
                        new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest));
                var create = connection.createStatement()) {
            create.execute("create temporary table if not exists gone_pad (pad bigint primary key) on commit drop");
            var blocks = blocks(in, key, name);
            var sealer = new Sealer(keys.secretKey(key));
            try (var update = connection.prepareStatement(
                            "update vault.pad_block set key_version = ?, sealed = ? where id = ? and association = ?");
                    var gone = connection.prepareStatement("insert into gone_pad (pad) values (?)")) {
                for (var left = blocks; left > 0; left--) {
                    take(in, key, sealer, update, gone, name);
                }
                update.executeBatch();
                gone.executeBatch();
            }
            var expected = digest.digest();
            if (!MessageDigest.isEqual(expected, in.readNBytes(expected.length)) || in.read() >= 0) {
                throw damaged(name);
            }
        } catch (SealBroken e) {
            throw damaged(name);
        }
    }

    private static void take(
            DataInputStream in,
            KeyName key,
            Sealer sealer,
            PreparedStatement update,
            PreparedStatement gone,
            String name)
            throws IOException, SQLException {
        var id = in.readLong();
        var version = in.readShort();
        var length = in.readInt();
        if (version != key.version() || length < 0 || length > MOST) {
            throw damaged(name);
        }
        var sealed = in.readNBytes(length);
        var block = PadBlock.open(sealer, sealed, key.association(), version, id);
        update.setInt(1, version);
        update.setBytes(2, sealed);
        update.setLong(3, id);
        update.setInt(4, key.association());
        update.addBatch();
        for (var slot = 0; slot < PadBlock.PADS; slot++) {
            if (block.pad(slot) == 0) {
                gone.setLong(1, id * PadBlock.PADS + slot);
                gone.addBatch();
            }
        }
        if (id % 256 == 0) {
            update.executeBatch();
            gone.executeBatch();
        }
    }

    private static int blocks(DataInputStream in, KeyName key, String name) throws IOException {
        var title = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || title.length() > 100) {
                throw damaged(name);
            }
            title.append((char) next);
        }
        var facts = title.toString().split(" ", -1);
        if (facts.length != 5
                || !Arrays.equals(
                        new String[] {"bansho-pads", "1", "" + key.association(), "" + key.version()},
                        Arrays.copyOf(facts, 4))
                || !facts[4].matches("\\d{1,9}")) {
            throw damaged(name);
        }
        return Integer.parseInt(facts[4]);
    }

    private static RecoveryRefused damaged(String name) {
        return new RecoveryRefused(Reason.DAMAGED, name);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
