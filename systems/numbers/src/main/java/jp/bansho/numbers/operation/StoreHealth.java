package jp.bansho.numbers.operation;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.operation.Health.Gauge;
import jp.bansho.numbers.operation.Health.State;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the database says about how things are: itself, the record of use, jobs, each association's index and work,
/// keys in use, the log check.
@Configuration(proxyBeanMethods = false)
class StoreHealth {

    @Bean
    static HealthPart databaseHealth(DataSource source, Transactions transactions) {
        return limits -> {
            var bytes = transactions.read(new Scope.Operator(), HealthTable::databaseBytes);
            var pool = pool(source);
            var used = pool == null ? 0 : pool.getHikariPoolMXBean().getActiveConnections();
            var most = pool == null ? 1 : pool.getMaximumPoolSize();
            return new Health(
                    "database",
                    limits.most("connections-used-percent", 100.0 * used / most),
                    "データベースに接続できます。大きさ %,d バイト、使用中の接続 %d / %d".formatted(bytes, used, most),
                    "The database is reachable. Size %,d bytes, connections in use %d of %d"
                            .formatted(bytes, used, most),
                    List.of(
                            new Gauge("bansho_database_bytes", "size of the database", bytes),
                            new Gauge("bansho_connections_used", "database connections in use", used),
                            new Gauge("bansho_connections_most", "database connections at most", most)));
        };
    }

    private static @Nullable HikariDataSource pool(DataSource source) {
        try {
            return source.isWrapperFor(HikariDataSource.class) ? source.unwrap(HikariDataSource.class) : null;
        } catch (SQLException e) {
            return null;
        }
    }

    @Bean
    static HealthPart recordHealth(Transactions transactions, Clock clock) {
        return limits -> transactions.read(new Scope.Operator(), connection -> {
            Transactions.leave(connection);
            var seq = HealthTable.headSeq(connection);
            var since = HealthTable.recordsSinceExport(connection);
            var minutes = age(HealthTable.lastExport(connection), clock).toMinutes();
            return new Health(
                    "record",
                    since == 0 ? State.OK : limits.most("head-export-minutes", (double) minutes),
                    "使用の記録は %,d 件。最後の先頭値の書き出しは %,d 分前、その後の記録は %,d 件".formatted(seq, minutes, since),
                    "The record of use has %,d records. Head exported %,d minutes ago, %,d records since"
                            .formatted(seq, minutes, since),
                    List.of(
                            new Gauge("bansho_record_head_seq", "position of the head of the record of use", seq),
                            new Gauge("bansho_record_since_export", "records since the last exported head", since),
                            new Gauge(
                                    "bansho_record_export_age_minutes",
                                    "minutes since the last exported head",
                                    minutes)));
        });
    }

    @Bean
    static HealthPart jobHealth(Transactions transactions, Clock clock) {
        return limits -> transactions.read(new Scope.Operator(), connection -> {
            var running = HealthTable.jobs(connection, "running");
            var oldest = HealthTable.oldestRunning(connection);
            var hours = oldest.isEmpty() ? 0 : age(oldest, clock).toHours();
            return new Health(
                    "jobs",
                    limits.most("job-hours", (double) hours),
                    "実行中または中断中のジョブ %d 件、最も古いものは %d 時間前に開始".formatted(running, hours),
                    "Jobs running or stopped: %d, the oldest begun %d hours ago".formatted(running, hours),
                    List.of(
                            new Gauge("bansho_jobs_unfinished", "jobs running or stopped", running),
                            new Gauge(
                                    "bansho_jobs_finished", "jobs finished", HealthTable.jobs(connection, "finished")),
                            new Gauge("bansho_jobs_refused", "jobs refused", HealthTable.jobs(connection, "refused"))));
        });
    }

    @Bean
    static HealthPart logCheckHealth(Transactions transactions, Clock clock) {
        return limits -> transactions.read(new Scope.Operator(), connection -> {
            var last = HealthTable.lastLogCheck(connection);
            var hours = age(last, clock).toHours();
            var open = HealthTable.openFindings(connection);
            return new Health(
                    "log-check",
                    last.isEmpty() ? State.WARNING : limits.most("log-check-hours", (double) hours),
                    last.isEmpty()
                            ? "使用の記録の点検はまだ実行されていません"
                            : "使用の記録の点検は %d 時間前、運用記録の未処理の指摘 %d 件".formatted(hours, open),
                    last.isEmpty()
                            ? "The record of use was never checked"
                            : "Record of use checked %d hours ago, open findings about operators: %d"
                                    .formatted(hours, open),
                    List.of(
                            new Gauge("bansho_log_check_age_hours", "hours since the last log check", hours),
                            new Gauge("bansho_findings_open", "open findings about operators", open)));
        });
    }

    @Bean
    static HealthPart associationHealth(Transactions transactions, Organisations organisations) {
        return _ -> {
            var gauges = new ArrayList<Gauge>();
            var lost = new ArrayList<Integer>();
            for (var code : organisations.associations().keySet()) {
                transactions.read(
                        new Scope.Association(code), connection -> association(connection, code, gauges, lost));
            }
            return new Health(
                    "index",
                    lost.isEmpty() ? State.OK : State.ALARM,
                    lost.isEmpty()
                            ? "番号索引はすべての構成組合で完全です"
                            : "番号索引が失われています（構成組合 " + lost + "）。bansho numbers index を実行してください",
                    lost.isEmpty()
                            ? "The number index is whole for every association"
                            : "The number index is lost for " + lost + "; run: bansho numbers index",
                    gauges);
        };
    }

    private static boolean association(Connection connection, int code, List<Gauge> gauges, List<Integer> lost)
            throws SQLException {
        var whole = HealthTable.indexWhole(connection);
        if (!whole) {
            lost.add(code);
        }
        gauges.add(new Gauge("bansho_index_whole", "1 if the number index is whole", code, whole ? 1 : 0));
        gauges.add(new Gauge("bansho_work_open", "open work items", code, HealthTable.openWork(connection)));
        gauges.add(new Gauge("bansho_key_versions", "key versions in use", code, HealthTable.keyVersions(connection)));
        return whole;
    }

    private static Duration age(Optional<Instant> since, Clock clock) {
        var now = clock.instant();
        var age = Duration.between(since.orElse(now), now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
