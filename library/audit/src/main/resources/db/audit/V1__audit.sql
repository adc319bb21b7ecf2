-- The record of use 使用の記録 (duties L1-L4, L6, L7, A7): one chain of records and the one signed head that closes it.
-- The role bansho_app must exist. It may add records and advance the head; it may never change or remove a record.
create schema audit;

create table audit.record (
    seq         bigint primary key check (seq > 0),
    at          timestamptz(6) not null,
    system      text not null,
    actor       text not null,
    role        text not null,
    association smallint,
    event       text not null,
    purpose     text,
    subject     bigint,
    job         bigint,
    details     text,
    salt        bytea check (octet_length(salt) = 16),
    digest      bytea not null check (octet_length(digest) = 32),
    hash        bytea not null check (octet_length(hash) = 32),
    constraint details_and_salt_leave_together check ((details is null) = (salt is null))
);

comment on table audit.record is 'tamper-evident record of use; details and salt may be purged, nothing else may change';
comment on column audit.record.digest is 'SHA-256(salt || details): keeps the chain verifiable after a purge';
comment on column audit.record.hash is 'SHA-256 over the previous hash, the envelope columns and the digest';

create index record_by_subject on audit.record (subject, seq) where subject is not null;
create index record_by_job on audit.record (job, seq) where job is not null;

create table audit.head (
    only_row  boolean primary key default true check (only_row),
    seq       bigint not null check (seq >= 0),
    hash      bytea check (octet_length(hash) = 32),
    at        timestamptz(6),
    key_id    text,
    signature bytea,
    constraint unsigned_only_before_first_use check (
        case when seq = 0 then num_nonnulls(hash, at, key_id, signature) = 0
                          else num_nulls(hash, at, key_id, signature) = 0 end)
);

comment on table audit.head is 'the signed end of the chain; its row lock puts all writers in one order';

insert into audit.head (seq) values (0);

grant usage on schema audit to bansho_app;
grant select, insert on audit.record to bansho_app;
grant select, update on audit.head to bansho_app;
