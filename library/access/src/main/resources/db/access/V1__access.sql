-- Who may come in 利用者 (duties A1-A7): people, accounts, passkeys, sessions, approvals, reviews.
-- The role bansho_app must exist. It works here as one of two roles:
--   bansho_door  lets people in: sees all organisations, touches nothing but this schema (login, sessions, nightly batch)
--   bansho_desk  manages one organisation's own users, approvals and reviews; row-level security holds it to them
-- Organisations: 0 the federation 連合会, 1..99 the associations 構成組合, 100 the operator 運営委託先.

do $$
declare
    wanted text;
begin
    foreach wanted in array array['bansho_door', 'bansho_desk'] loop
        begin
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit', wanted);
            end if;
        exception when duplicate_object or unique_violation then
            null; -- another database of this server is being set up at the same moment
        end;
    end loop;
end $$;

grant bansho_door, bansho_desk to bansho_app with inherit false, set true;

create schema access;
grant usage on schema access to bansho_door, bansho_desk;

create function access.current_organisation() returns smallint
    language sql stable parallel safe
    return nullif(current_setting('bansho.organisation', true), '')::smallint;

-- ── people and accounts ──────────────────────────────────────────────────────────────────────────────────────────

create table access.person (
    id              bigint generated always as identity primary key,
    organisation    smallint not null check (organisation between 0 and 100),
    staff_number    text not null,
    name            text not null,
    name_key        text not null,
    own_user_number text,
    unique (organisation, staff_number)
);
comment on table access.person is 'a human being who works here; several accounts of one person stay one person (four eyes)';
comment on column access.person.name_key is 'NameKey of the name: the same name, in whichever organisation, counts as the same person when something is approved';
comment on column access.person.own_user_number is 'the user number 利用番号 under which the person is kept here as a member; for the log check';

create table access.account (
    id            text primary key check (id ~ '^[a-z][a-z0-9.-]{2,31}$'),
    organisation  smallint not null check (organisation between 0 and 100),
    person        bigint not null references access.person,
    role          text not null,
    department    text not null,
    valid_from    date not null,
    valid_until   date not null,
    state         text not null check (state in ('active', 'stopped', 'revoked')),
    created_at    timestamptz not null,
    last_login_at timestamptz,
    failures      int not null default 0,
    blocked_until timestamptz,
    ended_at      timestamptz,
    ended_why     text
);
comment on column access.account.state is 'stopped: emergency stop, at once; revoked: by the nightly batch, for good';
create index account_of_person on access.account (person);

create table access.preparation (
    id              bigint generated always as identity primary key,
    organisation    smallint not null check (organisation between 0 and 100),
    kind            text not null check (kind in ('create', 'change', 'revoke', 'reset')),
    account         text,
    staff_number    text,
    name            text,
    own_user_number text,
    role            text,
    department      text,
    valid_from      date,
    valid_until     date,
    reason          text not null,
    application     bigint,
    prepared_by     text not null,
    prepared_at     timestamptz not null,
    state           text not null default 'prepared' check (state in ('prepared', 'withdrawn', 'done', 'failed')),
    done_at         timestamptz,
    outcome         text
);
comment on table access.preparation is 'what a user manager prepared for the nightly batch (A3, A4)';
comment on column access.preparation.application is 'the approval it waits for; null where none is needed';

create table access.temporary_password (
    account     text primary key references access.account,
    usable_from date not null,
    expires_on  date not null,
    made_at     timestamptz not null,
    hash        text,
    shown_at    timestamptz,
    shown_to    text,
    reset_by    text references access.account,
    constraint who_resets_opens_no_slip check (shown_to <> reset_by)
);
comment on column access.temporary_password.reset_by is
    'who took the passkeys of a lost authenticator away; the slip that leads back in is opened by somebody else';
comment on column access.temporary_password.hash is 'null until the slip is opened: the password comes into being at that moment and is shown once';

create table access.passkey (
    credential_id      bytea primary key,
    account            text not null references access.account,
    organisation       smallint not null,
    credential         bytea not null,
    attestation_format text not null,
    aaguid             uuid not null,
    sign_count         bigint not null,
    enrolled_at        timestamptz not null,
    last_used_at       timestamptz,
    state              text not null default 'active' check (state in ('active', 'removed', 'cloned'))
);
create index passkey_of_account on access.passkey (account) where state = 'active';
comment on column access.passkey.credential is 'attested credential data: authenticator model, credential id, public key (COSE)';

create table access.session (
    account     text primary key references access.account,
    digest      bytea not null unique check (octet_length(digest) = 32),
    credential  bytea not null,
    terminal    bytea,
    address     text not null,
    began_at    timestamptz not null,
    seen_at     timestamptz not null,
    locked      boolean not null default false
);
comment on table access.session is 'one session a user; a new login replaces the old one';
comment on column access.session.terminal is 'SHA-256 of the client certificate the session began with, if there was one';

-- ── approvals: one mechanism for everything that needs a second person ───────────────────────────────────────────

create table access.application (
    id                    bigint generated always as identity primary key,
    organisation          smallint not null check (organisation between 0 and 100),
    deciding_organisation smallint not null,
    kind                  text not null,
    purpose               text not null,
    case_reference        text not null,
    reason                text not null,
    payload               text not null,
    payload_hash          bytea not null,
    applicant             text not null references access.account,
    applicant_person      bigint not null references access.person,
    applicant_name        text not null,
    applicant_name_key    text not null,
    applied_at            timestamptz not null,
    decide_by             timestamptz not null check (decide_by > applied_at),
    state                 text not null default 'open'
        check (state in ('open', 'approved', 'refused', 'withdrawn', 'executed')),
    decided_by            text references access.account,
    decider_person        bigint references access.person,
    decider_name          text,
    decider_name_key      text,
    decided_at            timestamptz,
    note                  text,
    execute_by            timestamptz check (execute_by > decided_at),
    executed_by           text references access.account,
    executed_at           timestamptz,
    withdrawn_at          timestamptz,
    constraint nobody_decides_their_own check (decider_person <> applicant_person and decided_by <> applicant),
    constraint nobody_decides_under_their_own_name check (decider_name_key <> applicant_name_key),
    constraint hash_is_of_the_payload check (payload_hash = sha256(convert_to(payload, 'UTF8'))),
    constraint own_organisation_or_federation_decides check (deciding_organisation in (organisation, 0)),
    constraint federation_decides_on_access_to_the_machine
        check (kind not in ('emergency-access', 'maintenance-login') or deciding_organisation = 0),
    constraint decided_has_a_decider check (
        (state in ('approved', 'refused', 'executed')) = (decided_by is not null)
        and num_nonnulls(decided_by, decider_person, decider_name, decider_name_key, decided_at) in (0, 5)),
    constraint approved_has_an_end check ((state in ('approved', 'executed')) = (execute_by is not null)),
    constraint executed_was_approved check ((state = 'executed') = (executed_at is not null)),
    constraint withdrawn_has_a_moment check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index application_open on access.application (deciding_organisation) where state = 'open';
create index application_of_person on access.application (applicant_person);
comment on column access.application.applicant_name_key is
    'as it was at the application; who is transferred and comes back under another account still meets it';
comment on column access.application.executed_by is 'null where the machine itself executed it, in the nightly batch';

-- What the constraints compare is looked up here, so that no statement can lie about it; and no state is jumped.
create function access.guard_application() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    who      record;
    changing text[];
begin
    if tg_op = 'INSERT' then
        if new.state <> 'open' then
            raise exception 'an application begins open' using errcode = 'check_violation';
        end if;
        select * into who from access.acts_on(new.applicant, new.organisation, new.applied_at);
        if not found then
            raise exception 'nobody applies here under that account' using errcode = 'check_violation';
        end if;
        new.applicant_person := who.person;
        new.applicant_name := who.name;
        new.applicant_name_key := who.name_key;
        return new;
    end if;
    case old.state || ' ' || new.state
        when 'open approved', 'open refused' then
            changing := array['state', 'decided_by', 'decider_person', 'decider_name', 'decider_name_key', 'decided_at',
                              'note', 'execute_by'];
            select * into who from access.acts_on(new.decided_by, new.deciding_organisation, new.decided_at);
            if not found or new.decided_at >= new.decide_by then
                raise exception 'nobody decides this under that account at that time' using errcode = 'check_violation';
            end if;
            new.decider_person := who.person;
            new.decider_name := who.name;
            new.decider_name_key := who.name_key;
        when 'open withdrawn' then
            changing := array['state', 'withdrawn_at'];
        when 'approved executed' then
            changing := array['state', 'executed_by', 'executed_at'];
            if new.executed_at >= new.execute_by
                or (new.executed_by is not null
                    and not exists (select from access.acts_on(new.executed_by, new.organisation, new.executed_at))) then
                raise exception 'nobody executes this under that account at that time' using errcode = 'check_violation';
            end if;
        else
            raise exception 'an application does not go from % to %', old.state, new.state using errcode = 'check_violation';
    end case;
    if to_jsonb(new) - changing <> to_jsonb(old) - changing then
        raise exception 'what was applied for and what was decided does not change' using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- the person behind an account that may act there at that moment; row-level security of whoever asks applies
create function access.acts_on(account text, at_home smallint, moment timestamptz)
    returns table (person bigint, name text, name_key text)
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select p.id, p.name, p.name_key
      from access.account a
      join access.person p on p.id = a.person
     where a.id = acts_on.account
       and a.organisation = acts_on.at_home
       and a.state = 'active'
       and (acts_on.moment at time zone 'Asia/Tokyo')::date between a.valid_from and a.valid_until
$$;

create trigger guard before insert or update on access.application
    for each row execute function access.guard_application();

-- ── reviews 点検・棚卸し (A6) ────────────────────────────────────────────────────────────────────────────────────

create table access.review (
    id           bigint generated always as identity primary key,
    organisation smallint not null,
    kind         text not null check (kind in ('rights', 'accounts')),
    period       text not null,
    opened_at    timestamptz not null,
    deadline     date not null,
    closed_at    timestamptz,
    closed_by    text references access.account,
    result       text,
    evidence     text,
    unique (organisation, kind, period),
    constraint closed_is_signed check (num_nonnulls(closed_at, closed_by, result, evidence) in (0, 4))
);
comment on table access.review is 'rights: each month 権限の点検; accounts: each quarter 利用者IDの棚卸し';
comment on column access.review.evidence is 'passkey assertion over the hash of the result: the signature of who closed it';

create table access.review_line (
    review            bigint not null references access.review,
    organisation      smallint not null,
    account           text not null references access.account,
    person            bigint not null references access.person,
    staff_number      text not null,
    role              text not null,
    department        text not null,
    last_login_at     timestamptz,
    valid_until       date not null,
    ledger_department text,
    pointers          text[] not null,
    decision          text check (decision in ('keep', 'revoke', 'correct')),
    note              text not null default '',
    decided_by        text references access.account,
    decider_person    bigint references access.person,
    decided_at        timestamptz,
    preparation       bigint references access.preparation,
    primary key (review, account),
    constraint nobody_reviews_themselves check (decider_person <> person),
    constraint decided_has_a_decider check (num_nonnulls(decision, decided_by, decider_person, decided_at) in (0, 4))
);
comment on column access.review_line.pointers is
    'what a reviewer should look at: transferred, not-in-ledger, long-unused, never-logged-in, past-date, two-accounts, stopped';
comment on column access.review_line.preparation is 'the revocation that this decision prepared';

-- Decisions are made while the review is open, by an account that may act, whose person is looked up here; the facts stay.
create function access.guard_review_line() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    changing constant text[] := array['decision', 'note', 'decided_by', 'decider_person', 'decided_at', 'preparation'];
begin
    if to_jsonb(new) - changing <> to_jsonb(old) - changing
        or exists (select from access.review r where r.id = new.review and r.closed_at is not null) then
        raise exception 'the facts of a review and a closed review do not change' using errcode = 'check_violation';
    end if;
    select w.person into new.decider_person from access.acts_on(new.decided_by, new.organisation, new.decided_at) w;
    if not found then
        raise exception 'nobody reviews this under that account at that time' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger guard before update on access.review_line for each row execute function access.guard_review_line();

create function access.guard_review() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    changing constant text[] := array['closed_at', 'closed_by', 'result', 'evidence'];
begin
    if old.closed_at is not null or new.closed_at is null or to_jsonb(new) - changing <> to_jsonb(old) - changing
        or exists (select from access.review_line l where l.review = new.id and l.decision is null) then
        raise exception 'a review closes once, when every line is decided' using errcode = 'check_violation';
    end if;
    if not exists (select from access.acts_on(new.closed_by, new.organisation, new.closed_at)) then
        raise exception 'nobody closes this under that account at that time' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger guard before update on access.review for each row execute function access.guard_review();

create table access.ledger (
    organisation smallint not null,
    staff_number text not null,
    name         text not null,
    department   text not null,
    noted_at     timestamptz not null,
    primary key (organisation, staff_number)
);
comment on table access.ledger is '利用者台帳: who works where according to the personnel side; held against the accounts';

-- ── rights ───────────────────────────────────────────────────────────────────────────────────────────────────────

grant select, insert, update on all tables in schema access to bansho_door;
grant delete on access.temporary_password, access.session to bansho_door;

grant select, insert, update on access.preparation, access.application to bansho_desk;
grant select, update on access.review, access.review_line to bansho_desk;
grant select, insert, delete on access.ledger to bansho_desk;
grant select on access.person, access.account, access.passkey to bansho_desk;
grant select (account, usable_from, expires_on, made_at, shown_at, shown_to, reset_by) on access.temporary_password
    to bansho_desk;
grant select (account, address, began_at, seen_at, locked) on access.session to bansho_desk;

do $$
declare
    guarded text;
begin
    foreach guarded in array array['person', 'account', 'preparation', 'passkey', 'review', 'review_line', 'ledger'] loop
        execute format('alter table access.%I enable row level security', guarded);
        execute format('alter table access.%I force row level security', guarded);
        execute format('create policy lets_in on access.%I to bansho_door using (true) with check (true)', guarded);
        execute format(
            'create policy own_organisation on access.%I to bansho_desk
                 using (organisation = (select access.current_organisation()))
                 with check (organisation = (select access.current_organisation()))', guarded);
    end loop;
    foreach guarded in array array['temporary_password', 'session'] loop
        execute format('alter table access.%I enable row level security', guarded);
        execute format('alter table access.%I force row level security', guarded);
        execute format('create policy lets_in on access.%I to bansho_door using (true) with check (true)', guarded);
        execute format(
            'create policy own_organisation on access.%I for select to bansho_desk
                 using (exists (select from access.account a where a.id = account))', guarded);
    end loop;
end $$;

alter table access.application enable row level security;
alter table access.application force row level security;
create policy lets_in on access.application to bansho_door using (true) with check (true);
create policy applicants_and_deciders on access.application for select to bansho_desk
    using ((select access.current_organisation()) in (organisation, deciding_organisation));
create policy applicants on access.application for insert to bansho_desk
    with check ((select access.current_organisation()) = organisation);
create policy steps on access.application for update to bansho_desk
    using ((select access.current_organisation()) in (organisation, deciding_organisation))
    with check ((select access.current_organisation()) in (organisation, deciding_organisation));
