package jp.bansho.numbers.installation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.store.Scope;
import jp.bansho.seal.KeyPurpose;

/// Marks the index of an association without any number as whole. For one with numbers the vault alone may say so,
/// after it has rebuilt the index.
final class IndexStart {

    private IndexStart() {}

    static void mark(Connection connection, List<AssociationFile.Row> rows) throws SQLException {
        var sql = """
                insert into vault.index_alive (association, version)
                select ?, split_part(k.key_name, '/', 3)::smallint
                  from vault.key_check k
                 where k.key_name like ? and k.state = 'in-use'
                   and not exists (select from vault.sealed_number where association = ?)
                    on conflict do nothing
                """;
        // The owner of the tables is bound by row security as well, unless it is a superuser.
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                Transactions.enter(connection, new Scope.Association(row.code()));
                statement.setInt(1, row.code());
                statement.setString(2, KeyPurpose.NUMBER_INDEX.word() + "/" + row.code() + "/%");
                statement.setInt(3, row.code());
                statement.executeUpdate();
                Transactions.leave(connection);
            }
        }
        connection.commit();
    }
}
