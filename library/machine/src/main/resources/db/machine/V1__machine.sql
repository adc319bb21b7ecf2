-- What every machine but the number machine keeps of itself: which keys its rows were sealed with (S1).
--
-- Check values say whether a key is the right one and nothing about the key.
do $$
begin
    if not exists (select from pg_roles where rolname = 'bansho_app') then
        create role bansho_app nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this server is being set up at the same moment
end $$;

create schema machine;

create table machine.key_check (
    key_name    text primary key,
    check_value bytea not null check (octet_length(check_value) = 8),
    state       text not null default 'in-use' check (state in ('in-use', 'leaving'))
);
comment on table machine.key_check is 'check values of the keys this database was filled with';
grant usage on schema machine to bansho_app;
grant select, insert, delete on machine.key_check to bansho_app;
