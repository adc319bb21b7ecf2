-- Keys change while the machine runs: how far each change got, so that it goes on after any interruption, and the proof
-- that no value was left on the old key when it was given up (S1).

create table vault.rotation (
    id                bigint generated always as identity primary key,
    association       smallint not null,
    purpose           text not null check (purpose in ('number-seal', 'pad-seal', 'number-index')),
    from_version      smallint not null,
    to_version        smallint not null check (to_version = from_version + 1),
    phase             text not null check (phase in ('sealing', 'filling', 'clearing', 'leaving', 'finished')),
    cursor_subject    bigint not null default -9223372036854775808,
    cursor_generation smallint not null default 0,
    done              bigint not null default 0,
    total             bigint not null default 0,
    left_on_old       bigint,
    application       bigint not null,
    actor             text not null,
    started_at        timestamptz not null,
    proved_at         timestamptz,
    finished_at       timestamptz,
    constraint proof_before_leaving check (phase not in ('leaving', 'finished') or (left_on_old = 0 and proved_at is not null)),
    constraint finished_has_time check ((phase = 'finished') = (finished_at is not null))
);
comment on table vault.rotation is 'changes of keys: from which version to which, how far, and the proof that none was left behind';
comment on column vault.rotation.phase is
    'sealing: values are sealed anew; filling: the next index is built beside; clearing: the old index is emptied; leaving: no value names the old key; finished: the old key is destroyed';
comment on column vault.rotation.left_on_old is 'values that still named the old key when they were counted last';

create unique index one_rotation_of_a_key on vault.rotation (association, purpose) where phase <> 'finished';

alter table vault.rotation enable row level security;
alter table vault.rotation force row level security;
create policy keeper_of_one_association on vault.rotation to bansho_keeper
    using (association = (select linkage.current_association()))
    with check (association = (select linkage.current_association()));
create policy operator_reads on vault.rotation for select to bansho_operator using (true);

grant select, insert on vault.rotation to bansho_keeper;
grant update (phase, cursor_subject, cursor_generation, done, left_on_old, proved_at, finished_at) on vault.rotation to bansho_keeper;
grant select (id, association, purpose, from_version, to_version, phase, done, total, left_on_old, application, actor,
              started_at, proved_at, finished_at) on vault.rotation to bansho_operator;

-- Sealing anew leaves a dead row for each: they are cleared while the rotation runs, so that the table does not double.
alter table vault.sealed_number set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.2);
alter table vault.number_index set (autovacuum_vacuum_scale_factor = 0.05);
