-- The operator's desk: the emergency session into the database (A7).
--
-- What is typed in an emergency runs inside operation.look or operation.repair, which belong to bansho_emergency and
-- run with its rights alone: PostgreSQL refuses SET ROLE inside them, so the way back to the machine's own roles is
-- shut. bansho_emergency may read what says how the work stands, and never a number, a pad, an index value, a proof
-- of a key, an identifier, an account or the record of use. It may delete nothing anywhere.

do $$
begin
    if not exists (select from pg_roles where rolname = 'bansho_emergency') then
        create role bansho_emergency nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this server is being set up at the same moment
end $$;
grant bansho_emergency to current_user with inherit false, set true;

create schema operation;
grant usage on schema operation to bansho_operator, bansho_federation, bansho_association, bansho_emergency;

create table operation.emergency_session (
    id          bigint generated always as identity primary key,
    application bigint not null unique,
    account     text not null,
    writes      boolean not null,
    opened_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > opened_at and ends_at <= opened_at + interval '4 hours'),
    code_hash   bytea not null check (octet_length(code_hash) = 32),
    console_at  timestamptz,
    backend     int,
    statements  int not null default 0,
    ended_at    timestamptz,
    ended_by    text,
    constraint ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
comment on table operation.emergency_session is 'approved emergency sessions into the database (A7); statements are in the record of use';
comment on column operation.emergency_session.code_hash is 'SHA-256 of the one-time code; the code itself is shown once';
comment on column operation.emergency_session.backend is 'the server process of the console, to cancel what runs when the session is ended';
create unique index one_emergency_at_a_time on operation.emergency_session ((true)) where ended_at is null;

grant select, insert on operation.emergency_session to bansho_operator;
grant update (console_at, backend, statements, ended_at, ended_by) on operation.emergency_session to bansho_operator;
grant select (id, application, account, writes, opened_at, ends_at, console_at, backend, statements, ended_at, ended_by)
    on operation.emergency_session to bansho_federation, bansho_association;
grant update (ended_at, ended_by) on operation.emergency_session to bansho_federation, bansho_association;
grant select (console_at, ends_at, ended_at, writes) on operation.emergency_session to bansho_emergency;

-- ── what an emergency may see and repair ─────────────────────────────────────────────────────────────────────────

grant usage on schema linkage, vault, job, intake, taxfile to bansho_emergency;
grant select (code, name) on linkage.association to bansho_emergency;
grant select (id, association, kind, pension_use, tax_use, state) on linkage.subject to bansho_emergency;
grant select (subject, generation, association, kind, key_version, state, source, pad, job, registered_at)
    on vault.sealed_number to bansho_emergency;
grant select (id, association, key_version) on vault.pad_block to bansho_emergency;
grant select (subject, generation, association, version, state) on vault.number_index to bansho_emergency;
grant select (association, version) on vault.index_alive to bansho_emergency;
grant select (key_name, state) on vault.key_check to bansho_emergency;
grant select (id, association, kind, purpose, actor, role, options, layout, bytes, state, started_at, finished_at, busy_seconds)
    on job.job to bansho_emergency;
grant select (job, number, first_line, lines, next_offset, committed_at) on job.batch to bansho_emergency;
grant select (job, line, association, outcome, rule, column_no) on intake.finding to bansho_emergency;
grant select (id, association, job, line, reason, state, opened_at) on intake.work_item to bansho_emergency;
grant select (job, line, field, reason) on taxfile.missing to bansho_emergency;
grant select on taxfile.violation to bansho_emergency;
grant update (state, finished_at) on job.job to bansho_emergency;

do $$
declare
    guarded text;
begin
    foreach guarded in array array[
        'linkage.subject', 'vault.pad_block', 'vault.sealed_number', 'vault.number_index', 'vault.index_alive',
        'vault.key_check', 'intake.finding', 'intake.work_item', 'job.job', 'job.batch'
    ] loop
        execute format('create policy emergency_reads on %s for select to bansho_emergency using (true)', guarded);
    end loop;
end $$;
create policy emergency_repairs on job.job for update to bansho_emergency using (true) with check (true);

-- ── the only two ways in ─────────────────────────────────────────────────────────────────────────────────────────

create function operation.require_console(writing boolean) returns void language plpgsql stable
    set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from operation.emergency_session s
                    where s.ended_at is null and s.console_at is not null and s.ends_at > clock_timestamp()
                      and (s.writes or not writing)) then
        raise exception 'no emergency session is open for this' using errcode = '42501';
    end if;
end $$;

-- stable: PostgreSQL refuses to change anything from inside it
create function operation.look(statement text) returns setof text language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp as $$
begin
    perform operation.require_console(false);
    return query execute format(E'select row_to_json(answer)::text from (\n%s\n) answer limit 1000', statement);
end $$;

create function operation.repair(statement text) returns bigint language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    touched bigint;
begin
    perform operation.require_console(true);
    execute statement;
    get diagnostics touched = row_count;
    return touched;
end $$;

revoke execute on function operation.require_console(boolean), operation.look(text), operation.repair(text) from public;
grant create on schema operation to bansho_emergency;
alter function operation.require_console(boolean) owner to bansho_emergency;
alter function operation.look(text) owner to bansho_emergency;
alter function operation.repair(text) owner to bansho_emergency;
revoke create on schema operation from bansho_emergency;
set role bansho_emergency;
revoke execute on function operation.require_console(boolean), operation.look(text), operation.repair(text) from public;
grant execute on function operation.look(text), operation.repair(text) to bansho_operator;
reset role;
