-- Until when numbers are kept, and their erasure (R1-R4): what people confirmed, legal holds, and the runs.
--
-- bansho_eraser is taken on by the erasure desk alone, for one association and one run. It deletes nothing by itself:
-- what deletes is in the migrations of the erasure desk, which come after those of the approvals it asks for.

do $$
begin
    if not exists (select from pg_roles where rolname = 'bansho_eraser') then
        create role bansho_eraser nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this server is being set up at the same moment
end $$;
grant bansho_eraser to bansho_app with inherit false, set true;

create schema retention;
grant usage on schema retention to bansho_association, bansho_federation, bansho_operator, bansho_eraser;

-- ── facts ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table retention.death (
    id           bigint generated always as identity primary key,
    association  smallint not null,
    subject      bigint not null,
    confirmed_on date not null,
    erase_from   date not null,
    source       text not null,
    entered_by   text not null,
    entered_at   timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdrawn_because text,
    constraint withdrawn_by_somebody check (num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) in (0, 3)),
    constraint ten_years_at_least check (erase_from > confirmed_on + interval '10 years')
);
comment on table retention.death is '死亡確認日: the day on which the association confirmed a death; corrected, never overwritten';
comment on column retention.death.erase_from is 'first day on which the pension use may be erased; computed again before every erasure';
create unique index death_in_force on retention.death (subject) where withdrawn_at is null;
create index death_by_day on retention.death (association, erase_from) where withdrawn_at is null;

create table retention.deadline (
    id           bigint generated always as identity primary key,
    association  smallint not null,
    subject      bigint not null,
    deadline     date not null,
    erase_from   date not null,
    source       text not null,
    job          bigint,
    entered_by   text not null,
    entered_at   timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdrawn_because text,
    constraint withdrawn_by_somebody check (num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) in (0, 3)),
    constraint seven_years_at_least check (erase_from > deadline + interval '7 years')
);
comment on table retention.deadline is '提出期限 of the declarations that named a dependant; the latest one in force counts';
create unique index deadline_in_force on retention.deadline (subject, deadline) where withdrawn_at is null;
create index deadline_by_day on retention.deadline (association, erase_from) where withdrawn_at is null;

create table retention.hold (
    id           bigint generated always as identity primary key,
    association  smallint not null,
    subject      bigint not null,
    reason       text not null,
    from_day     date not null,
    until_day    date check (until_day >= from_day),
    entered_by   text not null,
    entered_at   timestamptz not null,
    released_by  text,
    released_at  timestamptz,
    released_because text,
    constraint released_by_somebody check (num_nonnulls(released_by, released_at, released_because) in (0, 3))
);
comment on table retention.hold is '廃棄留保: legal holds; nobody is erased while one covers the day';
create index hold_of_subject on retention.hold (subject) where released_at is null;

-- ── runs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

create table retention.run (
    id             bigint generated always as identity primary key,
    association    smallint not null,
    due_on         date not null,
    reason         text not null,
    state          text not null check (state in ('prepared', 'applied', 'dropped', 'erased', 'destroyed', 'certified')),
    digest         text not null check (digest ~ '^[0-9a-f]{64}$'),
    pension_uses   int not null check (pension_uses >= 0),
    tax_uses       int not null check (tax_uses >= 0),
    people         int not null check (people >= 0),
    prepared_by    text not null,
    prepared_at    timestamptz not null,
    application    bigint unique,
    approved_by    text,
    erased_at      timestamptz,
    numbers        bigint,
    pad_version    smallint,
    key_before     text,
    key_after      text,
    certificate    text,
    finished_at    timestamptz,
    constraint not_empty check (pension_uses + tax_uses > 0),
    constraint erased_by_two check (state not in ('erased', 'destroyed', 'certified')
        or (num_nulls(application, approved_by, erased_at, numbers, pad_version, key_before) = 0 and approved_by <> prepared_by)),
    constraint certified_after_destruction check ((state = 'certified') = (certificate is not null))
);
comment on table retention.run is
    'prepared: list frozen; applied: waits for approval or start; erased: committed, keys to be destroyed; destroyed; certified';
comment on column retention.run.digest is 'SHA-256 of the frozen list: what the approval is bound to';
comment on column retention.run.certificate is 'SHA-256 of the signed certificate';

create table retention.run_item (
    run         bigint not null references retention.run,
    association smallint not null,
    subject     bigint not null,
    use         text not null check (use in ('pension', 'tax')),
    fact        date not null,
    erase_from  date not null,
    whole       boolean not null,
    primary key (run, subject, use)
);
comment on table retention.run_item is 'the frozen list of a run; afterwards all that is left of an erased person: a handle and a rule';
comment on column retention.run_item.whole is 'the last use goes, and with it the number and the person''s row';

create view retention.standing with (security_invoker) as
select s.association, s.id as subject, s.user_number, s.kind, 'pension' as use, d.confirmed_on as fact, d.erase_from
  from linkage.subject s
  left join retention.death d on d.subject = s.id and d.withdrawn_at is null
 where s.pension_use
union all
select s.association, s.id, s.user_number, s.kind, 'tax', t.fact, t.erase_from
  from linkage.subject s
  left join (select subject, max(deadline) as fact, max(erase_from) as erase_from
               from retention.deadline where withdrawn_at is null group by subject) t on t.subject = s.id
 where s.tax_use;
comment on view retention.standing is 'each use of each person with the date its clock runs from; null while no clock runs';

-- ── rights ───────────────────────────────────────────────────────────────────────────────────────────────────────

grant select, insert on retention.death, retention.deadline, retention.hold to bansho_association;
grant update (withdrawn_by, withdrawn_at, withdrawn_because) on retention.death, retention.deadline to bansho_association;
grant update (released_by, released_at, released_because) on retention.hold to bansho_association;
grant select, insert, update (state, application) on retention.run to bansho_association;
grant select, insert on retention.run_item to bansho_association;
grant select on retention.standing to bansho_association;
grant select on retention.run to bansho_operator;
grant select on retention.death, retention.deadline, retention.hold, retention.run, retention.standing to bansho_federation;

grant usage on schema linkage, vault to bansho_eraser;
grant select on vault.pad_block to bansho_eraser;
grant select, update (state, approved_by, erased_at, numbers, pad_version, key_before, key_after, certificate, finished_at)
    on retention.run to bansho_eraser;
grant select on retention.run_item to bansho_eraser;

do $$
declare
    guarded text;
begin
    foreach guarded in array array['death', 'deadline', 'hold', 'run', 'run_item'] loop
        execute format('alter table retention.%I enable row level security', guarded);
        execute format('alter table retention.%I force row level security', guarded);
    end loop;
    foreach guarded in array array['death', 'deadline', 'hold'] loop
        execute format(
            'create policy own_association on retention.%I to bansho_association
                 using (association = (select linkage.current_association()))
                 with check (association = (select linkage.current_association()))', guarded);
    end loop;
    foreach guarded in array array['retention.run', 'retention.run_item', 'vault.pad_block'] loop
        execute format(
            'create policy eraser_of_one_association on %s to bansho_eraser
                 using (association = (select linkage.current_association()))
                 with check (association = (select linkage.current_association()))', guarded);
    end loop;
end $$;

-- A list is written before anybody applies for it, and never again.
create policy own_association on retention.run_item for select to bansho_association
    using (association = (select linkage.current_association()));
create policy association_prepares on retention.run_item for insert to bansho_association
    with check (association = (select linkage.current_association())
                and run in (select id from retention.run where state = 'prepared'));

-- The association prepares and applies; only the eraser says that something was erased.
create policy own_association on retention.run for select to bansho_association
    using (association = (select linkage.current_association()));
create policy association_prepares on retention.run for insert to bansho_association
    with check (association = (select linkage.current_association()) and state = 'prepared');
create policy association_applies on retention.run for update to bansho_association
    using (association = (select linkage.current_association()) and state in ('prepared', 'applied'))
    with check (association = (select linkage.current_association()) and state in ('prepared', 'applied', 'dropped'));
create policy federation_reads on retention.death for select to bansho_federation using (true);
create policy federation_reads on retention.deadline for select to bansho_federation using (true);
create policy federation_reads on retention.hold for select to bansho_federation using (true);
create policy federation_reads on retention.run for select to bansho_federation using (true);
create policy operator_sees on retention.run for select to bansho_operator using (true);

create function retention.refuse_going_back() returns trigger language plpgsql as $$
begin
    raise exception 'a list that was applied for is not opened again' using errcode = '55000';
end $$;
create trigger no_way_back before update on retention.run
    for each row when (old.state <> 'prepared' and new.state = 'prepared')
    execute function retention.refuse_going_back();

-- The eraser may vacuum what it emptied, where the server knows that right (PostgreSQL 17 and later).
do $$
begin
    if current_setting('server_version_num')::int >= 170000 then
        grant maintain on linkage.subject, vault.sealed_number, vault.number_index, vault.pad_block,
            intake.work_item, intake.finding, retention.death, retention.deadline, retention.hold to bansho_eraser;
    end if;
end $$;
