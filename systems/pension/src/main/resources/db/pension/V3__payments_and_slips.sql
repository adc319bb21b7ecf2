-- The payment desk as far as tax needs it: awards 年金裁定, periodic payments 定期支給, declarations 扶養親族等申告書 (P2); and
-- what was cut of them for the number machine: withholding slips 源泉徴収票 and payment reports 支払報告書 (P4). No table has
-- room for an Individual Number.
--
-- bansho_payments keeps one association's payments. bansho_slips reads those of all and cuts, for the federation 連合会 is the
-- payer of all of them; it changes no payment.

do $$
declare
    wanted text;
begin
    foreach wanted in array array['bansho_payments', 'bansho_slips'] loop
        begin
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit', wanted);
            end if;
        exception when duplicate_object or unique_violation then
            null; -- another database of this server is being set up at the same moment
        end;
    end loop;
end $$;

grant bansho_payments, bansho_slips to bansho_app with inherit false, set true;

create schema payments;
create schema slips;

grant usage on schema members to bansho_payments, bansho_slips;
grant usage on schema payments to bansho_payments, bansho_slips;
grant usage on schema slips to bansho_slips;
grant select on members.association to bansho_payments, bansho_slips;
grant usage on sequence members.application_number to bansho_slips;

-- ── payments: what is paid to whom ───────────────────────────────────────────────────────────────────────────────

create table payments.award (
    association        smallint not null references members.association (code),
    user_number        text collate "C" not null,
    kind               smallint not null check (kind between 1 and 3),
    certificate_number text collate "C" not null,
    name               text collate "C" not null,
    kana               text collate "C" not null,
    born               date not null,
    address            text collate "C" not null,
    municipality       text collate "C" not null check (municipality ~ '^[0-9]{5}$'),
    abroad             boolean not null,
    begins             date not null,
    ends               date check (ends >= begins),
    yearly_amount      bigint not null,
    primary key (association, user_number)
);
comment on table payments.award is '年金裁定: who is paid, and the name and address that stand on the slip';
comment on column payments.award.kind is '1 old age; 2 disability and 3 survivor are not taxed';

create table payments.payment (
    association    smallint not null references members.association (code),
    user_number    text collate "C" not null,
    month          integer not null check (month between 200001 and 209912 and month % 100 between 1 and 12),
    bucket         smallint not null check (bucket between 1 and 4),
    due            bigint not null,
    unpaid         bigint not null check (unpaid <= due),
    tax            bigint not null,
    uncollected    bigint not null check (uncollected <= tax),
    care_premium   bigint not null,
    health_premium bigint not null,
    aged_premium   bigint not null,
    resident_tax   bigint not null,
    primary key (association, user_number, month)
);
comment on table payments.payment is '定期支給: one payment of a month and what was taken off it, in yen';
comment on column payments.payment.bucket is 'items of article 203-3 of the income tax act 所得税法203条の3 as on the slip; given, never derived';

create table payments.declared (
    association smallint not null references members.association (code),
    tax_year    smallint not null,
    recipient   text collate "C" not null,
    part        smallint not null check (part between 1 and 4),
    place       smallint not null check (place >= 1),
    user_number text collate "C" not null,
    name        text collate "C" not null,
    kana        text collate "C" not null,
    born        date not null,
    deduction   smallint not null check (deduction between 0 and 5),
    handicap    smallint not null check (handicap between 0 and 3),
    abroad      text collate "C" not null check (abroad ~ '^0[0-4]$'),
    deadline    date not null,
    primary key (association, tax_year, recipient, part, place)
);
comment on table payments.declared is '扶養親族等申告書: one person named by a declaration; their number is not known here';
comment on column payments.declared.part is '1 the recipient, 2 spouse, 3 dependant of 16 or older, 4 dependant under 16';
comment on column payments.declared.deadline is '提出期限, from whose year the retention of the numbers counts';

create view payments.yearly with (security_invoker = true) as
    select association, month / 100 as tax_year, user_number,
           array[coalesce(sum(due) filter (where bucket = 1), 0), coalesce(sum(unpaid) filter (where bucket = 1), 0),
                 coalesce(sum(tax) filter (where bucket = 1), 0), coalesce(sum(uncollected) filter (where bucket = 1), 0),
                 coalesce(sum(due) filter (where bucket = 2), 0), coalesce(sum(unpaid) filter (where bucket = 2), 0),
                 coalesce(sum(tax) filter (where bucket = 2), 0), coalesce(sum(uncollected) filter (where bucket = 2), 0),
                 coalesce(sum(due) filter (where bucket = 3), 0), coalesce(sum(unpaid) filter (where bucket = 3), 0),
                 coalesce(sum(tax) filter (where bucket = 3), 0), coalesce(sum(uncollected) filter (where bucket = 3), 0),
                 coalesce(sum(due) filter (where bucket = 4), 0), coalesce(sum(unpaid) filter (where bucket = 4), 0),
                 coalesce(sum(tax) filter (where bucket = 4), 0), coalesce(sum(uncollected) filter (where bucket = 4), 0)
                ]::bigint[] as amounts,
           sum(care_premium + health_premium + aged_premium)::bigint as insurance
      from payments.payment group by association, month / 100, user_number;
comment on view payments.yearly is 'the year of a recipient: four amounts for each of the four groups of items, as the slip has them; social insurance premiums';

-- ── slips: what was cut of them ──────────────────────────────────────────────────────────────────────────────────

create table slips.cut (
    id            bigint primary key,
    file          text not null check (file in ('slips', 'reports')),
    tax_year      smallint not null,
    corrects      bigint references slips.cut (id),
    list_hash     text,
    applied_by    text not null,
    approved_by   text not null,
    approved_at   timestamptz not null,
    parcel        text not null unique,
    outbox        text not null,
    use_by        date not null,
    records       bigint not null,
    payment       bigint not null,
    unpaid        bigint not null,
    tax           bigint not null,
    uncollected   bigint not null,
    insurance     bigint not null,
    manifest_hash text,
    cut_at        timestamptz,
    constraint one_cut_for_each_list unique nulls not distinct (file, tax_year, corrects, list_hash),
    constraint two_people check (applied_by <> approved_by),
    constraint a_correction_names_whom check (corrects is null or list_hash is not null),
    constraint made_or_not check ((manifest_hash is null) = (cut_at is null))
);
comment on table slips.cut is 'each approval for a file of slips or reports and the one parcel made under it (P4, M3)';
comment on column slips.cut.list_hash is 'hash of the list of user numbers of a supplement or correction; empty for the whole year';
comment on column slips.cut.payment is 'sum over all records, those that void an earlier one included';

create table slips.record (
    cut          bigint not null,
    municipality text collate "C" not null,
    association  smallint not null,
    user_number  text collate "C" not null,
    nth          bigint not null,
    record       text not null,
    primary key (cut, municipality, association, user_number, nth)
);
create index record_of_a_recipient on slips.record (cut, association, user_number);
comment on table slips.record is 'the records of a cut as they were approved: what the parcel is made of, and what a later correction voids; written in one transaction with their cut';
comment on column slips.record.municipality is 'where a payment report goes; empty for slips';

-- ── rights ───────────────────────────────────────────────────────────────────────────────────────────────────────

grant select, insert, update on payments.award to bansho_payments;
grant select, insert, update, delete on payments.payment, payments.declared to bansho_payments;
grant select on payments.yearly to bansho_payments;
grant select on payments.award, payments.payment, payments.declared, payments.yearly to bansho_slips;
grant select, insert, update (manifest_hash, cut_at) on slips.cut to bansho_slips;
grant select, insert on slips.record to bansho_slips;

alter table payments.award enable row level security;
alter table payments.award force row level security;
create policy own_association on payments.award to bansho_payments
    using (association = (select members.current_association()))
    with check (association = (select members.current_association()));
create policy every_association on payments.award for select to bansho_slips using (true);

alter table payments.payment enable row level security;
alter table payments.payment force row level security;
create policy own_association on payments.payment to bansho_payments
    using (association = (select members.current_association()))
    with check (association = (select members.current_association()));
create policy every_association on payments.payment for select to bansho_slips using (true);

alter table payments.declared enable row level security;
alter table payments.declared force row level security;
create policy own_association on payments.declared to bansho_payments
    using (association = (select members.current_association()))
    with check (association = (select members.current_association()));
create policy every_association on payments.declared for select to bansho_slips using (true);
