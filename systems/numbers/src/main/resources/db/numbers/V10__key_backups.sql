-- Which key backups were made, and which keys they hold. A backup that is still there undoes the destruction of a key,
-- and with it every erasure that rests on it (ADR 0003). Nothing secret is here.

create table vault.key_backup (
    number       integer generated always as identity primary key,
    mark         text not null unique check (mark ~ '^[0-9a-f]{16}$'),
    made_at      timestamptz not null,
    made_by      text not null,
    application  bigint not null,
    needed       smallint not null check (needed >= 2),
    shares       smallint not null check (shares >= needed),
    destroyed_at timestamptz,
    destroyed_by text,
    destruction  bigint,
    check ((destroyed_at is null) = (destroyed_by is null))
);
comment on table vault.key_backup is 'register of key backups (S1): each until people say that file and shares were destroyed';
comment on column vault.key_backup.mark is 'the set that stands in the names of its files and on its shares';
comment on column vault.key_backup.application is 'the approved application under which it was made';
comment on column vault.key_backup.destruction is 'the approved application under which it was destroyed; null if it was never finished';

create table vault.key_backup_key (
    backup   integer not null references vault.key_backup,
    key_name text not null,
    primary key (backup, key_name)
);
comment on table vault.key_backup_key is 'names of the keys a backup holds';

grant select on vault.key_backup, vault.key_backup_key
    to bansho_app, bansho_association, bansho_federation, bansho_operator, bansho_keeper;
grant usage on schema vault to bansho_operator;
grant insert on vault.key_backup, vault.key_backup_key to bansho_operator;
grant update (destroyed_at, destroyed_by, destruction) on vault.key_backup to bansho_operator;

grant select (key_name, state) on vault.key_check to bansho_operator;
create policy operator_reads on vault.key_check for select to bansho_operator using (true);

-- What any desk may ask, whichever keys its own scope sees.
create view vault.key_backup_holding_destroyed with (security_barrier) as
    select b.number, b.made_at, k.key_name
      from vault.key_backup b
      join vault.key_backup_key k on k.backup = b.number
     where b.destroyed_at is null
       and not exists (select from vault.key_check c where c.key_name = k.key_name and c.state <> 'leaving');
comment on view vault.key_backup_holding_destroyed is
    'keys that were destroyed and that a backup would bring back, with every number they open (R3)';
grant select on vault.key_backup_holding_destroyed
    to bansho_app, bansho_association, bansho_federation, bansho_operator, bansho_keeper;
