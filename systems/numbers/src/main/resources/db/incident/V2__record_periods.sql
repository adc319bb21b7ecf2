-- How long an association keeps the details of its records of use, and the purges that follow (L6). The purge itself and
-- its floors stand in the schema of the record.

create schema purge;
grant usage on schema purge to bansho_desk, bansho_operator;

create table purge.period (
    id           bigint generated always as identity primary key,
    organisation smallint not null check (organisation between 0 and 99),
    years        smallint not null check (years between 7 and 50),
    reason       text not null check (btrim(reason) <> ''),
    set_by       text not null,
    set_at       timestamptz not null
);
comment on table purge.period is 'the period each organisation has set, newest last; none set, nothing is purged';
create index period_of_organisation on purge.period (organisation, id);

create table purge.run (
    id           bigint generated always as identity primary key,
    organisation smallint not null check (organisation between 0 and 99),
    application  bigint not null unique,
    years        smallint not null,
    before       timestamptz not null,
    last_seq     bigint not null,
    expected     bigint not null,
    ordered_by   text not null,
    ordered_at   timestamptz not null,
    started_at   timestamptz,
    next_seq     bigint not null default 1,
    purged       bigint not null default 0,
    finished_at  timestamptz,
    constraint finished_after_it_started check (finished_at is null or started_at is not null)
);
comment on table purge.run is 'purges ordered: applied for, approved by a second person, run batch by batch';
comment on column purge.run.next_seq is 'the chain up to here is done; a run that broke off goes on here';

grant select, insert on purge.period, purge.run to bansho_desk;
grant update (started_at, next_seq, purged, finished_at) on purge.run to bansho_desk;
grant select on purge.period, purge.run to bansho_operator;

do $$
declare
    guarded text;
begin
    foreach guarded in array array['period', 'run'] loop
        execute format('alter table purge.%I enable row level security', guarded);
        execute format('alter table purge.%I force row level security', guarded);
        execute format(
            'create policy own_organisation on purge.%I to bansho_desk
                 using (organisation = (select access.current_organisation()))
                 with check (organisation = (select access.current_organisation()))', guarded);
        execute format('create policy operation_reads on purge.%I for select to bansho_operator using (true)', guarded);
    end loop;
end $$;
