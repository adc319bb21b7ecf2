package jp.bansho.numbers.inspection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import org.jspecify.annotations.Nullable;

/// Told when the log check finds something new, or when an auditor decides to pursue a finding (S6): in the
/// transaction that keeps it, so that neither exists without what follows from it.
public interface Alarm {

    /// A finding.
    ///
    /// @param subject      handle of the person concerned; null if it is about nobody in particular
    /// @param reveals      true if numbers were revealed in the records it rests on
    /// @param associations whose people the records are about
    /// @param pursued      true if an auditor decided so; false if the check has just found it
    record Raised(
            long finding,
            Rule rule,
            String account,
            LocalDate day,
            @Nullable Long subject,
            boolean reveals,
            List<Integer> associations,
            boolean pursued) {}

    /// Acts on it. The connection is in the scope of the watch; whoever leaves it enters it again.
    ///
    /// @param stamp who checks or decides
    /// @return what must be on record
    List<Entry> raised(Connection connection, Watch watch, Stamp stamp, Raised raised) throws SQLException;
}
