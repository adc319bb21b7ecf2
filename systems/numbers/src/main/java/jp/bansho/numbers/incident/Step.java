package jp.bansho.numbers.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The six steps after an incident, in the order of the rules of 2015 (平成27年告示第2号).
public enum Step {
    /// 事業者内部における報告、被害の拡大防止: report inside and contain.
    CONTAIN,
    /// 事実関係の調査、原因の究明: investigate the cause.
    INVESTIGATE,
    /// 影響範囲の特定: determine the scope.
    SCOPE,
    /// 再発防止策の検討・実施: prevent recurrence.
    PREVENT,
    /// 事実関係、再発防止策等の公表: publish.
    PUBLISH,
    /// 委員会等への報告: report to the Commission; done with the final report 確報.
    REPORT;

    /// What must be settled before this step can be; the preliminary report waits for nothing.
    public List<Step> after() {
        return switch (this) {
            case CONTAIN, INVESTIGATE, SCOPE -> List.of();
            case PREVENT -> List.of(INVESTIGATE);
            case PUBLISH -> List.of(SCOPE);
            case REPORT -> List.of(CONTAIN, INVESTIGATE, SCOPE, PREVENT);
        };
    }

    /// The word of the database and of addresses.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The step of that word.
    public static Optional<Step> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }
}
