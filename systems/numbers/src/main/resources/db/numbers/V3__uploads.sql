-- Files that came through a terminal (N5): the source stays in the home folder until a person confirms what the job
-- made of it, and the confirmation removes it.

create table intake.upload (
    job          bigint primary key,
    association  smallint not null,
    received_by  text not null,
    received_at  timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    deleted_at   timestamptz,
    constraint confirmed_by_somebody check (num_nonnulls(confirmed_by, confirmed_at) in (0, 2)),
    constraint deleted_after_confirmation check (deleted_at is null or confirmed_at is not null)
);
comment on table intake.upload is 'uploaded files: who sent them, who confirmed the result, when the source was removed';

create index upload_waiting on intake.upload (association) where confirmed_at is null;

grant select, insert, update (confirmed_by, confirmed_at, deleted_at) on intake.upload to bansho_association;

alter table intake.upload enable row level security;
alter table intake.upload force row level security;
create policy own_association on intake.upload to bansho_association
    using (association = (select linkage.current_association()))
    with check (association = (select linkage.current_association()));
