package jp.bansho.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/// Splits a key of 32 bytes into shares of which a threshold is needed (Shamir, over the field of AES), and joins them.
final class KeyShares {

    private static final ShamirSecretSplitter.Algorithm FIELD = ShamirSecretSplitter.Algorithm.AES;
    private static final int BYTES = 32;

    private KeyShares() {}

    static List<KeyShare> split(String set, byte[] key, int needed, int of) {
        try {
            var splitter = ShamirSecretSplitter.getInstance(FIELD, BYTES, new SecureRandom());
            var shares = splitter.resplit(key, needed, of).getSecretShares();
            var split = new ArrayList<KeyShare>();
            for (var i = 0; i < of; i++) {
                split.add(new KeyShare(set, i + 1, of, needed, shares[i].getEncoded()));
            }
            return split;
        } catch (IOException e) {
            throw new IllegalStateException("splitting failed", e);
        }
    }

    /// @throws KeysRefused if a share is damaged, of another set, given twice, or too few are there
    static byte[] join(String set, int needed, List<Path> files) {
        var shares = new ArrayList<KeyShare>();
        var numbers = new HashSet<Integer>();
        for (var file : files) {
            var share = KeyShare.read(file);
            var name = String.valueOf(file.getFileName());
            if (!share.set().equals(set) || share.needed() != needed) {
                throw KeysRefused.because(KeysRefused.Reason.SHARE_OF_ANOTHER_SET, name);
            }
            if (!numbers.add(share.number())) {
                throw KeysRefused.because(KeysRefused.Reason.SHARE_TWICE, name);
            }
            shares.add(share);
        }
        if (shares.size() < needed) {
            throw KeysRefused.because(KeysRefused.Reason.TOO_FEW_SHARES, shares.size() + " < " + needed);
        }
        var enough = shares.subList(0, needed).stream()
                .map(share -> new ShamirSplitSecretShare(share.value(), share.number()))
                .toArray(ShamirSplitSecretShare[]::new);
        try {
            return ShamirSplitSecret.getInstance(FIELD, enough).getSecret();
        } catch (IOException e) {
            throw new IllegalStateException("joining failed", e);
        }
    }
}
