package jp.bansho.retention;

import java.util.ArrayList;
import java.util.List;

/// What a genuine certificate says, in a few lines for people.
public final class CertificateSummary {

    private CertificateSummary() {}

    /// The lines, Japanese and English.
    public static List<String> lines(Certificate it) {
        var lines = new ArrayList<String>();
        lines.add("廃棄証明 %s は真正です。 / Erasure certificate %s is genuine.".formatted(it.number(), it.number()));
        lines.add("構成組合 %d、基準日 %s、廃棄日時 %s / association %d, due on %s, erased at %s"
                .formatted(it.association(), it.day(), it.erasedAt(), it.association(), it.day(), it.erasedAt()));
        lines.add("個人番号が廃棄された人 %,d 人、個人番号 %,d 件、利用目的 %,d 件 / %,d people gone, %,d numbers, %,d uses"
                .formatted(
                        it.people(),
                        it.numbers(),
                        it.erased().size(),
                        it.people(),
                        it.numbers(),
                        it.erased().size()));
        lines.add("申請 %d、指示 %s、承認 %s / application %d, ordered by %s, approved by %s"
                .formatted(
                        it.application(),
                        it.orderedBy(),
                        it.approvedBy(),
                        it.application(),
                        it.orderedBy(),
                        it.approvedBy()));
        lines.add("破棄した鍵 / destroyed keys: %s, %s".formatted(String.join(", ", it.destroyedKeys()), it.keyBefore()));
        lines.add("使用の記録の位置 / position of the audit record: %d %s".formatted(it.auditPosition(), it.auditHash()));
        it.warnings().forEach(warning -> lines.add("注意 / warning: " + warning));
        return List.copyOf(lines);
    }
}
