package jp.bansho.bench.peers;

import java.sql.DriverManager;
import java.sql.SQLException;

/// The peers' tables: the columns, constraints and indexes of the number machine's, the index table
/// unlogged like there. ShardingSphere keeps its lookup value beside the cipher, so its unique
/// index stands on that table.
final class PeerTables {

    private PeerTables() {}

    static void make(String url, String user) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, "");
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pgcrypto");
            statement.execute("""
                    drop table if exists subject, sealed_number, number_index, assisted_number, staged;

                    create table subject (
                        id                   bigint primary key,
                        association          smallint not null,
                        kind                 smallint not null check (kind between 1 and 3),
                        pension_use          boolean not null,
                        tax_use              boolean not null,
                        state                smallint not null default 1 check (state between 1 and 2),
                        user_number          text collate "C" not null,
                        own_number           text collate "C",
                        certificate_number   text collate "C",
                        basic_pension_number text collate "C",
                        payroll_number       text collate "C",
                        unique (association, user_number)
                    );
                    create index on subject (association, own_number) where own_number is not null;
                    create index on subject (association, certificate_number) where certificate_number is not null;
                    create index on subject (association, basic_pension_number) where basic_pension_number is not null;
                    create index on subject (association, payroll_number) where payroll_number is not null;

                    create table sealed_number (
                        subject       bigint not null,
                        generation    smallint not null check (generation > 0),
                        association   smallint not null,
                        kind          smallint not null,
                        key_version   smallint not null,
                        state         smallint not null check (state between 1 and 4),
                        source        smallint not null check (source between 1 and 3),
                        job           bigint not null,
                        registered_at timestamptz not null,
                        actor         text not null,
                        sealed        bytea not null,
                        primary key (subject, generation)
                    );

                    create unlogged table number_index (
                        tag         uuid primary key,
                        subject     bigint not null,
                        generation  smallint not null,
                        association smallint not null,
                        version     smallint not null,
                        state       smallint not null
                    );

                    create table assisted_number (
                        subject         bigint not null,
                        generation      smallint not null check (generation > 0),
                        association     smallint not null,
                        kind            smallint not null,
                        key_version     smallint not null,
                        state           smallint not null check (state between 1 and 4),
                        source          smallint not null check (source between 1 and 3),
                        job             bigint not null,
                        registered_at   timestamptz not null,
                        actor           text not null,
                        number_cipher   text not null,
                        number_assisted text not null unique,
                        primary key (subject, generation)
                    );
                    """);
        }
    }
}
