-- What the Juki-net machine keeps: jobs, and while a job lasts its batches, sealed. No name, no code, no number stands here
-- readable, ever. Duties J1-J6, M6.
--
-- bansho_juki is taken on for every piece of work; the machine logs in as bansho_app, which owns nothing.
do $$
begin
    if not exists (select from pg_roles where rolname = 'bansho_juki') then
        create role bansho_juki nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this server is being set up at the same moment
end $$;
grant bansho_juki to bansho_app with inherit false, set true;

create schema juki;
grant usage on schema juki to bansho_juki;

create table juki.job (
    id            bigint generated always as identity primary key,
    association   smallint not null check (association between 1 and 99),
    purpose       text not null check (purpose in ('registration', 'life-status')),
    parcel        text not null unique,
    manifest_hash text not null check (manifest_hash ~ '^[0-9a-f]{64}$'),
    asked_for     text not null,
    key_version   int not null check (key_version between 1 and 32767),
    state         text not null check (state in ('taken-in', 'answered', 'delivered', 'wiped')),
    inquiries     bigint not null check (inquiries > 0),
    batches       int not null check (batches > 0),
    hits          bigint not null default 0,
    rows          bigint not null default 0,
    out_parcel    text unique,
    out_folder    text,
    out_use_by    date,
    out_hash      text check (out_hash ~ '^[0-9a-f]{64}$'),
    key_before    text,
    key_after     text,
    unique (association, key_version),
    constraint delivered_with_a_parcel check (state not in ('delivered', 'wiped') or num_nulls(out_parcel, out_hash) = 0),
    constraint wiped_with_its_key check ((state = 'wiped') = (num_nulls(key_before, key_after) = 0))
);
comment on table juki.job is
    'taken-in: parcel read, sealed; answered: all batches; delivered: parcel for the number machine stands, rows are gone; wiped: their key is destroyed';
comment on column juki.job.key_version is 'the transit-seal key of this job; no version is ever used twice';
comment on column juki.job.out_folder is 'where a parcel is being written; what a killed writing left there is removed by the next';

create table juki.batch (
    job       bigint not null references juki.job,
    number    int not null check (number > 0),
    lines     int not null check (lines > 0),
    inquiries bytea not null,
    answer    bytea,
    rows      int,
    hits      int,
    primary key (job, number),
    constraint answered_whole check (num_nulls(answer, rows, hits) in (0, 3))
);
alter table juki.batch alter column inquiries set storage external, alter column answer set storage external;
comment on table juki.batch is 'inquiries and answers under the key of their job, until it is delivered';

create table juki.step (
    id    bigint generated always as identity primary key,
    job   bigint not null references juki.job,
    at    timestamptz not null,
    step  text not null,
    batch int,
    count bigint,
    doer  text not null,
    witness text check (witness <> doer)
);
comment on table juki.step is '実行記録: what was done with a job, when, by whom; goes with the parcel (J5)';
create index step_of_job on juki.step (job, id);

grant select, insert, update (state, hits, rows, out_parcel, out_folder, out_use_by, out_hash, key_before, key_after) on juki.job to bansho_juki;
grant select, insert, update (answer, rows, hits), delete on juki.batch to bansho_juki;
grant select, insert on juki.step to bansho_juki;
do $$
begin
    if current_setting('server_version_num')::int >= 170000 then
        grant maintain on juki.batch to bansho_juki;
    end if;
end $$;
