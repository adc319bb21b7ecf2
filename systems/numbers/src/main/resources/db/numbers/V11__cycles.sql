-- The duties that come again: every odd month who lives and whose number changed (生存照会, N8, J6), every October next
-- year's declarations of dependants (扶養親族等申告書, N9).

-- A row of a file can make somebody decide about more than one thing: dead, and with another number.
drop index intake.work_item_row;
create unique index work_item_row on intake.work_item (job, line, reason) where job > 0;

create table intake.observation (
    job         bigint not null,
    line        bigint not null,
    sort        text not null check (sort in ('died', 'number-changed', 'out-of-scope', 'unclear', 'registered')),
    association smallint not null,
    subject     bigint,
    request     text not null,
    matched     text not null check (matched in ('', 'code', 'items')),
    reason_code text not null,
    day         date,
    generation  smallint,
    settled_by  text,
    item        bigint,
    primary key (job, line, sort)
);
comment on table intake.observation is
    'what a row of a repeated inquiry or declaration said of somebody beyond "as before": the evidence of a proposed change';
comment on column intake.observation.request is '要求レコード番号 of the inquiry that was answered; empty in a dependants file';
comment on column intake.observation.settled_by is
    'the rule that accepted it, or known-already, or none where nothing is to be decided; null: a person decides';
comment on column intake.observation.item is 'the work item in which it is decided';
create index observation_of_subject on intake.observation (subject) where subject is not null;
create index observation_of_item on intake.observation (item) where item is not null;
-- whoever was noted as out of scope does not wait again
create index work_item_noted on intake.work_item (echo_key) where decision = 'noted';

create schema cycle;
grant usage on schema cycle to bansho_association, bansho_federation, bansho_operator;

create table cycle.cycle (
    id             bigint generated always as identity primary key,
    association    smallint not null,
    duty           text not null check (duty in ('life-status', 'declarations')),
    month          date not null check (extract(day from month) = 1),
    opened_at      timestamptz not null,
    opened_by      text not null,
    counted_at     timestamptz,
    asked          bigint not null default 0,
    unchanged      bigint not null default 0,
    registered     bigint not null default 0,
    changed        bigint not null default 0,
    died           bigint not null default 0,
    out_of_scope   bigint not null default 0,
    unclear        bigint not null default 0,
    unanswered     bigint not null default 0,
    waiting        bigint not null default 0,
    closed_at      timestamptz,
    closed_by      text,
    closed_because text,
    unique (association, duty, month),
    constraint in_its_month check (case duty when 'declarations' then extract(month from month) = 10
                                             else extract(month from month)::int % 2 = 1 end),
    constraint closed_by_somebody check (num_nonnulls(closed_at, closed_by, closed_because) in (0, 3))
);
comment on table cycle.cycle is 'one round of a duty: an odd month, or the October of next year''s declarations';
comment on column cycle.cycle.asked is 'people the files spoke of, and no-hit rows about nobody known; as of counted_at';
comment on column cycle.cycle.unanswered is 'people who should have been in a file and were in none';

create table cycle.file (
    job         bigint primary key,
    cycle       bigint not null references cycle.cycle,
    association smallint not null,
    taken_at    timestamptz not null,
    taken_by    text not null
);
comment on table cycle.file is 'the files of a round, by their jobs';

create table cycle.answered (
    cycle       bigint not null references cycle.cycle,
    subject     bigint not null,
    association smallint not null,
    primary key (cycle, subject)
);
create index answered_of_subject on cycle.answered (subject);
comment on table cycle.answered is 'whom the files of an open round spoke of; goes when the round is closed';

create table cycle.left_over (
    cycle       bigint not null references cycle.cycle,
    subject     bigint not null,
    association smallint not null,
    primary key (cycle, subject)
);
create index left_over_of_subject on cycle.left_over (subject);
comment on table cycle.left_over is 'who was in no file of a closed round';

create table cycle.comparison (
    id          bigint generated always as identity primary key,
    association smallint not null,
    month       date not null,
    fingerprint bytea not null,
    compared_at timestamptz not null,
    compared_by text not null,
    lines       bigint not null,
    same        bigint not null,
    changed     bigint not null,
    new         bigint not null,
    unclear     bigint not null,
    gone        bigint not null
);
comment on table cycle.comparison is 'what a file of declarations would lead to, seen before anything of it was registered';
create index comparison_of_file on cycle.comparison (association, month, fingerprint);

create table cycle.rule (
    id          bigint generated always as identity primary key,
    association smallint not null,
    rule        text not null check (rule in ('certified-number', 'death-by-code')),
    switched_on boolean not null,
    switched_by text not null,
    switched_at timestamptz not null,
    because     text not null
);
comment on table cycle.rule is 'what an association lets a rule decide; the newest row of a rule counts';
create index rule_of_association on cycle.rule (association, rule, id desc);

grant select, insert on intake.observation to bansho_association;
grant select, insert on cycle.cycle, cycle.file, cycle.comparison, cycle.rule, cycle.left_over to bansho_association;
grant select, insert, delete on cycle.answered to bansho_association;
grant update (counted_at, asked, unchanged, registered, changed, died, out_of_scope, unclear, unanswered, waiting,
              closed_at, closed_by, closed_because) on cycle.cycle to bansho_association;
grant select on cycle.cycle to bansho_federation, bansho_operator;

do $$
declare
    guarded text;
begin
    foreach guarded in array array[
        'intake.observation', 'cycle.cycle', 'cycle.file', 'cycle.answered', 'cycle.left_over', 'cycle.comparison', 'cycle.rule'
    ] loop
        execute format('alter table %s enable row level security', guarded);
        execute format('alter table %s force row level security', guarded);
        execute format(
            'create policy own_association on %s to bansho_association
                 using (association = (select linkage.current_association()))
                 with check (association = (select linkage.current_association()))', guarded);
    end loop;
end $$;
create policy federation_reads on cycle.cycle for select to bansho_federation using (true);
create policy operator_reads on cycle.cycle for select to bansho_operator using (true);
