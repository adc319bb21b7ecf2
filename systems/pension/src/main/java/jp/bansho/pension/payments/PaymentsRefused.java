package jp.bansho.pension.payments;

import java.util.List;
import java.util.stream.Collectors;
import jp.bansho.machine.Refused;
import jp.bansho.pension.members.Problem;

/// A file of the payment desk is not taken in; nothing of it was, nor of the file that came with it.
public final class PaymentsRefused extends Refused {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final String layout;
    private final long found;
    private final transient List<Problem> problems;

    private PaymentsRefused(
            String reason, String layout, String english, String japanese, long found, List<Problem> problems) {
        super(reason, english, japanese);
        this.layout = layout;
        this.found = found;
        this.problems = problems;
    }

    /// Which file: the name of its layout.
    public String layout() {
        return layout;
    }

    /// How many problems there are.
    public long found() {
        return found;
    }

    /// What is wrong, by line and column; the first hundred.
    public List<Problem> problems() {
        return problems;
    }

    static PaymentsRefused rows(String layout, List<Problem> problems, long all) {
        var shown = problems.stream().limit(SHOWN).map(Problem::sentence).collect(Collectors.joining("\n"));
        return new PaymentsRefused(
                "rows-wrong",
                layout,
                all + " problems in the file of " + layout + ", nothing was taken in\n" + shown,
                layout + " のファイルに" + all + "件の誤りがあり、何も取り込んでいません",
                all,
                problems);
    }

    static PaymentsRefused empty(String layout) {
        return plain("nothing-in-it", layout, "the file of " + layout + " holds nothing", layout + " のファイルが空です");
    }

    static PaymentsRefused unreadable(String layout) {
        return plain("not-readable", layout, "the file of " + layout + " cannot be read", layout + " のファイルを読めません");
    }

    static PaymentsRefused association(String layout) {
        return plain("unknown-association", layout, "this association is not set up here", "この構成組合は設定されていません");
    }

    static PaymentsRefused year(String layout) {
        return plain("tax-year-wrong", layout, "the tax year is 2016 to 2099", "年分は2016～2099です");
    }

    private static PaymentsRefused plain(String reason, String layout, String english, String japanese) {
        return new PaymentsRefused(reason, layout, english, japanese, 0, List.of());
    }
}
