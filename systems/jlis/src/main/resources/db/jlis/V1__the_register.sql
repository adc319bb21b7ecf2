-- The stand-in for the authority (地方公共団体情報システム機構, J-LIS): the resident register and the inquiry service.
--
-- Roles: bansho_app logs in and may do nothing by itself; for each piece of work it takes on one of
--   bansho_registrar  loads the register and enters events: residents and numbers, no inquiry
--   bansho_window     answers inquiries: reads residents and numbers, keeps its answers, changes nobody
--   bansho_watch      counts, sees no person and no number
-- None owns a table, none is a superuser.

do $$
declare
    wanted text;
begin
    foreach wanted in array array['bansho_registrar', 'bansho_window', 'bansho_watch'] loop
        begin
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit', wanted);
            end if;
        exception when duplicate_object or unique_violation then
            null; -- another database of this server is being set up at the same moment
        end;
    end loop;
end $$;

grant bansho_registrar, bansho_window, bansho_watch to bansho_app with inherit false, set true;

create schema residents;
create schema numbering;
create schema inquiry;

-- ── residents: who ───────────────────────────────────────────────────────────────────────────────────────────────

create table residents.resident (
    id             bigint primary key,
    code           bigint not null unique check (code between 1 and 99999999999),
    birth          date not null,
    municipality   integer not null check (municipality between 1000 and 99999),
    changed        date,
    sex            smallint not null check (sex in (1, 2)),
    standing       smallint not null check (standing in (1, 2, 3)),
    reason         smallint not null check (reason between 0 and 99),
    effect         smallint not null check (effect between 0 and 3),
    steps          smallint not null default 0 check (steps >= 0),
    name_glyphs    smallint not null check (name_glyphs >= 0),
    address_glyphs smallint not null check (address_glyphs >= 0),
    name           text collate "C" not null,
    kana           text collate "C" not null,
    address        text collate "C" not null,
    check ((changed is null) = (reason = 0)),
    check (standing = 1 or changed is not null)
);
comment on table residents.resident is '本人確認情報: the residents as the register knows them today, without their numbers';
comment on column residents.resident.id is 'internal handle, from 1 in the order of the load';
comment on column residents.resident.code is '住民票コード resident record code';
comment on column residents.resident.standing is '1 resident, 2 dead, 3 left the country';
comment on column residents.resident.reason is '異動事由 of the last change, 0 none known';
comment on column residents.resident.effect is 'what the last change changed: 0 nothing known, 1 items, 2 the Individual Number, 3 the life status';
comment on column residents.resident.steps is 'how many earlier states are in residents.former';

-- the four basic items are found by these; names and addresses are compared by rules that no index knows
create index resident_place on residents.resident (birth, municipality, sex);

create table residents.former (
    resident       bigint not null references residents.resident (id),
    step           smallint not null check (step > 0),
    birth          date not null,
    municipality   integer not null,
    changed        date,
    standing       smallint not null,
    reason         smallint not null,
    effect         smallint not null,
    name_glyphs    smallint not null,
    address_glyphs smallint not null,
    name           text collate "C" not null,
    kana           text collate "C" not null,
    address        text collate "C" not null,
    primary key (resident, step)
);
comment on table residents.former is '異動履歴: what stood there before each event, the first state as step 1';
create index former_place on residents.former (birth, municipality);

create function residents.take_stock() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    analyze residents.resident;
    analyze residents.former;
    analyze numbering.number;
end $$;
comment on function residents.take_stock() is 'lets PostgreSQL count the tables anew, after a load';
revoke execute on function residents.take_stock() from public;

-- ── numbering: what ──────────────────────────────────────────────────────────────────────────────────────────────

create table numbering.number (
    resident    bigint not null,
    generation  smallint not null check (generation > 0),
    key_version smallint not null check (key_version > 0),
    mark        uuid not null unique,
    sealed      bytea not null check (octet_length(sealed) = 33),
    primary key (resident, generation)
);
comment on table numbering.number is 'every number that was ever issued, sealed; the highest generation is the present one (C1)';
comment on column numbering.number.mark is 'keyed, says whether a number was issued before; by law an Individual Number and guarded like one';

-- ── inquiry: the answers ─────────────────────────────────────────────────────────────────────────────────────────

create table inquiry.batch (
    asker       text not null,
    job         text not null,
    batch       integer not null check (batch > 0),
    answered    timestamptz not null,
    fingerprint bytea not null check (octet_length(fingerprint) = 32),
    inquiries   integer not null,
    found       integer not null,
    no_hit      integer not null,
    several     integer not null,
    in_error    integer not null,
    rows        integer not null,
    key_version smallint,
    answer      bytea,
    primary key (asker, job, batch),
    check ((answer is null) = (key_version is null))
);
comment on table inquiry.batch is 'each batch of inquiries that was answered, and by whom it was asked';
comment on column inquiry.batch.fingerprint is 'keyed hash of what was asked';
comment on column inquiry.batch.answer is 'the answer, compressed and sealed, so that a repeat gets the same bytes; erased after some days';
alter table inquiry.batch alter column answer set storage external;
create index batch_kept on inquiry.batch (answered) where key_version is not null;

-- ── rights ───────────────────────────────────────────────────────────────────────────────────────────────────────

grant usage on schema residents, numbering to bansho_registrar, bansho_window;
grant usage on schema residents, numbering, inquiry to bansho_watch;
grant usage on schema inquiry to bansho_window;

grant select, insert, update on residents.resident to bansho_registrar;
grant select, insert on residents.former to bansho_registrar;
grant select, insert on numbering.number to bansho_registrar;
grant execute on function residents.take_stock() to bansho_registrar;

grant select on residents.resident, residents.former, numbering.number to bansho_window;
grant select, insert on inquiry.batch to bansho_window;
grant update (answer, key_version) on inquiry.batch to bansho_window;

grant select (id, standing) on residents.resident to bansho_watch;
grant select (resident, step) on residents.former to bansho_watch;
grant select (resident, generation) on numbering.number to bansho_watch;
grant select (asker, job, batch, answered, inquiries, found, no_hit, several, in_error, rows, key_version)
    on inquiry.batch to bansho_watch;
