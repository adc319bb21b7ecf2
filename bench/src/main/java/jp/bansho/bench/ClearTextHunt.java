package jp.bansho.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import jp.bansho.population.Truth;
import jp.bansho.testing.Database;
import org.postgresql.PGConnection;

/// Looks for every number of the population in a dump of the whole database and in all logs and records (S1).
final class ClearTextHunt extends OutputStream {

    private final Set<Long> numbers = new HashSet<>();
    private long run;
    private int digits;

    long bytes;
    long found;

    ClearTextHunt(Path population) throws IOException {
        try (var people = Truth.of(population).people()) {
            people.filter(person -> !person.number().isEmpty())
                    .forEach(person -> numbers.add(Long.parseLong(person.number())));
        }
    }

    void database(Database database) throws SQLException, IOException {
        try (var connection = database.connect()) {
            var tables = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("""
                            select format('%I.%I', schemaname, tablename)
                              from pg_tables
                             where schemaname not in ('pg_catalog', 'information_schema')
                            """)) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : tables) {
                copy.copyOut("copy (select * from " + table + ") to stdout", this);
                write('\n');
            }
        }
    }

    void folder(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, this);
                write('\n');
            }
        }
    }

    @Override
    public void write(int b) {
        bytes++;
        if (b >= '0' && b <= '9') {
            run = digits < 17 ? run * 10 + (b - '0') : run;
            digits++;
            if (digits >= 12 && numbers.contains(run % 1_000_000_000_000L)) {
                found++;
            }
        } else {
            run = 0;
            digits = 0;
        }
    }

    @Override
    public void write(byte[] block, int from, int length) {
        for (var i = from; i < from + length; i++) {
            write(block[i]);
        }
    }
}
