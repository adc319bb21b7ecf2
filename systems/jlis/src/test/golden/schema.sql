-- Read from the catalog of a freshly installed database; compared by the build, rewritten by ./bansho golden.

-- roles
role bansho_app login noinherit
role bansho_purger noinherit
role bansho_registrar noinherit
role bansho_watch noinherit
role bansho_window noinherit

-- who may take on which role
grant bansho_purger to bansho_app with inherit f, set t, admin f
grant bansho_registrar to bansho_app with inherit f, set t, admin f
grant bansho_watch to bansho_app with inherit f, set t, admin f
grant bansho_window to bansho_app with inherit f, set t, admin f

-- schemas
grant usage on schema audit to bansho_app
grant usage on schema audit to bansho_purger
grant usage on schema inquiry to bansho_watch
grant usage on schema inquiry to bansho_window
grant usage on schema machine to bansho_app
grant usage on schema numbering to bansho_registrar
grant usage on schema numbering to bansho_watch
grant usage on schema numbering to bansho_window
grant usage on schema residents to bansho_registrar
grant usage on schema residents to bansho_watch
grant usage on schema residents to bansho_window

-- functions
function audit.purge_details(bigint) returns bigint language plpgsql:  declare said audit.record%rowtype; rule audit.purge_rule%rowtype; newest bigint; first bigint; last bigint; before timestamptz; purged bigint; begin select * into said from audit.record r where r.seq = authority and r.event = 'details-purged' and r.xmin = pg_current_xact_id()::xid; if not found then raise exception 'a purge is recorded first, in the same transaction' using errcode = '42501'; end if; select * into strict rule from audit.purge_rule; select h.seq into strict newest from audit.head h; first := (said.details::json ->> 'first')::bigint; last := (said.details::json ->> 'last')::bigint; before := (said.details::json ->> 'before')::timestamptz; if before > least(said.at, now()) - rule.minimum_age then raise exception 'too young to be purged' using errcode = '42501'; end if; if first < 1 or last < first or last > newest - rule.keep_newest then raise exception 'the newest records are not purged' using errcode = '42501'; end if; update audit.record r set details = null, salt = null where r.seq between first and last and r.association is not distinct from said.association and r.at < before and r.details is not null and audit.purgeable(r.event); get diagnostics purged = row_count; if purged = 0 or purged > rule.batch or purged <> (said.details::json ->> 'count')::bigint then raise exception 'another number of records than was recorded' using errcode = '42501'; end if; return purged; end 
function audit.purgeable(text) returns boolean language sql: RETURN (event <> ALL (ARRAY['details-purged'::text, 'head-exported'::text, 'passkey-enrolled'::text]))
function residents.take_stock() returns void language plpgsql:  begin analyze residents.resident; analyze residents.former; analyze numbering.number; end 

-- sequences

-- rights on sequences

-- audit.head
table audit.head, NO ROW SECURITY
  column only_row boolean not null default true
  column seq bigint not null
  column hash bytea
  column at timestamp(6) with time zone
  column key_id text
  column signature bytea
  CHECK ( CASE WHEN (seq = 0) THEN (num_nonnulls(hash, at, key_id, signature) = 0) ELSE (num_nulls(hash, at, key_id, signature) = 0) END)
  CHECK ((octet_length(hash) = 32))
  CHECK ((seq >= 0))
  CHECK (only_row)
  PRIMARY KEY (only_row)
  grant select, update to bansho_app
  comment: the signed end of the chain; its row lock puts all writers in one order

-- audit.purge_rule
table audit.purge_rule, NO ROW SECURITY
  column only_row boolean not null default true
  column minimum_age interval not null default '7 years'::interval
  column keep_newest bigint not null default 10000
  column batch bigint not null default 20000
  CHECK (((batch >= 1) AND (batch <= 100000)))
  CHECK ((keep_newest >= 1000))
  CHECK ((minimum_age >= '7 years'::interval))
  CHECK (only_row)
  PRIMARY KEY (only_row)
  grant select to bansho_app
  comment on batch: so many records at most in one transaction
  comment on keep_newest: the newest records of the chain keep their details, whatever their age
  comment on minimum_age: details stay at least this long: reveals are provided numbers, whose records are kept seven years
  comment: floors no association's period gets below; only the administrator of the database changes them

-- audit.record
table audit.record, NO ROW SECURITY
  column seq bigint not null
  column at timestamp(6) with time zone not null
  column system text not null
  column actor text not null
  column role text not null
  column association smallint
  column event text not null
  column purpose text
  column subject bigint
  column job bigint
  column details text
  column salt bytea
  column digest bytea not null
  column hash bytea not null
  CHECK (((details IS NULL) = (salt IS NULL)))
  CHECK ((octet_length(digest) = 32))
  CHECK ((octet_length(hash) = 32))
  CHECK ((octet_length(salt) = 16))
  CHECK ((seq > 0))
  PRIMARY KEY (seq)
  CREATE INDEX record_by_job ON audit.record USING btree (job, seq) WHERE (job IS NOT NULL)
  CREATE INDEX record_by_subject ON audit.record USING btree (subject, seq) WHERE (subject IS NOT NULL)
  grant insert, select to bansho_app
  comment on digest: SHA-256(salt || details): keeps the chain verifiable after a purge
  comment on hash: SHA-256 over the previous hash, the envelope columns and the digest
  comment: tamper-evident record of use; details and salt may be purged, nothing else may change

-- inquiry.batch
table inquiry.batch, NO ROW SECURITY
  column asker text not null
  column job text not null
  column batch integer not null
  column answered timestamp with time zone not null
  column fingerprint bytea not null
  column inquiries integer not null
  column found integer not null
  column no_hit integer not null
  column several integer not null
  column in_error integer not null
  column rows integer not null
  column key_version smallint
  column answer bytea
  CHECK (((answer IS NULL) = (key_version IS NULL)))
  CHECK ((batch > 0))
  CHECK ((octet_length(fingerprint) = 32))
  PRIMARY KEY (asker, job, batch)
  CREATE INDEX batch_kept ON inquiry.batch USING btree (answered) WHERE (key_version IS NOT NULL)
  grant insert, select to bansho_window
  grant select (asker, job, batch, answered, inquiries, found, no_hit, several, in_error, rows, key_version) to bansho_watch
  grant update (key_version, answer) to bansho_window
  comment on answer: the answer, compressed and sealed, so that a repeat gets the same bytes; erased after some days
  comment on fingerprint: keyed hash of what was asked
  comment: each batch of inquiries that was answered, and by whom it was asked

-- machine.key_check
table machine.key_check, NO ROW SECURITY
  column key_name text not null
  column check_value bytea not null
  column state text not null default 'in-use'::text
  CHECK ((octet_length(check_value) = 8))
  CHECK ((state = ANY (ARRAY['in-use'::text, 'leaving'::text])))
  PRIMARY KEY (key_name)
  grant delete, insert, select to bansho_app
  comment: check values of the keys this database was filled with

-- numbering.number
table numbering.number, NO ROW SECURITY
  column resident bigint not null
  column generation smallint not null
  column key_version smallint not null
  column mark uuid not null
  column sealed bytea not null
  CHECK ((generation > 0))
  CHECK ((key_version > 0))
  CHECK ((octet_length(sealed) = 33))
  PRIMARY KEY (resident, generation)
  UNIQUE (mark)
  CREATE UNIQUE INDEX number_mark_key ON numbering.number USING btree (mark)
  grant insert, select to bansho_registrar
  grant select to bansho_window
  grant select (resident, generation) to bansho_watch
  comment on mark: keyed, says whether a number was issued before; by law an Individual Number and guarded like one
  comment: every number that was ever issued, sealed; the highest generation is the present one (C1)

-- residents.former
table residents.former, NO ROW SECURITY
  column resident bigint not null
  column step smallint not null
  column birth date not null
  column municipality integer not null
  column changed date
  column standing smallint not null
  column reason smallint not null
  column effect smallint not null
  column name_glyphs smallint not null
  column address_glyphs smallint not null
  column name text not null
  column kana text not null
  column address text not null
  CHECK ((step > 0))
  FOREIGN KEY (resident) REFERENCES residents.resident(id)
  PRIMARY KEY (resident, step)
  CREATE INDEX former_place ON residents.former USING btree (birth, municipality)
  grant insert, select to bansho_registrar
  grant select to bansho_window
  grant select (resident, step) to bansho_watch
  comment: 異動履歴: what stood there before each event, the first state as step 1

-- residents.resident
table residents.resident, NO ROW SECURITY
  column id bigint not null
  column code bigint not null
  column birth date not null
  column municipality integer not null
  column changed date
  column sex smallint not null
  column standing smallint not null
  column reason smallint not null
  column effect smallint not null
  column steps smallint not null default 0
  column name_glyphs smallint not null
  column address_glyphs smallint not null
  column name text not null
  column kana text not null
  column address text not null
  CHECK (((changed IS NULL) = (reason = 0)))
  CHECK (((code >= 1) AND (code <= '99999999999'::bigint)))
  CHECK (((effect >= 0) AND (effect <= 3)))
  CHECK (((municipality >= 1000) AND (municipality <= 99999)))
  CHECK (((reason >= 0) AND (reason <= 99)))
  CHECK (((standing = 1) OR (changed IS NOT NULL)))
  CHECK ((address_glyphs >= 0))
  CHECK ((name_glyphs >= 0))
  CHECK ((sex = ANY (ARRAY[1, 2])))
  CHECK ((standing = ANY (ARRAY[1, 2, 3])))
  CHECK ((steps >= 0))
  PRIMARY KEY (id)
  UNIQUE (code)
  CREATE INDEX resident_place ON residents.resident USING btree (birth, municipality, sex)
  CREATE UNIQUE INDEX resident_code_key ON residents.resident USING btree (code)
  grant insert, select, update to bansho_registrar
  grant select to bansho_window
  grant select (id, standing) to bansho_watch
  comment on code: 住民票コード resident record code
  comment on effect: what the last change changed: 0 nothing known, 1 items, 2 the Individual Number, 3 the life status
  comment on id: internal handle, from 1 in the order of the load
  comment on reason: 異動事由 of the last change, 0 none known
  comment on standing: 1 resident, 2 dead, 3 left the country
  comment on steps: how many earlier states are in residents.former
  comment: 本人確認情報: the residents as the register knows them today, without their numbers

-- triggers
