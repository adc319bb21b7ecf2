-- The pension machine 年金給付システム, its first desk: who is asked about at J-LIS, and what was cut for that. No table has
-- room for an Individual Number.
--
-- Roles: bansho_app logs in and may do nothing by itself; for each piece of work it takes on bansho_members (one
-- association's people) or bansho_cutter (cuts inquiries about them). Neither owns a table or may bypass row security.

do $$
declare
    wanted text;
begin
    foreach wanted in array array['bansho_app', 'bansho_members', 'bansho_cutter'] loop
        begin
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit', wanted);
            end if;
        exception when duplicate_object or unique_violation then
            null; -- another database of this server is being set up at the same moment
        end;
    end loop;
end $$;

grant bansho_members, bansho_cutter to bansho_app with inherit false, set true;

create schema members;
create schema cutting;

grant usage on schema members to bansho_members, bansho_cutter;
grant usage on schema cutting to bansho_cutter;

create function members.current_association() returns smallint
    language sql stable parallel safe
    return nullif(current_setting('bansho.association', true), '')::smallint;

-- ── members: who is paid ─────────────────────────────────────────────────────────────────────────────────────────

create table members.association (
    code                smallint primary key check (code between 1 and 99),
    name                text not null,
    user_number_pattern text not null
);
comment on table members.association is '構成組合: member associations and the pattern of their user numbers';

create table members.member (
    association          smallint not null references members.association (code),
    user_number          text collate "C" not null,
    kind                 smallint not null check (kind between 1 and 2),
    resident_record_code text check (resident_record_code ~ '^[0-9]{11}$'),
    name                 text not null,
    kana                 text not null,
    born                 date not null,
    sex                  smallint not null check (sex between 1 and 2),
    address              text not null,
    municipality         text not null check (municipality ~ '^[0-9]{5}$'),
    certificate_number   text,
    basic_pension_number text,
    payroll_number       text,
    own_number           text,
    receives             boolean not null default true,
    changed_at           timestamptz not null,
    asked_on             date,
    primary key (association, user_number)
);
create index member_in_order_of_inquiry on members.member (association, kind, user_number) where receives;
comment on table members.member is 'recipients 受給権者 and spouses for whom a pension is raised 加給年金額対象配偶者; no Individual Number';
comment on column members.member.kind is '1 recipient, 2 spouse';
comment on column members.member.resident_record_code is '住民票コード where it is known; else the four items are asked by';
comment on column members.member.receives is 'whether a pension is paid or raised now; nobody else is asked about (J2)';
comment on column members.member.asked_on is 'reference day of the last inquiry; empty again when code or items changed';

-- ── cutting: what left for the resident register network ─────────────────────────────────────────────────────────

create table cutting.cut (
    id            bigint generated always as identity primary key,
    association   smallint not null references members.association (code),
    purpose       text not null check (purpose in ('registration', 'life-status')),
    reference_day date not null,
    since         date check (since <= reference_day),
    applied_by    text not null,
    approved_by   text not null,
    approved_at   timestamptz not null,
    parcel        text not null unique,
    outbox        text not null,
    recipients    bigint not null,
    spouses       bigint not null,
    by_code       bigint not null,
    manifest_hash text,
    cut_at        timestamptz,
    constraint one_cut_for_each_day unique (association, purpose, reference_day),
    constraint two_people check (applied_by <> approved_by),
    constraint made_or_not check ((manifest_hash is null) = (cut_at is null))
);
comment on table cutting.cut is 'each approval for a file of inquiries and the one parcel made under it (J2, P4, M3)';
comment on column cutting.cut.since is 'first day of the period asked about; empty at the first inquiry';

-- ── rights: an association's own rows, nothing else (N12) ────────────────────────────────────────────────────────

grant select on members.association to bansho_members, bansho_cutter;
grant select, insert, update on members.member to bansho_members;
grant select, update (asked_on) on members.member to bansho_cutter;
grant select, insert, update (approved_at, recipients, spouses, by_code, manifest_hash, cut_at) on cutting.cut to bansho_cutter;

alter table members.member enable row level security;
alter table members.member force row level security;
create policy own_association on members.member to bansho_members, bansho_cutter
    using (association = (select members.current_association()))
    with check (association = (select members.current_association()));

alter table cutting.cut enable row level security;
alter table cutting.cut force row level security;
create policy own_association on cutting.cut to bansho_cutter
    using (association = (select members.current_association()))
    with check (association = (select members.current_association()));
