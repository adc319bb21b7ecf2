-- The incident desk 事故対応 (S6): what happened to numbers that should not have, and what was done about it.
-- Runs after the schemas of the record, the accounts and the inspection.
--
-- An association sees and works on its own incidents; the federation reads all and works on its own and on those of the
-- whole machine; the operator's people read those of the whole machine and work on their own. Nothing is ever deleted.

create schema incident;
grant usage on schema incident to bansho_association, bansho_federation, bansho_operator;

create table incident.incident (
    id             bigint generated always as identity primary key,
    organisation   smallint not null check (organisation between 0 and 100),
    whole_machine  boolean not null default false,
    kind           text not null check (kind in ('chain-break', 'honeytoken-reveal', 'mass-reveal', 'finding',
                                                 'missing-medium', 'noticed')),
    thread         text not null,
    account        text,
    place          text not null default '',
    summary        text not null check (btrim(summary) <> ''),
    known_at       timestamptz not null,
    opened_at      timestamptz not null,
    opened_by      text not null,
    state          text not null default 'open' check (state in ('open', 'closed')),
    duty           text not null default 'undecided' check (duty in ('undecided', 'reportable', 'not-reportable')),
    duty_events    smallint[] not null default '{}' check (duty_events <@ array[1, 2, 3, 4]::smallint[]),
    preliminary_on date,
    final_on       date,
    application    bigint,
    constraint only_the_federation_keeps_those_of_the_machine check (not whole_machine or organisation = 0),
    constraint known_before_it_was_opened check (known_at <= opened_at),
    constraint reportable_for_a_reason_of_the_rule check ((duty = 'reportable') = (cardinality(duty_events) > 0))
);
comment on table incident.incident is 'an incident 事故 with its clock; the six steps stand in incident.entry';
comment on column incident.incident.thread is 'what further causes are added to while the incident is open';
comment on column incident.incident.account is 'login ID it is about; that person does not work on it';
comment on column incident.incident.known_at is 'when the first of us knew: starts the clock of the report';
comment on column incident.incident.duty_events is 'events 1..4 of article 2 of the rules on reports (番号法29条の4)';
create index incident_open on incident.incident (organisation, known_at) where state = 'open';

create table incident.cause (
    organisation smallint not null check (organisation between 0 and 100),
    key          text not null,
    incident     bigint not null references incident.incident,
    finding      bigint,
    at           timestamptz not null,
    primary key (organisation, key)
);
comment on table incident.cause is 'what an incident was opened for; the same cause never opens two';
comment on column incident.cause.finding is 'the finding of the log check';
create index cause_of_incident on incident.cause (incident);

create table incident.entry (
    id           bigint generated always as identity primary key,
    incident     bigint not null references incident.incident,
    organisation smallint not null check (organisation between 0 and 100),
    at           timestamptz not null,
    by           text not null,
    act          text not null check (act in ('opened', 'cause', 'step', 'duty', 'preliminary', 'draft', 'closing',
                                              'closed', 'reopened', 'note')),
    step         text check (step in ('contain', 'investigate', 'scope', 'prevent', 'publish', 'report')),
    state        text check (state in ('open', 'done', 'not-needed')),
    text         text not null,
    constraint a_step_has_a_state check ((act = 'step') = (step is not null) and (step is null) = (state is null))
);
comment on table incident.entry is 'everything that was done about an incident, in order; rows are added, never changed';
create index entry_of_incident on incident.entry (incident, id);

create table incident.draft (
    incident     bigint not null references incident.incident,
    version      int not null check (version > 0),
    organisation smallint not null check (organisation between 0 and 100),
    made_at      timestamptz not null,
    made_by      text not null,
    from_day     date not null,
    until_day    date not null check (until_day >= from_day),
    actors       text[] not null,
    people       int not null,
    revealed     int not null,
    looks        int not null,
    files        int not null,
    associations smallint[] not null,
    found_actors text[] not null,
    texts        text[] not null check (cardinality(texts) = 9),
    primary key (incident, version)
);
comment on table incident.draft is 'versions of the report 報告書案: counted from the record, completed by a person';
comment on column incident.draft.texts is
    'the nine items: 概要, 項目, 本人の数, 原因, 二次被害, 本人への対応, 公表, 再発防止, その他';

grant select, insert on incident.incident, incident.cause, incident.entry, incident.draft
    to bansho_association, bansho_federation, bansho_operator;
grant update (state, duty, duty_events, preliminary_on, final_on, application) on incident.incident
    to bansho_association, bansho_federation, bansho_operator;

do $$
declare
    guarded text;
begin
    foreach guarded in array array['incident', 'cause', 'entry', 'draft'] loop
        execute format('alter table incident.%I enable row level security', guarded);
        execute format('alter table incident.%I force row level security', guarded);
        execute format(
            'create policy own_association on incident.%I to bansho_association
                 using (organisation = (select linkage.current_association()))
                 with check (organisation = (select linkage.current_association()))', guarded);
        execute format(
            'create policy own_federation on incident.%I to bansho_federation
                 using (organisation = 0) with check (organisation = 0)', guarded);
        execute format('create policy federation_reads on incident.%I for select to bansho_federation using (true)', guarded);
        execute format(
            'create policy own_operation on incident.%I to bansho_operator
                 using (organisation = 100) with check (organisation = 100)', guarded);
    end loop;
    foreach guarded in array array['cause', 'entry', 'draft'] loop
        execute format(
            'create policy machine_read_by_operation on incident.%I for select to bansho_operator
                 using (exists (select from incident.incident i where i.id = incident and i.whole_machine))', guarded);
    end loop;
end $$;

create policy machine_read_by_operation on incident.incident for select to bansho_operator using (whole_machine);
