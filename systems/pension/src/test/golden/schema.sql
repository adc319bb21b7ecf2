-- Read from the catalog of a freshly installed database; compared by the build, rewritten by ./bansho golden.

-- roles
role bansho_app login noinherit
role bansho_cutter noinherit
role bansho_members noinherit
role bansho_purger noinherit

-- who may take on which role
grant bansho_cutter to bansho_app with inherit f, set t, admin f
grant bansho_members to bansho_app with inherit f, set t, admin f
grant bansho_purger to bansho_app with inherit f, set t, admin f

-- schemas
grant usage on schema audit to bansho_app
grant usage on schema audit to bansho_purger
grant usage on schema cutting to bansho_cutter
grant usage on schema machine to bansho_app
grant usage on schema members to bansho_cutter
grant usage on schema members to bansho_members

-- functions
function audit.purge_details(bigint) returns bigint language plpgsql:  declare said audit.record%rowtype; rule audit.purge_rule%rowtype; newest bigint; first bigint; last bigint; before timestamptz; purged bigint; begin select * into said from audit.record r where r.seq = authority and r.event = 'details-purged' and r.xmin = pg_current_xact_id()::xid; if not found then raise exception 'a purge is recorded first, in the same transaction' using errcode = '42501'; end if; select * into strict rule from audit.purge_rule; select h.seq into strict newest from audit.head h; first := (said.details::json ->> 'first')::bigint; last := (said.details::json ->> 'last')::bigint; before := (said.details::json ->> 'before')::timestamptz; if before > least(said.at, now()) - rule.minimum_age then raise exception 'too young to be purged' using errcode = '42501'; end if; if first < 1 or last < first or last > newest - rule.keep_newest then raise exception 'the newest records are not purged' using errcode = '42501'; end if; update audit.record r set details = null, salt = null where r.seq between first and last and r.association is not distinct from said.association and r.at < before and r.details is not null and audit.purgeable(r.event); get diagnostics purged = row_count; if purged = 0 or purged > rule.batch or purged <> (said.details::json ->> 'count')::bigint then raise exception 'another number of records than was recorded' using errcode = '42501'; end if; return purged; end 
function audit.purgeable(text) returns boolean language sql: RETURN (event <> ALL (ARRAY['details-purged'::text, 'head-exported'::text, 'passkey-enrolled'::text]))
function members.current_association() returns smallint language sql: RETURN (NULLIF(current_setting('bansho.association'::text, true), ''::text))::smallint

-- sequences
sequence cutting.cut_id_seq

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

-- cutting.cut
table cutting.cut, row security forced
  column id bigint not null identity
  column association smallint not null
  column purpose text not null
  column reference_day date not null
  column since date
  column applied_by text not null
  column approved_by text not null
  column approved_at timestamp with time zone not null
  column parcel text not null
  column outbox text not null
  column recipients bigint not null
  column spouses bigint not null
  column by_code bigint not null
  column manifest_hash text
  column cut_at timestamp with time zone
  CHECK (((manifest_hash IS NULL) = (cut_at IS NULL)))
  CHECK ((applied_by <> approved_by))
  CHECK ((purpose = ANY (ARRAY['registration'::text, 'life-status'::text])))
  CHECK ((since <= reference_day))
  FOREIGN KEY (association) REFERENCES members.association(code)
  PRIMARY KEY (id)
  UNIQUE (association, purpose, reference_day)
  UNIQUE (parcel)
  CREATE UNIQUE INDEX cut_parcel_key ON cutting.cut USING btree (parcel)
  CREATE UNIQUE INDEX one_cut_for_each_day ON cutting.cut USING btree (association, purpose, reference_day)
  policy own_association for ALL to bansho_cutter using (association = ( SELECT members.current_association() AS current_association)) with check (association = ( SELECT members.current_association() AS current_association))
  grant insert, select to bansho_cutter
  grant update (approved_at, recipients, spouses, by_code, manifest_hash, cut_at) to bansho_cutter
  comment on since: first day of the period asked about; empty at the first inquiry
  comment: each approval for a file of inquiries and the one parcel made under it (J2, P4, M3)

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

-- members.association
table members.association, NO ROW SECURITY
  column code smallint not null
  column name text not null
  column user_number_pattern text not null
  CHECK (((code >= 1) AND (code <= 99)))
  PRIMARY KEY (code)
  grant select to bansho_cutter
  grant select to bansho_members
  comment: 構成組合: member associations and the pattern of their user numbers

-- members.member
table members.member, row security forced
  column association smallint not null
  column user_number text not null
  column kind smallint not null
  column resident_record_code text
  column name text not null
  column kana text not null
  column born date not null
  column sex smallint not null
  column address text not null
  column municipality text not null
  column certificate_number text
  column basic_pension_number text
  column payroll_number text
  column own_number text
  column receives boolean not null default true
  column changed_at timestamp with time zone not null
  column asked_on date
  CHECK (((kind >= 1) AND (kind <= 2)))
  CHECK (((sex >= 1) AND (sex <= 2)))
  CHECK ((municipality ~ '^[0-9]{5}$'::text))
  CHECK ((resident_record_code ~ '^[0-9]{11}$'::text))
  FOREIGN KEY (association) REFERENCES members.association(code)
  PRIMARY KEY (association, user_number)
  CREATE INDEX member_in_order_of_inquiry ON members.member USING btree (association, kind, user_number) WHERE receives
  policy own_association for ALL to bansho_cutter, bansho_members using (association = ( SELECT members.current_association() AS current_association)) with check (association = ( SELECT members.current_association() AS current_association))
  grant insert, select, update to bansho_members
  grant select to bansho_cutter
  grant update (asked_on) to bansho_cutter
  comment on asked_on: reference day of the last inquiry; empty again when code or items changed
  comment on kind: 1 recipient, 2 spouse
  comment on receives: whether a pension is paid or raised now; nobody else is asked about (J2)
  comment on resident_record_code: 住民票コード where it is known; else the four items are asked by
  comment: recipients 受給権者 and spouses for whom a pension is raised 加給年金額対象配偶者; no Individual Number

-- triggers
