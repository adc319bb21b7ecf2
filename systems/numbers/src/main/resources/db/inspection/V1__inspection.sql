-- The inspection desk (L2, L3, L5): who may read which part of the record of use, what the log check found, and the
-- planted records nobody has business with. Runs after the schemas of the record and of the accounts.
--
-- Nobody reads audit.record itself but the login bansho_app. Each scope has one view of its own part; a query that
-- forgets its condition sees no more than that.

create schema inspection;
grant usage on schema inspection to bansho_association, bansho_federation, bansho_operator;

-- ── marks: names and addresses are not kept (N1), but the log check compares them ─────────────────────────────────

alter table linkage.subject
    add column family_mark  bigint,
    add column address_mark bigint;
comment on column linkage.subject.family_mark is
    '64 bits of HMAC-SHA-256 of the family name under the association''s key: equal or not, nothing else (L5)';
comment on column linkage.subject.address_mark is '64 bits of HMAC-SHA-256 of the address; equal or not, nothing else (L5)';

-- ── parts of the record ──────────────────────────────────────────────────────────────────────────────────────────

create index record_by_actor on audit.record (actor, seq);
create index record_by_time on audit.record using brin (at);

-- The views below look accounts up as their owner, whom the forced row-level security of access.account would bind.
create policy record_views on access.account for select to current_user using (true);

create view inspection.record with (security_barrier) as
select seq, at, system, actor, role, association, event, purpose, subject, job, details, hash
  from audit.record
 where association = (select linkage.current_association());
comment on view inspection.record is 'what concerns the association''s own people and staff (N12, L2)';
grant select on inspection.record to bansho_association;

create view inspection.federation_record with (security_barrier) as
select seq, at, system, actor, role, association, event, purpose, subject, job, details, hash
  from audit.record
 where (association is null and role not in ('operator', 'operations-manager'))
    or role in ('federation', 'federation-officer')
    or actor in (select id from access.account where organisation = 0);
comment on view inspection.federation_record is 'what the federation''s own people did, for itself or with an association''s people';
grant select on inspection.federation_record to bansho_federation;

create view inspection.operation_record with (security_barrier) as
select seq, at, system, actor, role, association, event, purpose, subject, job, details, hash
  from audit.record
 where role in ('operator', 'operations-manager', 'none')
    or actor in (select id from access.account where organisation = 100);
comment on view inspection.operation_record is 'what operators and the machine itself did, apart from the rest (L3)';
grant select on inspection.operation_record to bansho_operator;

create view inspection.tax_file with (security_barrier) as
select at from audit.record where event = 'file-appended';
comment on view inspection.tax_file is 'when tax files were filled, and nothing else: follows up a reveal made for one';
grant select on inspection.tax_file to bansho_association, bansho_federation;

-- ── the log check ────────────────────────────────────────────────────────────────────────────────────────────────

create table inspection.run (
    id           bigint generated always as identity primary key,
    organisation smallint not null check (organisation between 0 and 100),
    ran_by       text not null,
    ran_at       timestamptz not null,
    first_day    date not null,
    last_day     date not null,
    records      bigint not null,
    hits         int not null,
    added        int not null
);
comment on table inspection.run is 'each time the record was checked (L5)';
create index run_of_organisation on inspection.run (organisation, id);

create table inspection.finding (
    id            bigint generated always as identity primary key,
    organisation  smallint not null check (organisation between 0 and 100),
    rule          text not null,
    account       text not null,
    day           date not null,
    subject       bigint,
    amount        int not null check (amount > 0),
    records       bigint[] not null check (cardinality(records) between 1 and 200),
    first_seen    timestamptz not null,
    state         text not null default 'open' check (state in ('open', 'explained', 'incident')),
    note          text not null default '',
    worked_off_by text,
    worked_off_at timestamptz,
    constraint worked_off_by_somebody check (
        (state = 'open') = (worked_off_by is null) and (state = 'open') = (worked_off_at is null)),
    constraint worked_off_with_a_note check (state = 'open' or btrim(note) <> ''),
    constraint nobody_works_off_their_own check (worked_off_by <> account),
    constraint once_a_day unique nulls not distinct (organisation, rule, account, day, subject)
);
comment on table inspection.finding is 'what the log check points at; each is worked off with a note (L5)';
comment on column inspection.finding.records is 'chain positions of the first 200 records it rests on';
comment on column inspection.finding.amount is 'how many records it rests on';
create index finding_open on inspection.finding (organisation, rule) where state = 'open';

create table inspection.honeytoken (
    subject      bigint primary key,
    organisation smallint not null check (organisation between 1 and 99),
    note         text not null,
    marked_by    text not null,
    marked_at    timestamptz not null,
    lifted_by    text,
    lifted_at    timestamptz,
    check (num_nonnulls(lifted_by, lifted_at) in (0, 2))
);
comment on table inspection.honeytoken is 'planted people nobody has business with: whoever looks at one is asked why';

grant select, insert on inspection.run to bansho_association, bansho_federation, bansho_operator;
grant select, insert on inspection.finding to bansho_association, bansho_federation, bansho_operator;
grant update (amount, records, state, note, worked_off_by, worked_off_at) on inspection.finding
    to bansho_association, bansho_federation, bansho_operator;
grant select, insert on inspection.honeytoken to bansho_association;
grant update (note, marked_by, marked_at, lifted_by, lifted_at) on inspection.honeytoken to bansho_association;
grant select on inspection.honeytoken to bansho_federation;

do $$
declare
    guarded text;
begin
    foreach guarded in array array['run', 'finding', 'honeytoken'] loop
        execute format('alter table inspection.%I enable row level security', guarded);
        execute format('alter table inspection.%I force row level security', guarded);
        execute format(
            'create policy own_association on inspection.%I to bansho_association
                 using (organisation = (select linkage.current_association()))
                 with check (organisation = (select linkage.current_association()))', guarded);
    end loop;
    foreach guarded in array array['run', 'finding'] loop
        execute format(
            'create policy own_federation on inspection.%I to bansho_federation
                 using (organisation = 0) with check (organisation = 0)', guarded);
        execute format(
            'create policy own_operation on inspection.%I to bansho_operator
                 using (organisation = 100) with check (organisation = 100)', guarded);
    end loop;
end $$;

create policy federation_reads on inspection.honeytoken for select to bansho_federation using (true);
