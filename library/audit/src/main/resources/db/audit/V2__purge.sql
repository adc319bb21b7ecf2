-- The purge of details (L6): the one way in which a record may change, and the only role that may take it.
--
-- A purge takes details and salt of one association's records (or of those of no association, the federation's) within
-- a range of the chain, and nothing else. The record that says so is written first, in the same transaction: the function
-- reads its range, its moment and its count, and does exactly that or fails. The verifier accepts missing details
-- only where such a record covers them.

do $$
begin
    if not exists (select from pg_roles where rolname = 'bansho_purger') then
        create role bansho_purger nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this server is being set up at the same moment
end $$;

grant bansho_purger to bansho_app with inherit false, set true;

create table audit.purge_rule (
    only_row    boolean primary key default true check (only_row),
    minimum_age interval not null default interval '7 years' check (minimum_age >= interval '7 years'),
    keep_newest bigint not null default 10000 check (keep_newest >= 1000),
    batch       bigint not null default 20000 check (batch between 1 and 100000)
);
comment on table audit.purge_rule is
    'floors no association''s period gets below; only the administrator of the database changes them';
comment on column audit.purge_rule.minimum_age is
    'details stay at least this long: reveals are provided numbers, whose records are kept seven years';
comment on column audit.purge_rule.keep_newest is 'the newest records of the chain keep their details, whatever their age';
comment on column audit.purge_rule.batch is 'so many records at most in one transaction';
insert into audit.purge_rule default values;

-- What verification itself reads is never purged: purges, exported heads, and the keys of passkeys.
create function audit.purgeable(event text) returns boolean
    language sql immutable parallel safe
    return event not in ('details-purged', 'head-exported', 'passkey-enrolled');

create function audit.purge_details(authority bigint) returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    as $$
declare
    said   audit.record%rowtype;
    rule   audit.purge_rule%rowtype;
    newest bigint;
    first  bigint;
    last   bigint;
    before timestamptz;
    purged bigint;
begin
    select * into said from audit.record r
     where r.seq = authority and r.event = 'details-purged' and r.xmin = pg_current_xact_id()::xid;
    if not found then
        raise exception 'a purge is recorded first, in the same transaction' using errcode = '42501';
    end if;
    select * into strict rule from audit.purge_rule;
    select h.seq into strict newest from audit.head h;
    first := (said.details::json ->> 'first')::bigint;
    last := (said.details::json ->> 'last')::bigint;
    before := (said.details::json ->> 'before')::timestamptz;
    if before > least(said.at, now()) - rule.minimum_age then
        raise exception 'too young to be purged' using errcode = '42501';
    end if;
    if first < 1 or last < first or last > newest - rule.keep_newest then
        raise exception 'the newest records are not purged' using errcode = '42501';
    end if;
    update audit.record r
       set details = null, salt = null
     where r.seq between first and last and r.association is not distinct from said.association
       and r.at < before and r.details is not null and audit.purgeable(r.event);
    get diagnostics purged = row_count;
    if purged = 0 or purged > rule.batch or purged <> (said.details::json ->> 'count')::bigint then
        raise exception 'another number of records than was recorded' using errcode = '42501';
    end if;
    return purged;
end $$;
comment on function audit.purge_details is
    'takes the details that the record at that position, written in the same transaction, says are purged';

revoke all on function audit.purge_details(bigint) from public;
grant usage on schema audit to bansho_purger;
grant execute on function audit.purge_details(bigint) to bansho_purger;
grant select on audit.purge_rule to bansho_app;
