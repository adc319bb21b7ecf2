package jp.bansho.pension.members;

import java.util.List;
import java.util.stream.Collectors;
import jp.bansho.machine.Refused;

/// A file of members is not taken in; nothing of it was.
public final class MembersRefused extends Refused {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<Problem> problems;

    private MembersRefused(String reason, String english, String japanese, List<Problem> problems) {
        super(reason, english, japanese);
        this.problems = problems;
    }

    /// What is wrong, by line and column; the first hundred.
    public List<Problem> problems() {
        return problems;
    }

    static MembersRefused rows(List<Problem> problems, long all) {
        var shown = problems.stream().limit(SHOWN).map(Problem::sentence).collect(Collectors.joining("\n"));
        return new MembersRefused(
                "rows-wrong",
                all + " problems in the file, nothing was taken in\n" + shown,
                "ファイルに" + all + "件の誤りがあり、何も取り込んでいません",
                problems);
    }

    static MembersRefused empty() {
        return new MembersRefused("nobody", "the file holds nobody", "ファイルに受給者がいません", List.of());
    }

    static MembersRefused association() {
        return new MembersRefused(
                "unknown-association", "this association is not set up here", "この構成組合は設定されていません", List.of());
    }

    static MembersRefused unreadable() {
        return new MembersRefused("not-readable", "the file cannot be read", "ファイルを読めません", List.of());
    }
}
