package jp.bansho.numbers.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.bansho.machine.Home;
import jp.bansho.numbers.operation.Health.Gauge;
import jp.bansho.numbers.operation.Health.State;
import jp.bansho.terminal.TerminalServer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the machine itself says about how things are: disks, memory, the server's certificate.
@Configuration(proxyBeanMethods = false)
class MachineHealth {

    @Bean
    static HealthPart diskHealth(Home home) {
        return limits -> {
            var ofHome = free(home.folder());
            var ofTemporary = free(Path.of(System.getProperty("java.io.tmpdir")));
            return new Health(
                    "disk",
                    limits.least("disk-free-percent", ofHome).or(limits.least("disk-free-percent", ofTemporary)),
                    "ディスクの空き：ホーム %.0f%%、一時 %.0f%%".formatted(ofHome, ofTemporary),
                    "Disk free: home %.0f %%, temporary %.0f %%".formatted(ofHome, ofTemporary),
                    List.of(
                            new Gauge("bansho_disk_free_percent_home", "free space of the home folder's disk", ofHome),
                            new Gauge(
                                    "bansho_disk_free_percent_temp", "free space of the temporary disk", ofTemporary)));
        };
    }

    private static double free(Path folder) {
        try {
            var store = Files.getFileStore(folder);
            return 100.0 * store.getUsableSpace() / store.getTotalSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    static HealthPart memoryHealth() {
        return limits -> {
            var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
            var threads = ManagementFactory.getThreadMXBean().getThreadCount();
            var up = ManagementFactory.getRuntimeMXBean().getUptime() / 1_000;
            var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            var used = 100.0 * memory.getUsed() / memory.getMax();
            return new Health(
                    "memory",
                    limits.most("memory-used-percent", used),
                    "メモリ使用 %.0f%%、スレッド %d、稼働 %,d 秒".formatted(used, threads, up),
                    "Memory used %.0f %%, threads %d, up %,d seconds".formatted(used, threads, up),
                    List.of(
                            new Gauge("bansho_memory_used_bytes", "heap in use", memory.getUsed()),
                            new Gauge("bansho_memory_most_bytes", "heap at most", memory.getMax()),
                            new Gauge("bansho_threads", "threads", threads),
                            new Gauge("bansho_load", "load average of the machine", load),
                            new Gauge("bansho_up_seconds", "seconds since the start", up)));
        };
    }

    @Bean
    static HealthPart certificateHealth(Home home, Clock clock) {
        return limits -> {
            var ends = TerminalServer.certificateEnds(home);
            if (ends.isEmpty()) {
                return new Health(
                        "certificate", State.OK, "端末サーバーの証明書はまだありません", "There is no server certificate yet", List.of());
            }
            var days = Duration.between(clock.instant(), ends.get()).toDays();
            return new Health(
                    "certificate",
                    limits.least("certificate-days", (double) days),
                    "端末サーバーの証明書は %d 日後に切れます".formatted(days),
                    "The server’s certificate ends in %d days".formatted(days),
                    List.of(new Gauge("bansho_certificate_days", "days until the server’s certificate ends", days)));
        };
    }
}
