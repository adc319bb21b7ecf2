-- The tax season (N6, N7): what was previewed, confirmed and written, and where each output file is until it is destroyed.
-- Runs after the schemas of the numbers, the approvals, the erasure and the media.
--
-- For the federation alone, but for the lists of missing numbers: an association sees its own people's.

create table taxfile.preview (
    id           bigint generated always as identity primary key,
    report       text not null check (report in ('withholding', 'payment-report')),
    mode         text not null check (mode in ('first', 'correction', 'supplement')),
    tax_year     smallint not null,
    supplements  bigint,
    source_path  text not null,
    source_hash  text not null check (source_hash ~ '^[0-9a-f]{64}$'),
    slips        bigint not null,
    persons      bigint not null,
    untaxed      bigint not null,
    paid         bigint not null,
    withheld     bigint not null,
    voided       bigint not null,
    missing      bigint not null,
    violations   bigint not null,
    digest       text not null check (digest ~ '^[0-9a-f]{64}$'),
    made_at      timestamptz not null,
    made_by      text not null,
    confirmed_at timestamptz,
    confirmed_by text,
    application  bigint,
    sending      text,
    constraint confirmed_by_somebody check (num_nonnulls(confirmed_at, confirmed_by) in (0, 2)),
    constraint supplements_something check ((mode = 'supplement') = (supplements is not null))
);
comment on table taxfile.preview is '事前確認: what a source would lead to, counted before anything is written';
comment on column taxfile.preview.source_hash is 'SHA-256 of the signed manifest of the parcel that came';
comment on column taxfile.preview.digest is 'binds source, slips, sums and replacements; what is written must have the same';
comment on column taxfile.preview.sending is 'recipient, medium and so on, as they were applied for';

create table taxfile.preview_person (
    preview     bigint not null references taxfile.preview,
    association smallint not null,
    person      text not null check (person in ('recipient', 'spouse', 'dependant')),
    present     bigint not null,
    missing     bigint not null,
    primary key (preview, association, person)
);

create table taxfile.preview_violation (
    preview    bigint not null references taxfile.preview,
    column_no  smallint not null,
    rule       text not null,
    count      bigint not null,
    first_line bigint not null,
    primary key (preview, column_no, rule)
);

create table taxfile.preview_replacement (
    preview    bigint not null references taxfile.preview,
    from_text  text not null,
    to_text    text not null,
    step       text not null,
    count      bigint not null,
    first_line bigint not null,
    primary key (preview, step, from_text, to_text)
);
comment on table taxfile.preview_replacement is 'characters that are replaced, never a whole name; a person confirms them';

create table taxfile.lack (
    id          bigint generated always as identity primary key,
    association smallint not null,
    report      text not null,
    tax_year    smallint not null,
    person      text not null,
    user_number text collate "C" not null,
    reason      text not null,
    preview     bigint not null references taxfile.preview,
    opened_at   timestamptz not null,
    unique (association, user_number, report, tax_year, person)
);
comment on table taxfile.lack is 'whose number a tax file wants and the machine has not: work for the association until it is registered';

create table taxfile.output (
    id          bigint generated always as identity primary key,
    preview     bigint not null references taxfile.preview,
    job         bigint,
    application bigint not null unique,
    applicant   text not null,
    approver    text not null,
    purpose     text not null,
    recipient   text not null,
    medium      text not null,
    capacity    bigint not null check (capacity > 0),
    parcel      text not null unique,
    folder      text not null,
    made_by     text not null,
    witness     text not null,
    ordered_at  timestamptz not null,
    use_by      date not null,
    destroy_by  date not null,
    manifest    text check (manifest ~ '^[0-9a-f]{64}$'),
    written_at  timestamptz,
    persons     bigint,
    untaxed     bigint,
    paid        bigint,
    withheld    bigint,
    voided      bigint,
    missing     bigint,
    constraint written_whole check (num_nonnulls(manifest, written_at, persons, untaxed, paid, withheld, voided, missing) in (0, 8))
);
comment on table taxfile.output is '提出ファイル: one parcel, from its approval on; manifest is set when it is whole';

create table taxfile.output_file (
    output     bigint not null references taxfile.output,
    name       text not null,
    group_code text not null,
    number     smallint not null check (number between 1 and 99),
    records    bigint not null,
    bytes      bigint not null,
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (output, name)
);

create table taxfile.output_marks (
    output bigint not null references taxfile.output,
    part   int not null,
    marks  bytea not null check (octet_length(marks) % 33 = 0),
    primary key (output, part)
);
alter table taxfile.output_marks alter column marks set storage external;
comment on table taxfile.output_marks is
    'of each record: keyed mark of whose it is, keyed mark of its content, correction mark; nothing of the slip itself';

create table taxfile.custody (
    id          bigint generated always as identity primary key,
    output      bigint not null references taxfile.output,
    act         text not null check (act in ('created', 'submitted', 'receipted', 'returned', 'destroyed')),
    at          timestamptz not null,
    by          text not null,
    witness     text not null,
    counterpart text not null,
    reference   text not null,
    unique (output, act)
);
comment on table taxfile.custody is '提出ファイルの管理: who did what with an output file, with whom, and the proof; rows are added, never changed';

create function taxfile.custody_in_order() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    last text;
begin
    if tg_op <> 'INSERT' then
        raise exception 'custody is added to, never changed' using errcode = '42501';
    end if;
    select c.act into last from taxfile.custody c where c.output = new.output order by c.id desc limit 1;
    if not (case new.act
                when 'created' then last is null
                when 'submitted' then last = 'created'
                when 'receipted' then last = 'submitted'
                when 'returned' then last in ('submitted', 'receipted')
                else last in ('created', 'receipted', 'returned') end) then
        raise exception 'an output file is not where this step begins' using errcode = 'BE003';
    end if;
    return new;
end $$;
create trigger custody_in_order before insert or update or delete on taxfile.custody
    for each row execute function taxfile.custody_in_order();

create function taxfile.never_changed() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'what was written is never changed' using errcode = '42501';
end $$;
create trigger never_changed before update or delete on taxfile.output_file
    for each row execute function taxfile.never_changed();
create trigger never_changed before update or delete on taxfile.output_marks
    for each row execute function taxfile.never_changed();
create trigger never_emptied before truncate on taxfile.custody
    for each statement execute function taxfile.never_changed();

grant select, insert on taxfile.preview, taxfile.preview_person, taxfile.preview_violation, taxfile.preview_replacement,
    taxfile.output, taxfile.output_file, taxfile.output_marks, taxfile.custody to bansho_federation;
grant update (confirmed_at, confirmed_by, application, sending) on taxfile.preview to bansho_federation;
grant update (job, manifest, written_at, persons, untaxed, paid, withheld, voided, missing) on taxfile.output
    to bansho_federation;
grant select, insert on taxfile.lack to bansho_federation;
grant select on taxfile.lack to bansho_association;

alter table taxfile.lack enable row level security;
alter table taxfile.lack force row level security;
create policy own_association on taxfile.lack to bansho_association
    using (association = (select linkage.current_association()))
    with check (association = (select linkage.current_association()));
create policy federation on taxfile.lack to bansho_federation using (true) with check (true);

-- what names somebody who is erased goes with them (R3)
grant select (association, user_number), delete on taxfile.lack to bansho_shredder;
create policy shredder_in_one_association on taxfile.lack to bansho_shredder
    using (association = (select linkage.current_association()))
    with check (association = (select linkage.current_association()));

create function taxfile.forget() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    delete from taxfile.lack l using gone g
     where l.association = g.association and l.user_number = g.user_number;
    return null;
end $$;
revoke execute on function taxfile.forget(), taxfile.custody_in_order(), taxfile.never_changed() from public;
create trigger forgotten_by_tax after delete on linkage.subject
    referencing old table as gone for each statement execute function taxfile.forget();
