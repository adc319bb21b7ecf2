-- Backups: a login that can read the server through PostgreSQL's replication protocol and nothing else, and the list
-- of backups that were read back and found whole (S4).
do $$
begin
    if not exists (select from pg_roles where rolname = 'bansho_backup') then
        create role bansho_backup nosuperuser nocreatedb nocreaterole replication nobypassrls noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this server is being set up at the same moment
end $$;

create schema recovery;
grant usage on schema recovery to bansho_app, bansho_operator;

create table recovery.backup (
    id          bigint generated always as identity primary key,
    file_name   text not null,
    made_at     timestamptz not null,
    verified_at timestamptz not null,
    bytes       bigint not null check (bytes > 0),
    start_lsn   pg_lsn not null,
    end_lsn     pg_lsn not null,
    audit_seq   bigint not null
);
comment on table recovery.backup is 'backups that were written, read back and found whole; a backup does not contain its own row';
comment on column recovery.backup.audit_seq is 'the record of use is in the backup at least up to here';

grant select, insert on recovery.backup to bansho_operator;
grant select on recovery.backup to bansho_app;
