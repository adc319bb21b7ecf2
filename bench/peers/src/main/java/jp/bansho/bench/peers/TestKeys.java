package jp.bansho.bench.peers;

import java.security.SecureRandom;

/// Keys that live as long as one run of the benchmark.
final class TestKeys {

    private TestKeys() {}

    static byte[] make() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
