package jp.bansho.audit;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// How fast the record is, on a database with fsync on: `java -cp <test class path> jp.bansho.audit.SpeedMain`.
final class SpeedMain {

    private final AuditDatabase database = new AuditDatabase();

    static void main() throws Exception {
        new SpeedMain().measure();
        System.exit(0);
    }

    private void measure() throws Exception {
        database.execute("create table act (id int); grant select, insert on act to bansho_app");
        try (var plain = database.application();
                var insert = plain.prepareStatement("insert into act values (1)")) {
            report("act alone, 1 connection, own commit", seconds -> {
                long done = 0;
                for (long end = end(seconds); System.nanoTime() < end; done++) {
                    insert.executeUpdate();
                }
                return done;
            });
        }
        report("act alone, 16 connections, own commits", seconds -> actsFor(seconds, 16));
        try (var connection = database.application()) {
            connection.setAutoCommit(false);
            report("append of 1 entry, own commit", seconds -> appendFor(connection, seconds, 1));
            report("append of 100 entries, own commit", seconds -> 100 * appendFor(connection, seconds, 100));
            report("append of 1000 entries, own commit", seconds -> 1000 * appendFor(connection, seconds, 1000));
        }
        for (int callers : new int[] {1, 16, 64}) {
            var group = new GroupCommit(pool(), database.trail, 128);
            report("group commit, act with 1 entry, callers " + callers, seconds -> groupFor(group, seconds, callers));
        }
        verify();
    }

    private void verify() throws Exception {
        long before = database.number("select count(*) from audit.record");
        try (var connection = database.application()) {
            connection.setAutoCommit(false);
            for (long done = before; done < 1_000_000; done += 1_000) {
                append(connection, 1_000);
            }
        }
        var folder = Files.createTempDirectory("speed");
        var heads = folder.resolve("heads.jsonl");
        var export = folder.resolve("export.jsonl");
        try (var connection = database.application()) {
            new HeadFile(heads, database.trusted).export(connection);
            long start = System.nanoTime();
            long records = AuditExport.write(connection, export);
            rate("export to a file", records, start);
            var verifier = new AuditVerifier(heads, database.trusted);
            for (int round = 0; round < 3; round++) {
                start = System.nanoTime();
                rate("verify the export " + sound(verifier.verify(export)), records, start);
            }
            for (int round = 0; round < 3; round++) {
                start = System.nanoTime();
                rate("verify the tables " + sound(verifier.verify(connection)), records, start);
            }
        }
        System.out.printf("export: %,d bytes%n", Files.size(export));
        Files.delete(export);
        Files.delete(heads);
        Files.delete(folder);
    }

    private static boolean sound(Verification verification) {
        return verification.sound();
    }

    private interface Work {
        long run(int seconds) throws Exception;
    }

    private static void report(String what, Work work) throws Exception {
        work.run(2);
        long start = System.nanoTime();
        rate(what, work.run(5), start);
    }

    private static void rate(String what, long done, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-50s %,10.0f /s (%,d in %.1f s)%n", what, done / seconds, done, seconds);
    }

    private static long end(int seconds) {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    private long appendFor(Connection connection, int seconds, int entries) throws SQLException {
        long done = 0;
        for (long end = end(seconds); System.nanoTime() < end; done++) {
            append(connection, entries);
        }
        return done;
    }

    private void append(Connection connection, int entries) throws SQLException {
        var list = new ArrayList<Entry>();
        for (int i = 0; i < entries; i++) {
            list.add(AuditDatabase.entry("lookup " + i));
        }
        database.trail.append(connection, list);
        connection.commit();
    }

    private long actsFor(int seconds, int callers) throws Exception {
        var done = new AtomicLong();
        long end = end(seconds);
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < callers; i++) {
            calls.add(() -> {
                try (var connection = database.application();
                        var insert = connection.prepareStatement("insert into act values (1)")) {
                    while (System.nanoTime() < end) {
                        insert.executeUpdate();
                        done.incrementAndGet();
                    }
                }
                return true;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                call.get();
            }
        }
        return done.get();
    }

    private static long groupFor(GroupCommit group, int seconds, int callers) throws Exception {
        var done = new AtomicLong();
        long end = end(seconds);
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < callers; i++) {
            calls.add(() -> {
                while (System.nanoTime() < end) {
                    group.run(connection -> {
                        try (var insert = connection.prepareStatement("insert into act values (1)")) {
                            insert.executeUpdate();
                        }
                        return new Outcome<>(true, AuditDatabase.entries("lookup"));
                    });
                    done.incrementAndGet();
                }
                return true;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                call.get();
            }
        }
        return done.get();
    }

    /// Two connections that stay open.
    private javax.sql.DataSource pool() throws SQLException {
        var idle = new ArrayBlockingQueue<Connection>(2);
        for (int i = 0; i < 2; i++) {
            idle.add(database.application());
        }
        return (javax.sql.DataSource) java.lang.reflect.Proxy.newProxyInstance(
                SpeedMain.class.getClassLoader(),
                new Class<?>[] {javax.sql.DataSource.class},
                (proxy, method, none) -> {
                    var connection = idle.take();
                    return java.lang.reflect.Proxy.newProxyInstance(
                            SpeedMain.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (self, call, arguments) -> {
                                if (call.getName().equals("close")) {
                                    idle.add(connection);
                                    return null;
                                }
                                return call.invoke(connection, arguments);
                            });
                });
    }
}
