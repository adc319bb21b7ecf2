package jp.bansho.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

    @Test
    void everyDatabaseIsNewAndDurable() throws SQLException {
        var first = PostgresServer.shared().newDatabase("proof");
        var second = PostgresServer.shared().newDatabase("proof");
        first.execute("create table mark (n int)");

        assertThat(second.url()).isNotEqualTo(first.url());
        try (var connection = second.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select to_regclass('mark') is null, current_setting('fsync'), current_setting('synchronous_commit')
                        """)) {
            row.next();
            assertThat(row.getBoolean(1))
                    .as("the other database's table is not here")
                    .isTrue();
            assertThat(row.getString(2)).isEqualTo("on");
            assertThat(row.getString(3)).isEqualTo("on");
        }
    }
}
