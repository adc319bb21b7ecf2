package jp.bansho.jlis.command;

import jp.bansho.machine.Refused;

/// An item on standard input is missing or not right; it is not repeated here.
final class TypedRefused extends Refused {

    private static final long serialVersionUID = 1L;

    TypedRefused(String english, String japanese) {
        super("typed", "missing or not right on standard input: " + english, "標準入力の項目がないか正しくありません: " + japanese);
    }
}
