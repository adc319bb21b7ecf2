package jp.bansho.numbers.vault;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import jp.bansho.seal.KeyRing;

/// Lends opened keys to one act at a time: unwrapping them and asking for ciphers costs more than showing a number. A
/// few sets per association stay open in memory while the machine runs; when keys were made or destroyed, here or by
/// another process, all of them are dropped at the next act.
final class KeyCabinet {

    private static final int IDLE = 4;

    private final KeyRing ring;
    private final Map<Integer, Queue<VaultKeys>> idle = new ConcurrentHashMap<>();
    private volatile int edition;

    KeyCabinet(KeyRing ring) {
        this.ring = ring;
    }

    /// New keys for a piece of bulk work, which keeps them.
    VaultKeys open(int association) {
        return new VaultKeys(ring, association);
    }

    /// Keys for one act; give them back.
    VaultKeys lend(int association) {
        forgetOld();
        var keys = queue(association).poll();
        return keys == null ? open(association) : keys;
    }

    void giveBack(VaultKeys keys) {
        var queue = queue(keys.association());
        if (queue.size() < IDLE && keys.edition() == edition) {
            queue.add(keys);
        }
    }

    /// Lets go of opened keys if the key ring changed: one of them may have been destroyed.
    void forgetOld() {
        var now = ring.edition();
        if (now != edition) {
            edition = now;
            idle.clear();
        }
    }

    private Queue<VaultKeys> queue(int association) {
        return idle.computeIfAbsent(association, _ -> new ConcurrentLinkedQueue<>());
    }
}
