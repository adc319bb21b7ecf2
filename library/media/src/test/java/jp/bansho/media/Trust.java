package jp.bansho.media;

import java.util.List;
import java.util.Set;

/// Lists of trusted senders.
final class Trust {

    private Trust() {}

    static TrustedSenders in(CertifiedKey sender) {
        return new TrustedSenders(List.of(new TrustedSender("jlis", sender.certificate(), Set.of("registration"))));
    }
}
