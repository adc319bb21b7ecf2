package jp.bansho.jlis.residents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.bansho.identifiers.ResidentRecordCode;

/// The SQL that reads `residents.resident` and `residents.former`: sets of keys in, sets of rows out.
final class ResidentTable {

    static final String COPY = """
            copy residents.resident (id, code, birth, municipality, changed, sex, standing, reason, effect,
                                     name_glyphs, address_glyphs, name, kana, address)
            from stdin (format binary)
            """;

    private static final String COLUMNS = """
            r.id, r.code, r.birth, r.sex, r.steps, r.name, r.kana, r.address, r.municipality, r.name_glyphs,
            r.address_glyphs, r.standing, r.reason, r.changed, r.effect""";

    private ResidentTable() {}

    static boolean empty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table residents.resident in share row exclusive mode");
            try (var row = statement.executeQuery("select not exists (select from residents.resident)")) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    static void takeStock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select residents.take_stock()");
        }
    }

    static Map<Long, Resident> byCode(Connection connection, long[] codes, boolean forUpdate) throws SQLException {
        var sql = "select " + COLUMNS + " from residents.resident r where r.code = any(?)"
                + (forUpdate ? " order by r.id for update" : "");
        var found = new HashMap<Long, Resident>(codes.length * 2);
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, codes);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getLong(2), resident(row));
                }
            }
        }
        return found;
    }

    /// Who lives in those places, and with `formerly` also who lived there, under the place asked for.
    static Map<Place, List<Resident>> byPlace(Connection connection, List<Place> places, boolean formerly)
            throws SQLException {
        var sql = """
                select q.n, %1$s
                  from unnest(?::integer[], ?::smallint[], ?::integer[]) with ordinality q (birth, sex, municipality, n)
                  join residents.resident r
                    on r.birth = date '1970-01-01' + q.birth and r.municipality = q.municipality and r.sex = q.sex
                """.formatted(COLUMNS);
        var ofBefore = """
                select distinct q.n, %1$s
                  from unnest(?::integer[], ?::smallint[], ?::integer[]) with ordinality q (birth, sex, municipality, n)
                  join residents.former f
                    on f.birth = date '1970-01-01' + q.birth and f.municipality = q.municipality
                  join residents.resident r
                    on r.id = f.resident and r.sex = q.sex and r.municipality <> q.municipality
                """.formatted(COLUMNS);
        var found = new HashMap<Place, List<Resident>>();
        into(found, connection, sql, places);
        if (formerly) {
            into(found, connection, ofBefore, places);
        }
        return found;
    }

    private static void into(Map<Place, List<Resident>> found, Connection connection, String sql, List<Place> places)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            bind(select, places);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var place = places.get((int) row.getLong(1) - 1);
                    found.computeIfAbsent(place, _ -> new ArrayList<>()).add(resident(row, 1));
                }
            }
        }
    }

    private static void bind(PreparedStatement select, List<Place> places) throws SQLException {
        var births = new int[places.size()];
        var sexes = new short[places.size()];
        var municipalities = new int[places.size()];
        for (var i = 0; i < births.length; i++) {
            births[i] = (int) places.get(i).birth().toEpochDay();
            sexes[i] = (short) places.get(i).sex();
            municipalities[i] = places.get(i).municipality();
        }
        select.setObject(1, births);
        select.setObject(2, sexes);
        select.setObject(3, municipalities);
    }

    /// The earlier states of residents, the oldest first; residents without any are missing.
    static Map<Long, List<State>> former(Connection connection, List<Long> residents) throws SQLException {
        var sql = """
                select f.resident, f.name, f.kana, f.address, f.municipality, f.name_glyphs, f.address_glyphs, f.standing,
                       f.reason, f.changed, f.effect
                  from residents.former f
                 where f.resident = any(?)
                 order by f.resident, f.step
                """;
        var found = new HashMap<Long, List<State>>();
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, residents.stream().mapToLong(Long::longValue).toArray());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(state(row, 2));
                }
            }
        }
        return found;
    }

    private static Resident resident(ResultSet row) throws SQLException {
        return resident(row, 0);
    }

    private static Resident resident(ResultSet row, int before) throws SQLException {
        return new Resident(
                row.getLong(before + 1),
                ResidentRecordCode.ofClear(row.getLong(before + 2)),
                row.getObject(before + 3, LocalDate.class),
                row.getInt(before + 4),
                state(row, before + 6),
                row.getInt(before + 5));
    }

    private static State state(ResultSet row, int at) throws SQLException {
        return new State(
                row.getString(at),
                row.getString(at + 1),
                row.getString(at + 2),
                row.getInt(at + 3),
                row.getInt(at + 4),
                row.getInt(at + 5),
                Standing.stored(row.getInt(at + 6)),
                row.getInt(at + 7),
                row.getObject(at + 8, LocalDate.class),
                Effect.stored(row.getInt(at + 9)));
    }

    static RegisterCounts counts(Connection connection) throws SQLException {
        var sql = """
                select count(*), count(*) filter (where standing = 2), count(*) filter (where standing = 3),
                       (select count(*) from residents.former),
                       (select count(*) from numbering.number where generation = 2)
                  from residents.resident
                """;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return new RegisterCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }
}
