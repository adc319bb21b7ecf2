-- Special collection from pensions 年金特別徴収 (P2): what the municipalities 市区町村 ask to be collected from which pension, and
-- what was answered. Names, addresses and pension numbers of their files are compared while a file is taken in and are not kept:
-- a record is its place in the file, whose pension it is, the amounts, and the outcome. The answer is made of the file itself,
-- which is recognised by its digest, and of these outcomes.
--
-- bansho_collection works for the federation 連合会, which pays all pensions; it changes no member, award or payment.

do $$
begin
    if not exists (select from pg_roles where rolname = 'bansho_collection') then
        create role bansho_collection nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this server is being set up at the same moment
end $$;

grant bansho_collection to bansho_app with inherit false, set true;

create schema collection;

grant usage on schema members, payments, collection to bansho_collection;

-- What of two ways to write the same reading is the same: half and full width, small and large kana, long marks, blanks.
create function collection.comparable(kana text) returns text
    language sql immutable strict parallel safe
    return translate(normalize(kana, nfkc), 'ァィゥェォッャュョヮヵヶ‐―−- ', 'アイウエオツヤユヨワカケーーーー');

create table collection.file (
    id            bigint generated always as identity primary key,
    digest        text not null unique check (digest ~ '^[0-9a-f]{64}$'),
    records       bigint not null,
    taken_by      text not null,
    taken_at      timestamptz not null,
    answered_on   date,
    answer_digest text check (answer_digest ~ '^[0-9a-f]{64}$'),
    constraint answered_or_not check ((answered_on is null) = (answer_digest is null))
);
comment on table collection.file is 'each file that was taken in, once, by the SHA-256 of its bytes; and of its answer';
comment on column collection.file.answered_on is 'day of making in the answer, so that the same answer can be made again byte for byte';

create table collection.municipality (
    file         bigint not null references collection.file (id),
    municipality text collate "C" not null check (municipality ~ '^[0-9]{5}$'),
    notice       text not null check (notice in ('request', 'change', 'stop')),
    system       text not null check (system in ('care', 'health', 'aged', 'resident-tax')),
    made_on      date not null,
    primary key (file, municipality)
);
comment on table collection.municipality is 'the groups of a file: which municipality asks for what';

create table collection.notice (
    file         bigint not null,
    line         bigint not null,
    municipality text collate "C" not null,
    association  smallint,
    user_number  text collate "C",
    outcome      text not null check (outcome in ('matched', 'unknown', 'several', 'born-differs', 'name-differs', 'both-differ',
                                                  'not-in-payment', 'twice', 'exceeds')),
    amount1      bigint not null,
    amount2      bigint not null,
    amount3      bigint not null,
    primary key (file, line),
    constraint found_or_not check ((association is null) = (outcome in ('unknown', 'several'))
                                   and (association is null) = (user_number is null))
);
comment on table collection.notice is 'each data record: its number in the file, whose pension it is, what is asked, what became of it; written in one transaction with its file';
comment on column collection.notice.amount1 is 'to be collected at each payment, in yen';
comment on column collection.notice.amount2 is 'to be collected at the first payment, 0 if as at each';
comment on column collection.notice.amount3 is 'to be collected in the year; not looked at here';

-- ── rights ───────────────────────────────────────────────────────────────────────────────────────────────────────

grant select (association, user_number, kind, born, basic_pension_number) on members.member to bansho_collection;
grant select (association, user_number, certificate_number, kana, born, begins, ends, yearly_amount) on payments.award
    to bansho_collection;
grant select (association, user_number, month, care_premium, health_premium, aged_premium, resident_tax) on payments.payment
    to bansho_collection;
grant select, insert, update (answered_on, answer_digest) on collection.file to bansho_collection;
grant select, insert on collection.municipality, collection.notice to bansho_collection;

create policy of_whom_is_collected on members.member for select to bansho_collection using (true);
create policy of_whom_is_collected on payments.award for select to bansho_collection using (true);
create policy of_whom_is_collected on payments.payment for select to bansho_collection using (true);
