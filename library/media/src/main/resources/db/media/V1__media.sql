-- The ledger of media 媒体管理簿 (duties M1-M5, L4): every medium, every parcel on it, every step, nothing ever changed.
-- The role bansho_app must exist. It works here as bansho_media, in the scope of one organisation (bansho.organisation),
-- to which row-level security holds it: 0 the federation 連合会 or the only organisation of a machine, 1..99 the
-- associations 構成組合, 100 the operator 運営委託先.
--
-- States follow from steps alone: a step is inserted, the rules below say what becomes of the medium and of the parcel on
-- it. There is no other way to change a state, and no way to change or remove a step.

do $$
begin
    if not exists (select from pg_roles where rolname = 'bansho_media') then
        create role bansho_media nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this server is being set up at the same moment
end $$;

grant bansho_media to bansho_app with inherit false, set true;

create schema media;
grant usage on schema media to bansho_media;

create function media.current_organisation() returns smallint
    language sql stable parallel safe
    return nullif(current_setting('bansho.organisation', true), '')::smallint;

-- one line that people can see, without anything that could be an Individual Number 個人番号
create function media.is_line(line text) returns boolean
    language sql immutable parallel safe
    return line ~ '^\S(.*\S)?$' and length(line) <= 200 and line !~ '[[:cntrl:]]'
        and line !~ '[0-9０-９]{12}' and line !~ '(^|[^0-9０-９])[0-9０-９]{4}[ 　‐－-]?[0-9０-９]{4}[ 　‐－-]?[0-9０-９]{4}([^0-9０-９]|$)';

create function media.is_word(word text) returns boolean
    language sql immutable parallel safe
    return word ~ '^[a-z][a-z0-9-]{0,39}$' and media.is_line(word);

create function media.is_account(account text) returns boolean
    language sql immutable parallel safe
    return account ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' and media.is_line(account);

-- ── media and parcels ────────────────────────────────────────────────────────────────────────────────────────────

create table media.medium (
    id           bigint generated always as identity primary key,
    organisation smallint not null check (organisation between 0 and 100),
    number       text not null check (number ~ '^[A-Z0-9][A-Z0-9-]{0,19}$' and media.is_line(number)),
    kind         text not null check (kind in ('disc', 'stick', 'external-disk', 'image')),
    label        text not null check (media.is_line(label)),
    owner        text not null check (media.is_word(owner)),
    own          boolean not null,
    state        text not null default 'new' check (state in
        ('new', 'in-use', 'in-vault', 'handed-over', 'received', 'returned', 'erased', 'destroyed', 'missing')),
    last_step    bigint,
    unique (organisation, owner, number),
    unique (organisation, id)
);
comment on table media.medium is '電子記録媒体, own ones and those that came from others; the state follows from the last step';
comment on column media.medium.number is 'as it stands on the medium; unique among the media of its owner';

create table media.parcel (
    number        text primary key check (number ~ '^P(-[2-9A-HJ-NP-Z]{5}){4}$'),
    organisation  smallint not null,
    direction     text not null check (direction in ('out', 'in')),
    medium        bigint not null,
    content       text not null check (media.is_word(content)),
    purpose       text not null check (media.is_word(purpose)),
    sender        text not null check (media.is_word(sender)),
    recipient     text not null check (media.is_word(recipient)),
    use_by        date not null,
    way_of_return text not null check (media.is_line(way_of_return)),
    application   bigint,
    applicant     text check (media.is_account(applicant)),
    approver      text check (media.is_account(approver)),
    approved_hash text check (approved_hash ~ '^[0-9a-f]{64}$'),
    noted_at      timestamptz not null,
    state         text not null default 'new' check (state in
        ('new', 'begun', 'written', 'handed-over', 'receipted', 'registered', 'opened', 'confirmed',
         'abandoned', 'settled', 'wiped', 'turned-away', 'erased', 'destroyed')),
    last_step     bigint,
    live          boolean not null generated always as (state in
        ('new', 'begun', 'written', 'handed-over', 'receipted', 'registered', 'opened', 'confirmed')) stored,
    foreign key (organisation, medium) references media.medium (organisation, id),
    unique (organisation, number),
    constraint one_approval_one_parcel unique (organisation, application),
    constraint outgoing_was_applied_for check (
        num_nonnulls(application, applicant, approver, approved_hash) = case direction when 'out' then 4 else 0 end),
    constraint nobody_approves_their_own check (approver <> applicant),
    constraint made_as_approved check (direction = 'in' or approved_hash = encode(sha256(convert_to(
        'parcel' || e'\ncontent: ' || content || e'\npurpose: ' || purpose || e'\nfrom: ' || sender || e'\nto: ' || recipient
        || e'\nuse-by: ' || to_char(use_by, 'YYYY-MM-DD') || e'\nreturn: ' || way_of_return || e'\n', 'UTF8')), 'hex'))
);
create unique index one_parcel_on_a_medium on media.parcel (medium) where live;
create index parcel_of_medium on media.parcel (medium);
comment on table media.parcel is 'what lies or lay on a medium; the number is known once for the whole machine, so that nothing comes twice';
comment on column media.parcel.approved_hash is 'SHA-256 of what was approved; made_as_approved computes it from the row';

create table media.content (
    parcel        text primary key,
    organisation  smallint not null,
    files         int not null check (files between 1 and 99),
    items         bigint not null check (items >= 0),
    rows          bigint not null check (rows >= 0),
    bytes         bigint not null check (bytes >= 0),
    manifest_hash text not null check (manifest_hash ~ '^[0-9a-f]{64}$'),
    made_at       timestamptz not null,
    made_by       text not null check (media.is_account(made_by)),
    foreign key (organisation, parcel) references media.parcel (organisation, number)
);
comment on table media.content is 'what the signed manifest 目録 of a parcel says';

create table media.certificate (
    organisation smallint not null check (organisation between 0 and 100),
    issuer       text not null check (media.is_word(issuer)),
    number       text not null check (number ~ '^D-[0-9]{1,3}-[0-9]{1,9}$'),
    serial       int,
    medium       bigint not null,
    key_id       text not null,
    text         text not null check (length(text) <= 100000),
    noted_at     timestamptz not null,
    primary key (organisation, issuer, number),
    unique (organisation, serial),
    foreign key (organisation, medium) references media.medium (organisation, id)
);
comment on table media.certificate is '媒体廃棄証明: own ones are numbered without gaps, those of others keep their issuer''s number';

-- ── steps ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table media.rule (
    action        text primary key,
    own           boolean,
    before        text[] not null,
    after         text,
    undoes        text references media.rule,
    parcel_before text[] not null,
    parcel_after  text,
    two_people    boolean not null,
    certificate   boolean not null,
    check ((after is null) = (undoes is not null))
);
comment on table media.rule is 'which steps there are, from where to where, and at which two people must stand';
comment on column media.rule.own is 'for own media only, for those of others only, null for both';
comment on column media.rule.undoes is 'the medium becomes again what it was before that step';
comment on column media.rule.parcel_before is 'state of the parcel on the medium; none where there is none';
comment on column media.rule.parcel_after is 'null: the parcel stays as it is';

insert into media.rule (action, own, before, after, undoes, parcel_before, parcel_after, two_people, certificate) values
    ('enter',      true,  '{new}',                                        'in-use',      null,       '{none}',                null,          false, false),
    ('begin',      true,  '{in-use,erased}',                              'in-use',      null,       '{new}',                 'begun',       true,  false),
    ('write',      true,  '{in-use}',                                     'in-use',      null,       '{begun}',               'written',     true,  false),
    ('abandon',    true,  '{in-use}',                                     'in-use',      null,       '{begun}',               'abandoned',   false, false),
    ('hand-over',  true,  '{in-use}',                                     'handed-over', null,       '{written}',             'handed-over', true,  false),
    ('receipt',    true,  '{handed-over}',                                'handed-over', null,       '{handed-over}',         'receipted',   false, false),
    ('take-back',  true,  '{handed-over}',                                'in-use',      null,       '{handed-over,receipted}', 'settled',   true,  false),
    ('certified',  true,  '{handed-over}',                                'destroyed',   null,       '{handed-over,receipted}', 'settled',   false, true),
    ('register',   false, '{new,returned,received}',                      'received',    null,       '{new}',                 'registered',  true,  false),
    ('open',       false, '{received}',                                   'received',    null,       '{registered,opened}',   'opened',      false, false),
    ('confirm',    false, '{received}',                                   'received',    null,       '{opened}',              'confirmed',   false, false),
    ('turn-away',  false, '{received}',                                   'received',    null,       '{registered,opened}',   'turned-away', false, false),
    ('wipe',       false, '{received}',                                   'received',    null,       '{confirmed}',           'wiped',       true,  false),
    ('return',     false, '{received,erased}',                            'returned',    null,       '{none}',                null,          true,  false),
    ('vault-in',   null,  '{in-use,received,erased}',                     'in-vault',    null,
        '{none,written,registered,opened,confirmed}', null, true, false),
    ('vault-out',  null,  '{in-vault}',                                   null,          'vault-in',
        '{none,written,registered,opened,confirmed}', null, true, false),
    ('erase',      null,  '{in-use,received}',                            'erased',      null,
        '{none,begun,written,registered,opened,confirmed}', 'erased', true, true),
    ('destroy',    null,  '{in-use,received,erased}',                     'destroyed',   null,
        '{none,begun,written,registered,opened,confirmed}', 'destroyed', true, true),
    ('miss',       null,  '{in-use,in-vault,handed-over,received,erased}', 'missing',    null,
        '{none,begun,written,handed-over,receipted,registered,opened,confirmed}', null, false, false),
    ('find',       null,  '{missing}',                                    null,          'miss',
        '{none,begun,written,handed-over,receipted,registered,opened,confirmed}', null, true, false);

create sequence media.step_number;

create table media.step (
    id             bigint primary key,
    organisation   smallint not null,
    medium         bigint not null,
    parcel         text,
    action         text not null references media.rule,
    before         text not null,
    after          text not null,
    parcel_before  text not null,
    parcel_after   text not null,
    at             timestamptz not null,
    doer           text not null check (media.is_account(doer)),
    doer_person    bigint not null,
    witness        text check (media.is_account(witness)),
    witness_person bigint,
    counterpart    text check (media.is_line(counterpart)),
    reference      text check (media.is_line(reference)),
    job            bigint,
    stocktaking    bigint,
    issuer         text,
    certificate    text,
    two_people     boolean not null,
    certified      boolean not null,
    foreign key (organisation, medium) references media.medium (organisation, id),
    foreign key (organisation, parcel) references media.parcel (organisation, number),
    foreign key (organisation, issuer, certificate) references media.certificate (organisation, issuer, number),
    constraint two_people_stand_at_it check (not two_people or witness is not null),
    constraint nobody_is_their_own_witness check (
        num_nonnulls(witness, witness_person) <> 1 and witness <> doer and witness_person <> doer_person),
    constraint a_certificate_where_one_is_due check (certified = (certificate is not null) and certified = (issuer is not null))
);
create index step_of_medium on media.step (medium, id);
create index step_of_parcel on media.step (parcel, id) where parcel is not null;
comment on table media.step is '授受・保管の記録: who did what with a medium, and who stood beside (立会者); never changed, never removed';
comment on column media.step.counterpart is 'who gave or took it, by organisation or handle';
comment on column media.step.reference is 'number of a receipt, method of a destruction, place in the vault, word of a reason';

create function media.take_step() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    what   media.rule%rowtype;
    thing  media.medium%rowtype;
    loaded media.parcel%rowtype;
begin
    select * into thing from media.medium m where m.id = new.medium and m.organisation = new.organisation for update;
    if not found then
        raise exception 'there is no such medium here' using errcode = 'check_violation';
    end if;
    select * into what from media.rule r where r.action = new.action;
    select * into loaded from media.parcel p where p.medium = thing.id and p.live for update;
    if new.parcel is distinct from loaded.number then
        raise exception 'that is not the parcel on this medium' using errcode = 'check_violation';
    end if;
    if what.own <> thing.own or not thing.state = any (what.before)
        or not coalesce(loaded.state, 'none') = any (what.parcel_before) then
        raise exception 'no step % for a medium that is %, with a parcel that is %',
            new.action, thing.state, coalesce(loaded.state, 'none') using errcode = 'check_violation';
    end if;
    if new.action in ('write', 'register') and not exists (select from media.content c where c.parcel = loaded.number) then
        raise exception 'nobody has said what is in it' using errcode = 'check_violation';
    end if;
    new.id := nextval('media.step_number');
    new.before := thing.state;
    new.after := coalesce(what.after, (select s.before from media.step s
        where s.medium = thing.id and s.action = what.undoes order by s.id desc limit 1));
    new.parcel_before := coalesce(loaded.state, 'none');
    new.parcel_after := case when loaded.number is null then 'none' else coalesce(what.parcel_after, loaded.state) end;
    new.two_people := what.two_people;
    new.certified := what.certificate;
    return new;
end $$;

create function media.step_taken() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update media.medium m set state = new.after, last_step = new.id where m.id = new.medium;
    update media.parcel p set state = new.parcel_after, last_step = new.id where p.number = new.parcel;
    return null;
end $$;

create trigger rules before insert on media.step for each row execute function media.take_step();
create trigger taken after insert on media.step for each row execute function media.step_taken();

-- A state is what the last step left, whoever writes the statement; everything else about a medium and a parcel stays.
create function media.guard_medium() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'new' or new.last_step is not null then
            raise exception 'a medium begins without a step' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if to_jsonb(new) - '{state,last_step}'::text[] <> to_jsonb(old) - '{state,last_step}'::text[]
        or (new.last_step, new.state) is distinct from
            (select (s.id, s.after) from media.step s where s.medium = new.id order by s.id desc limit 1) then
        raise exception 'the state of a medium follows from its steps' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create function media.guard_parcel() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'new' or new.last_step is not null then
            raise exception 'a parcel begins without a step' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if to_jsonb(new) - '{state,last_step,live}'::text[] <> to_jsonb(old) - '{state,last_step,live}'::text[]
        or (new.last_step, new.state) is distinct from
            (select (s.id, s.parcel_after) from media.step s where s.parcel = new.number order by s.id desc limit 1) then
        raise exception 'the state of a parcel follows from its steps' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create function media.guard_content() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from media.parcel p
                    where p.number = new.parcel
                      and p.state = case p.direction when 'out' then 'begun' else 'new' end) then
        raise exception 'what is in a parcel is said when it is written or registered' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger guard before insert or update on media.medium for each row execute function media.guard_medium();
create trigger guard before insert or update on media.parcel for each row execute function media.guard_parcel();
create trigger guard before insert on media.content for each row execute function media.guard_content();

-- ── stock-taking 棚卸 ────────────────────────────────────────────────────────────────────────────────────────────

create table media.stocktaking (
    id             bigint generated always as identity primary key,
    organisation   smallint not null check (organisation between 0 and 100),
    opened_at      timestamptz not null,
    opened_by      text not null check (media.is_account(opened_by)),
    deadline       date not null,
    closed_at      timestamptz,
    doer           text check (media.is_account(doer)),
    doer_person    bigint,
    witness        text check (media.is_account(witness)),
    witness_person bigint,
    unique (organisation, id),
    constraint closed_by_two check (num_nonnulls(closed_at, doer, doer_person, witness, witness_person) in (0, 5)),
    constraint nobody_is_their_own_witness check (witness <> doer and witness_person <> doer_person)
);
create unique index one_at_a_time on media.stocktaking (organisation) where closed_at is null;

create table media.stock_line (
    stocktaking  bigint not null,
    organisation smallint not null,
    medium       bigint not null,
    expected     text not null,
    found        boolean,
    counted_by   text check (media.is_account(counted_by)),
    counted_at   timestamptz,
    primary key (stocktaking, medium),
    foreign key (organisation, stocktaking) references media.stocktaking (organisation, id),
    foreign key (organisation, medium) references media.medium (organisation, id),
    constraint counted_by_somebody check (num_nonnulls(found, counted_by, counted_at) in (0, 3))
);
comment on table media.stock_line is 'each medium that should have been here when the stock-taking began';

alter table media.step add foreign key (organisation, stocktaking) references media.stocktaking (organisation, id);

create function media.stocktaking_opened() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into media.stock_line (stocktaking, organisation, medium, expected)
    select new.id, new.organisation, m.id, m.state
      from media.medium m
     where m.organisation = new.organisation and m.state in ('in-use', 'in-vault', 'received', 'erased');
    return null;
end $$;

create function media.guard_stocktaking() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    changing constant text[] := '{closed_at,doer,doer_person,witness,witness_person}';
begin
    if tg_op = 'INSERT' then
        if new.closed_at is not null then
            raise exception 'a stock-taking begins open' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if old.closed_at is not null or new.closed_at is null or to_jsonb(new) - changing <> to_jsonb(old) - changing
        or exists (select from media.stock_line l where l.stocktaking = new.id and l.found is null)
        or exists (select from media.stock_line l
                    where l.stocktaking = new.id and not l.found
                      and not exists (select from media.step s where s.medium = l.medium and s.stocktaking = new.id)
                      and not exists (select from media.medium m where m.id = l.medium and m.state = 'missing')) then
        raise exception 'a stock-taking closes once, when every medium is counted or reported missing'
            using errcode = 'check_violation';
    end if;
    return new;
end $$;

create function media.guard_stock_line() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    changing constant text[] := '{found,counted_by,counted_at}';
begin
    if tg_op = 'INSERT' then
        if pg_trigger_depth() < 2 then
            raise exception 'what is to be counted is not chosen' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if old.found is not null or to_jsonb(new) - changing <> to_jsonb(old) - changing
        or exists (select from media.stocktaking t where t.id = new.stocktaking and t.closed_at is not null) then
        raise exception 'a medium is counted once, while the stock-taking is open' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger guard before insert or update on media.stocktaking for each row execute function media.guard_stocktaking();
create trigger opened after insert on media.stocktaking for each row execute function media.stocktaking_opened();
create trigger guard before insert or update on media.stock_line for each row execute function media.guard_stock_line();

-- ── rights ───────────────────────────────────────────────────────────────────────────────────────────────────────

create function media.never() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'the ledger of media is never changed' using errcode = 'insufficient_privilege';
end $$;

do $$
declare
    kept text;
begin
    foreach kept in array array['step', 'content', 'certificate', 'rule'] loop
        execute format('create trigger never before update or delete or truncate on media.%I
                            for each statement execute function media.never()', kept);
    end loop;
    foreach kept in array array['medium', 'parcel', 'stocktaking', 'stock_line'] loop
        execute format('create trigger never before delete or truncate on media.%I
                            for each statement execute function media.never()', kept);
    end loop;
    foreach kept in array array['medium', 'parcel', 'content', 'certificate', 'step', 'stocktaking', 'stock_line'] loop
        execute format('grant select, insert on media.%I to bansho_media', kept);
        execute format('alter table media.%I enable row level security', kept);
        execute format('alter table media.%I force row level security', kept);
        execute format(
            'create policy own_organisation on media.%I to bansho_media
                 using (organisation = (select media.current_organisation()))
                 with check (organisation = (select media.current_organisation()))', kept);
    end loop;
end $$;

grant select on media.rule to bansho_media;
grant usage on sequence media.step_number to bansho_media;
grant update (state, last_step) on media.medium, media.parcel to bansho_media;
grant update (closed_at, doer, doer_person, witness, witness_person) on media.stocktaking to bansho_media;
grant update (found, counted_by, counted_at) on media.stock_line to bansho_media;
