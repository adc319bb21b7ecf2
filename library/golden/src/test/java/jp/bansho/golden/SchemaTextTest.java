package jp.bansho.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.Test;

class SchemaTextTest {

    @Test
    void onlyTheNamedSchemasAreToldWithRulesAndRights() throws SQLException {
        var database = PostgresServer.shared().newDatabase("golden");
        database.execute("""
                create role bansho_reader noinherit;
                create schema ours;
                create schema others;
                create table others.hidden (id bigint primary key);
                create table ours.thing (id bigint primary key, word text not null);
                create table ours.open (id bigint primary key);
                alter table ours.thing enable row level security;
                alter table ours.thing force row level security;
                create policy short on ours.thing for select to bansho_reader using (length(word) < 9);
                grant select on ours.thing to bansho_reader;
                comment on column ours.thing.word is 'what it says';
                """);
        try (var administrator = database.connect()) {
            assertThat(new SchemaText(administrator, Set.of("ours", "absent")).lines())
                    .contains(
                            "role bansho_reader noinherit",
                            "table ours.thing, row security forced",
                            "table ours.open, NO ROW SECURITY",
                            "  column word text not null",
                            "  PRIMARY KEY (id)",
                            "  policy short for SELECT to bansho_reader using (length(word) < 9) with check -",
                            "  grant select to bansho_reader",
                            "  comment on word: what it says")
                    .noneMatch(line -> line.contains("hidden"));
        }
    }
}
