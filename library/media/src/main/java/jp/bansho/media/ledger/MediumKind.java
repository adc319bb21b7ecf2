package jp.bansho.media.ledger;

import java.util.Locale;

/// What kind of thing a medium is.
public enum MediumKind {
    /// CD, DVD or BD 光ディスク.
    DISC,
    /// USB stick USBメモリ.
    STICK,
    /// External disk 外付けディスク.
    EXTERNAL_DISK,
    /// An image file that stands for a disc イメージ.
    IMAGE;

    /// The word for the ledger.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static MediumKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
