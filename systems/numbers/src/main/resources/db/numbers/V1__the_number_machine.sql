-- The number machine 個人番号管理システム: one schema per desk, one row-level rule for all.
--
-- Roles: bansho_app logs in and may do nothing by itself; for each piece of work it takes on either
-- bansho_association (one association's own rows) or bansho_federation (reads all, for tax files). Neither owns a
-- table, neither is a superuser, neither may bypass row security.

do $$
declare
    wanted text;
begin
    foreach wanted in array array['bansho_app', 'bansho_association', 'bansho_federation', 'bansho_operator'] loop
        begin
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit', wanted);
            end if;
        exception when duplicate_object or unique_violation then
            null; -- another database of this server is being set up at the same moment
        end;
    end loop;
end $$;

grant bansho_association, bansho_federation, bansho_operator to bansho_app with inherit false, set true;
-- who sets the machine up marks new indexes as whole, association by association
grant bansho_association to current_user with inherit false, set true;

create schema linkage;
create schema vault;
create schema job;
create schema intake;
create schema taxfile;

grant usage on schema linkage, vault, job, intake, taxfile to bansho_association, bansho_federation, bansho_operator;

create function linkage.current_association() returns smallint
    language sql stable parallel safe
    return nullif(current_setting('bansho.association', true), '')::smallint;

-- ── linkage: who ─────────────────────────────────────────────────────────────────────────────────────────────────

create table linkage.association (
    code                       smallint primary key check (code between 1 and 99),
    name                       text not null,
    user_number_pattern        text not null,
    certificate_number_pattern text not null,
    payroll_number_pattern     text not null,
    own_number_pattern         text not null
);
comment on table linkage.association is '構成組合: member associations and the patterns of their identifiers';

create sequence linkage.subject_range;
comment on sequence linkage.subject_range is 'each value hands out 1,024 subject handles';

create table linkage.subject (
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
comment on column linkage.subject.kind is '1 recipient 受給権者, 2 spouse 加給年金額対象配偶者, 3 dependant 扶養控除対象者';
comment on column linkage.subject.pension_use is '個人番号利用事務 (N10)';
comment on column linkage.subject.tax_use is '個人番号関係事務 (N10)';
comment on column linkage.subject.state is '1 in use, 2 ended';

create index subject_own_number on linkage.subject (association, own_number) where own_number is not null;
create index subject_certificate_number on linkage.subject (association, certificate_number) where certificate_number is not null;
create index subject_basic_pension_number on linkage.subject (association, basic_pension_number) where basic_pension_number is not null;
create index subject_payroll_number on linkage.subject (association, payroll_number) where payroll_number is not null;

-- ── vault: what ──────────────────────────────────────────────────────────────────────────────────────────────────

create table vault.key_check (
    key_name    text primary key,
    check_value bytea not null
);
comment on table vault.key_check is 'proof of which keys this database was filled with; a start with others is refused (S1)';

create sequence vault.pad_block_id;

create table vault.pad_block (
    id          bigint primary key,
    association smallint not null,
    key_version smallint not null,
    sealed      bytea not null
);
comment on table vault.pad_block is '256 one-time pads each; what erasure destroys (R3)';
alter table vault.pad_block alter column sealed set storage external;

create table vault.sealed_number (
    subject       bigint not null,
    generation    smallint not null check (generation > 0),
    association   smallint not null,
    kind          smallint not null,
    key_version   smallint not null,
    state         smallint not null check (state between 1 and 4),
    source        smallint not null check (source between 1 and 3),
    pad           bigint not null,
    job           bigint not null,
    registered_at timestamptz not null,
    actor         text not null,
    sealed        bytea not null,
    primary key (subject, generation)
);
comment on table vault.sealed_number is 'numbers with their history: who, when, from which source; never overwritten';
comment on column vault.sealed_number.state is '1 current, 2 former, 3 proposed (waits for a person), 4 rejected';
comment on column vault.sealed_number.source is '1 identity inquiry, 2 dependants file, 3 business terminal';

-- Not logged, so that no write-ahead log, no standby and no base backup ever holds an index value: whoever has the
-- index key could test all 10^11 numbers against one. It is derived from vault.sealed_number and built again after a
-- crash or a restore; vault.index_alive says whether it is whole.
create unlogged table vault.number_index (
    tag         uuid primary key,
    subject     bigint not null,
    generation  smallint not null,
    association smallint not null,
    version     smallint not null,
    state       smallint not null
);

-- ANALYZE would copy sample values into the logged catalogue of statistics.
alter table vault.number_index alter column tag set statistics 0;

create unlogged table vault.index_alive (
    association smallint not null,
    version     smallint not null,
    primary key (association, version)
);

-- ── job: what was run ────────────────────────────────────────────────────────────────────────────────────────────

create table job.job (
    id           bigint generated always as identity primary key,
    association  smallint,
    kind         text not null,
    purpose      text not null,
    actor        text not null,
    role         text not null,
    source_path  text not null,
    target_path  text,
    options      text not null default '',
    layout       text not null,
    bytes        bigint not null,
    fingerprint  bytea not null,
    state        text not null check (state in ('running', 'finished', 'refused')),
    started_at   timestamptz not null,
    finished_at  timestamptz,
    busy_seconds double precision not null default 0
);
comment on column job.job.fingerprint is 'HMAC-SHA-256 of the input under a key: a plain hash of a short file could be guessed back';
create index job_fingerprint on job.job (fingerprint);

create table job.batch (
    job         bigint not null,
    number      int not null,
    first_line  bigint not null,
    lines       int not null,
    next_offset bigint not null,
    outcomes    bytea not null,
    committed_at timestamptz not null,
    primary key (job, number)
);
comment on column job.batch.outcomes is 'one byte per line: the outcome of each row, in file order';

-- ── intake ───────────────────────────────────────────────────────────────────────────────────────────────────────

create table intake.finding (
    job         bigint not null,
    line        bigint not null,
    association smallint not null,
    outcome     smallint not null,
    rule        text not null,
    column_no   smallint not null,
    echo_key    text,
    primary key (job, line)
);
comment on table intake.finding is 'rows that were not simply registered; never holds the number';

create table intake.work_item (
    id            bigint generated always as identity primary key,
    association   smallint not null,
    job           bigint not null,
    line          bigint not null,
    reason        text not null,
    echo_key      text,
    subject       bigint,
    other_subject bigint,
    generation    smallint,
    state         text not null default 'open' check (state in ('open', 'decided')),
    opened_at     timestamptz not null,
    unique (job, line)
);
create index work_item_open on intake.work_item (association, reason) where state = 'open';
comment on table intake.work_item is 'what waits for a person: conflicts, several hits, no hit';

-- ── taxfile ──────────────────────────────────────────────────────────────────────────────────────────────────────

create table taxfile.missing (
    job         bigint not null,
    line        bigint not null,
    field       smallint not null,
    user_number text,
    reason      text not null,
    primary key (job, line, field)
);
comment on table taxfile.missing is 'fields of a tax file that stayed empty, and why';

create table taxfile.violation (
    job       bigint not null,
    line      bigint not null,
    column_no smallint not null,
    rule      text not null
);

-- ── rights ───────────────────────────────────────────────────────────────────────────────────────────────────────

grant select on linkage.association to bansho_association, bansho_federation, bansho_operator;
grant usage on sequence linkage.subject_range, vault.pad_block_id to bansho_association;
grant select, insert, update on linkage.subject to bansho_association;
grant select on vault.key_check to bansho_app, bansho_association, bansho_federation;
grant usage on schema vault, linkage to bansho_app;
grant select, insert on vault.pad_block to bansho_association;
grant select, insert, update (state) on vault.sealed_number to bansho_association;
grant select, insert, update (state), delete on vault.number_index to bansho_association;
grant select, insert, delete on vault.index_alive to bansho_association;
grant select on linkage.subject, vault.sealed_number, vault.pad_block to bansho_federation;

grant select, insert, update on job.job to bansho_association, bansho_federation;
grant select, insert on job.batch to bansho_association, bansho_federation;
grant delete on job.batch to bansho_federation;
grant select on job.job, job.batch to bansho_operator;
grant select, insert on intake.finding to bansho_association;
grant select, insert on intake.work_item to bansho_association;
grant update (state) on intake.work_item to bansho_association;
grant select, insert, delete on taxfile.missing, taxfile.violation to bansho_federation;

-- ── an association sees only its own people (N12) ────────────────────────────────────────────────────────────────

do $$
declare
    guarded text;
begin
    foreach guarded in array array[
        'linkage.subject', 'vault.pad_block', 'vault.sealed_number', 'vault.number_index', 'vault.index_alive',
        'intake.finding', 'intake.work_item', 'job.job'
    ] loop
        execute format('alter table %s enable row level security', guarded);
        execute format('alter table %s force row level security', guarded);
        execute format(
            'create policy own_association on %s to bansho_association
                 using (association = (select linkage.current_association()))
                 with check (association = (select linkage.current_association()))', guarded);
    end loop;
end $$;

create policy federation_reads on linkage.subject for select to bansho_federation using (true);
create policy federation_reads on vault.pad_block for select to bansho_federation using (true);
create policy federation_reads on vault.sealed_number for select to bansho_federation using (true);
create policy federation_own_jobs on job.job to bansho_federation using (association is null) with check (association is null);
create policy operator_reads on job.job for select to bansho_operator using (true);

alter table job.batch enable row level security;
alter table job.batch force row level security;
create policy through_its_job on job.batch to bansho_association, bansho_federation, bansho_operator
    using (exists (select from job.job j where j.id = batch.job))
    with check (exists (select from job.job j where j.id = batch.job));
