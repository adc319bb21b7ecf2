-- Keys change while the machine runs (ADR 0003): the database says which version new values take, and which version
-- no row may name any more. The keys themselves are never here.

alter table vault.key_check add column state text not null default 'in-use'
    check (state in ('in-use', 'filling', 'opening', 'leaving'));
comment on column vault.key_check.state is
    'in-use: new values take it; filling: an index version being built beside; opening: old values alone; leaving: no row names it, to be destroyed';

create unique index key_in_use on vault.key_check ((regexp_replace(key_name, '/[0-9]+$', ''))) where state = 'in-use';

do $$
begin
    if not exists (select from pg_roles where rolname = 'bansho_keeper') then
        create role bansho_keeper nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this server is being set up at the same moment
end $$;
grant bansho_keeper to bansho_app with inherit false, set true;

-- The keeper changes keys, association by association. It sees no person and deletes no number.
grant usage on schema vault, linkage to bansho_keeper;
grant select, insert, update (state), delete on vault.key_check to bansho_keeper;
grant select, update (key_version, sealed) on vault.pad_block, vault.sealed_number to bansho_keeper;
grant select, insert, update (state), delete on vault.number_index to bansho_keeper;
grant select, insert, delete on vault.index_alive to bansho_keeper;

do $$
declare
    guarded text;
begin
    foreach guarded in array array['vault.pad_block', 'vault.sealed_number', 'vault.number_index', 'vault.index_alive'] loop
        execute format(
            'create policy keeper_of_one_association on %s to bansho_keeper
                 using (association = (select linkage.current_association()))
                 with check (association = (select linkage.current_association()))', guarded);
    end loop;
end $$;

alter table vault.key_check enable row level security;
create policy machine_reads on vault.key_check for select to bansho_app, bansho_federation using (true);
create policy own_keys on vault.key_check for select to bansho_association
    using (split_part(key_name, '/', 2) = (select linkage.current_association())::text);
create policy keeper_of_one_association on vault.key_check to bansho_keeper
    using (split_part(key_name, '/', 2) = (select linkage.current_association())::text)
    with check (split_part(key_name, '/', 2) = (select linkage.current_association())::text);

-- A writer whose memory is behind the database must not keep a value under a key that is about to be destroyed.
create function vault.refuse_leaving_key() returns trigger language plpgsql as $$
begin
    if exists (select from fresh
                 join vault.key_check k
                   on k.key_name = tg_argv[0] || '/' || fresh.association || '/' || fresh.key_version
                where k.state = 'leaving') then
        raise exception 'the key version of this value is about to be destroyed' using errcode = '55000';
    end if;
    return null;
end $$;

create trigger no_leaving_key after insert on vault.sealed_number
    referencing new table as fresh for each statement execute function vault.refuse_leaving_key('number-seal');
create trigger no_leaving_key after insert on vault.pad_block
    referencing new table as fresh for each statement execute function vault.refuse_leaving_key('pad-seal');
