package jp.bansho.numbers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.bansho.machine.CopyReader;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.TestMachine;
import org.junit.jupiter.api.Test;

class CopyReaderTest {

    @Test
    void aReaderThatStopsHalfwayLeavesAConnectionThatWorks() throws Exception {
        try (var machine = TestMachine.start()) {
            var transactions = machine.part(Transactions.class);
            for (var stop : List.of(0, 1, 7, 49_999)) {
                assertThatThrownBy(() -> transactions.read(new Scope.Federation(), connection -> {
                            var sql =
                                    "copy (select i::bigint from generate_series(0, 49999) i) to stdout (format binary)";
                            try (var rows = CopyReader.from(connection, sql)) {
                                while (rows.next()) {
                                    if (rows.getLong() == stop) {
                                        throw new IllegalStateException("stop");
                                    }
                                }
                            }
                            return true;
                        }))
                        .hasMessage("stop");
                for (var i = 0; i < 10; i++) {
                    assertThat(transactions.<List<String>>read(
                                    new Scope.Federation(), connection -> Sql.rows(connection, "select 1")))
                            .as("work after a reader that stopped at " + stop)
                            .containsExactly("1");
                }
            }
        }
    }
}
