package jp.bansho.numbers.vault;

/// The keys of the association are being changed at this very moment; nothing was kept. It takes seconds.
public final class KeysChanging extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysChanging(int association) {
        super("the keys of association " + association + " are being changed, try again in a moment / 構成組合 "
                + association + " の鍵を切り替えています。しばらくしてからやり直してください");
    }
}
