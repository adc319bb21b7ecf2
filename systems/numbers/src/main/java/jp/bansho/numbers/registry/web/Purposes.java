package jp.bansho.numbers.registry.web;

import java.util.List;
import java.util.Optional;
import jp.bansho.access.Member;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.PurposeDecision;
import jp.bansho.numbers.staff.PurposeRow;
import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Texts;
import org.springframework.stereotype.Component;

/// The table of purposes as people choose from it and read it: office work (事務) and legal article (根拠条文). Both are
/// the law's words and stay Japanese.
@Component
class Purposes {

    private final PurposeTable table;
    private final Texts texts;

    Purposes(PurposeTable table, Texts texts) {
        this.table = table;
        this.texts = texts;
    }

    /// The rows with which this member may do that.
    List<Option> choices(Member member, NumberAct act) {
        return table.choices(member.department(), act).stream()
                .map(row -> new Option(row.id(), label(row)))
                .toList();
    }

    /// The rows with which this member may do that to somebody of that kind.
    List<Option> choices(Member member, NumberAct act, Kind kind) {
        return table.choices(member.department(), act).stream()
                .filter(row -> row.kinds().contains(kind.code()))
                .map(row -> new Option(row.id(), label(row)))
                .toList();
    }

    /// The row of that id.
    Optional<PurposeRow> row(String id) {
        return table.rows().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /// Whether that row lets the member do that to somebody of that kind.
    boolean allows(Member member, String id, Kind kind, NumberAct act) {
        return table.decide(member.department(), id, kind.code(), act) instanceof PurposeDecision.Allowed;
    }

    /// Whether that row lets the member do that, and each time only with a fresh passkey.
    boolean demandsPasskey(Member member, String id, NumberAct act) {
        return table.decide(member.department(), id, act) instanceof PurposeDecision.Allowed(var row)
                && row.id().equals(id)
                && row.sensitive();
    }

    /// A row in words.
    String label(PurposeRow row) {
        return row.id() + "　" + row.work() + "（" + row.article() + "）";
    }

    /// What the record keeps, in words: `P-03:pension-payment`, `no-row`, or a bare purpose.
    String words(String stamp) {
        if (stamp.isEmpty()) {
            return texts.of("registry.purpose.none");
        }
        var colon = stamp.indexOf(':');
        var id = colon < 0 ? stamp : stamp.substring(0, colon);
        var row = row(id);
        if (row.isPresent()) {
            return row.get().id() + "　" + row.get().work();
        }
        for (var purpose : Purpose.values()) {
            if (purpose.word().equals(stamp)) {
                return texts.japanese() ? purpose.japanese() : purpose.word().replace('-', ' ');
            }
        }
        return texts.of("registry.purpose.unknown");
    }
}
