package jp.bansho.numbers.vault;

/// The index of numbers is not whole: the database server crashed or was restored, and the index, which is never
/// logged or backed up, has to be built again before anything is registered or sought.
public final class IndexLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndexLost(int association) {
        super("the index of numbers of association " + association + " must be rebuilt / 構成組合 " + association
                + " の個人番号索引を再構築する必要があります");
    }
}
