package jp.bansho.jlis.numbering;

import jp.bansho.machine.Refused;

/// A number that was to be issued belongs or belonged to somebody.
public final class NumberTaken extends Refused {

    private static final long serialVersionUID = 1L;

    /// The refusal; it does not say whose.
    public NumberTaken() {
        super("number-taken", "a new number was issued before; nothing was changed", "新しい個人番号は既に付番されています。何も変更していません");
    }
}
