-- A parcel that leaves under an approval (J4, M3): which job, on which medium, until when it may be used. The approval
-- itself stands in access.application; what it allows is composed from this row and the job, never from its own text.

create table juki.release (
    application bigint primary key references access.application,
    job         bigint not null references juki.job,
    medium      text not null check (medium ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
    use_by      date not null,
    began_at    timestamptz
);
create index release_of_job on juki.release (job);
comment on table juki.release is 'what was applied for: one parcel with the answers of that job, on that medium';
comment on column juki.release.began_at is
    'the approval was used up for the parcel that was begun then; a writing that broke off goes on under it';

grant select, insert, update (began_at) on juki.release to bansho_juki;

-- Where people were named on the command line, the ledger of media has the numbers of jobs as numbers of applications.
alter table access.application alter column id restart with 100001;
