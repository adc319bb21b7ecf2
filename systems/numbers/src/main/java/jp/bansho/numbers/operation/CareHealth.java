package jp.bansho.numbers.operation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.keys.KeyWatch;
import jp.bansho.numbers.operation.Health.Gauge;
import jp.bansho.numbers.operation.Health.State;
import jp.bansho.numbers.recovery.Backups;
import jp.bansho.numbers.store.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is needed on the worst day: a backup that was found whole, and keys at hand (S1, S4).
@Configuration(proxyBeanMethods = false)
class CareHealth {

    @Bean
    static HealthPart backupHealth(Transactions transactions, Clock clock) {
        return limits -> transactions.read(new Scope.Operator(), connection -> {
            var last = Backups.last(connection);
            if (last.isEmpty()) {
                return new Health(
                        "backup",
                        State.WARNING,
                        "バックアップはまだありません",
                        "There is no backup yet",
                        List.of(new Gauge("bansho_backups", "1 if a backup was found whole", 0)));
            }
            var hours = Duration.between(last.get().madeAt(), clock.instant()).toHours();
            return new Health(
                    "backup",
                    limits.most("backup-hours", (double) hours),
                    "最後に確かめたバックアップは %d 時間前".formatted(hours),
                    "The last backup found whole is %d hours old".formatted(hours),
                    List.of(
                            new Gauge("bansho_backups", "1 if a backup was found whole", 1),
                            new Gauge("bansho_backup_age_hours", "age of the last backup found whole", hours),
                            new Gauge(
                                    "bansho_backup_bytes",
                                    "size of it",
                                    last.get().bytes())));
        });
    }

    /// A run takes minutes from its commit to its certificate; one that takes longer has stopped, and the numbers it
    /// erased can be opened with the old keys until it goes on.
    @Bean
    static HealthPart erasureHealth(Transactions transactions, Clock clock) {
        return _ -> {
            var before = clock.instant().minus(Duration.ofMinutes(15));
            var stopped = transactions.read(
                    new Scope.Operator(), connection -> HealthTable.stoppedErasures(connection, before));
            return new Health(
                    "erasure",
                    stopped == 0 ? State.OK : State.ALARM,
                    stopped == 0 ? "止まっている廃棄はありません" : "廃棄が途中で止まっています（鍵の破壊か廃棄証明が未了）：%d 件".formatted(stopped),
                    stopped == 0
                            ? "No erasure has stopped on its way"
                            : "Erasures that stopped before their keys were destroyed or their certificate was written: %d"
                                    .formatted(stopped),
                    List.of(new Gauge("bansho_erasures_stopped", "erasures that stopped on their way", stopped)));
        };
    }

    @Bean
    static HealthPart keyHealth(KeyWatch watch) {
        return _ -> {
            var present = watch.state().present();
            return new Health(
                    "keys",
                    present ? State.OK : State.ALARM,
                    present ? "鍵を使えます" : "鍵装置が応答しません。鍵を要する業務は止まっています",
                    present ? "Keys are at hand" : "The key device does not answer; what needs a key is refused",
                    List.of(new Gauge("bansho_keys_present", "1 if the key device answers", present ? 1 : 0)));
        };
    }
}
