package jp.bansho.jlis.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import jp.bansho.machine.CopyRows;

/// The SQL that writes what events change.
final class ChangeTable {

    private static final long EPOCH_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

    private ChangeTable() {}

    static void keep(Connection connection, List<FormerRow> before) throws SQLException {
        var sql = """
                copy residents.former (resident, step, birth, municipality, changed, standing, reason, effect,
                                       name_glyphs, address_glyphs, name, kana, address)
                from stdin (format binary)
                """;
        try (var rows = CopyRows.into(connection, sql)) {
            for (var each : before) {
                var state = each.state();
                rows.row(13)
                        .put(each.resident())
                        .putShort(each.step())
                        .putInt(day(each.birth()))
                        .putInt(state.municipality());
                if (state.changed() == null) {
                    rows.put((String) null);
                } else {
                    rows.putInt(day(state.changed()));
                }
                rows.putShort(state.standing().stored())
                        .putShort(state.reason())
                        .putShort(state.effect().stored())
                        .putShort(state.nameGlyphs())
                        .putShort(state.addressGlyphs())
                        .put(state.name())
                        .put(state.kana())
                        .put(state.address());
            }
            rows.end();
        }
    }

    static void change(Connection connection, Collection<Resident> residents) throws SQLException {
        var sql = """
                update residents.resident
                   set municipality = ?, changed = ?, standing = ?, reason = ?, effect = ?, steps = ?, name_glyphs = ?,
                       address_glyphs = ?, name = ?, kana = ?, address = ?
                 where id = ?
                """;
        try (var update = connection.prepareStatement(sql)) {
            for (var resident : residents) {
                var now = resident.now();
                update.setInt(1, now.municipality());
                update.setObject(2, now.changed());
                update.setInt(3, now.standing().stored());
                update.setInt(4, now.reason());
                update.setInt(5, now.effect().stored());
                update.setInt(6, resident.steps());
                update.setInt(7, now.nameGlyphs());
                update.setInt(8, now.addressGlyphs());
                update.setString(9, now.name());
                update.setString(10, now.kana());
                update.setString(11, now.address());
                update.setLong(12, resident.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static int day(LocalDate day) {
        return (int) (day.toEpochDay() - EPOCH_2000);
    }
}
