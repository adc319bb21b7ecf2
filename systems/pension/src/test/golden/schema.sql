-- Read from the catalog of a freshly installed database; compared by the build, rewritten by ./bansho golden.

-- roles
role bansho_app login noinherit
role bansho_collection noinherit
role bansho_cutter noinherit
role bansho_media noinherit
role bansho_members noinherit
role bansho_payments noinherit
role bansho_purger noinherit
role bansho_slips noinherit

-- who may take on which role
grant bansho_collection to bansho_app with inherit f, set t, admin f
grant bansho_cutter to bansho_app with inherit f, set t, admin f
grant bansho_media to bansho_app with inherit f, set t, admin f
grant bansho_members to bansho_app with inherit f, set t, admin f
grant bansho_payments to bansho_app with inherit f, set t, admin f
grant bansho_purger to bansho_app with inherit f, set t, admin f
grant bansho_slips to bansho_app with inherit f, set t, admin f

-- schemas
grant usage on schema audit to bansho_app
grant usage on schema audit to bansho_purger
grant usage on schema collection to bansho_collection
grant usage on schema cutting to bansho_cutter
grant usage on schema machine to bansho_app
grant usage on schema media to bansho_media
grant usage on schema members to bansho_collection
grant usage on schema members to bansho_cutter
grant usage on schema members to bansho_members
grant usage on schema members to bansho_payments
grant usage on schema members to bansho_slips
grant usage on schema payments to bansho_collection
grant usage on schema payments to bansho_payments
grant usage on schema payments to bansho_slips
grant usage on schema slips to bansho_slips

-- functions
function audit.purge_details(bigint) returns bigint language plpgsql:  declare said audit.record%rowtype; rule audit.purge_rule%rowtype; newest bigint; first bigint; last bigint; before timestamptz; purged bigint; begin select * into said from audit.record r where r.seq = authority and r.event = 'details-purged' and r.xmin = pg_current_xact_id()::xid; if not found then raise exception 'a purge is recorded first, in the same transaction' using errcode = '42501'; end if; select * into strict rule from audit.purge_rule; select h.seq into strict newest from audit.head h; first := (said.details::json ->> 'first')::bigint; last := (said.details::json ->> 'last')::bigint; before := (said.details::json ->> 'before')::timestamptz; if before > least(said.at, now()) - rule.minimum_age then raise exception 'too young to be purged' using errcode = '42501'; end if; if first < 1 or last < first or last > newest - rule.keep_newest then raise exception 'the newest records are not purged' using errcode = '42501'; end if; update audit.record r set details = null, salt = null where r.seq between first and last and r.association is not distinct from said.association and r.at < before and r.details is not null and audit.purgeable(r.event); get diagnostics purged = row_count; if purged = 0 or purged > rule.batch or purged <> (said.details::json ->> 'count')::bigint then raise exception 'another number of records than was recorded' using errcode = '42501'; end if; return purged; end 
function audit.purgeable(text) returns boolean language sql: RETURN (event <> ALL (ARRAY['details-purged'::text, 'head-exported'::text, 'passkey-enrolled'::text]))
function collection.comparable(text) returns text language sql: RETURN translate(NORMALIZE(kana, NFKC), 'ァィゥェォッャュョヮヵヶ‐―−- '::text, 'アイウエオツヤユヨワカケーーーー'::text)
function media.current_organisation() returns smallint language sql: RETURN (NULLIF(current_setting('bansho.organisation'::text, true), ''::text))::smallint
function media.guard_content() returns trigger language plpgsql:  begin if not exists (select from media.parcel p where p.number = new.parcel and p.state = case p.direction when 'out' then 'begun' else 'new' end) then raise exception 'what is in a parcel is said when it is written or registered' using errcode = 'check_violation'; end if; return new; end 
function media.guard_medium() returns trigger language plpgsql:  begin if tg_op = 'INSERT' then if new.state <> 'new' or new.last_step is not null then raise exception 'a medium begins without a step' using errcode = 'check_violation'; end if; return new; end if; if to_jsonb(new) - '{state,last_step}'::text[] <> to_jsonb(old) - '{state,last_step}'::text[] or (new.last_step, new.state) is distinct from (select (s.id, s.after) from media.step s where s.medium = new.id order by s.id desc limit 1) then raise exception 'the state of a medium follows from its steps' using errcode = 'check_violation'; end if; return new; end 
function media.guard_parcel() returns trigger language plpgsql:  begin if tg_op = 'INSERT' then if new.state <> 'new' or new.last_step is not null then raise exception 'a parcel begins without a step' using errcode = 'check_violation'; end if; return new; end if; if to_jsonb(new) - '{state,last_step,live}'::text[] <> to_jsonb(old) - '{state,last_step,live}'::text[] or (new.last_step, new.state) is distinct from (select (s.id, s.parcel_after) from media.step s where s.parcel = new.number order by s.id desc limit 1) then raise exception 'the state of a parcel follows from its steps' using errcode = 'check_violation'; end if; return new; end 
function media.guard_stock_line() returns trigger language plpgsql:  declare changing constant text[] := '{found,counted_by,counted_at}'; begin if tg_op = 'INSERT' then if pg_trigger_depth() < 2 then raise exception 'what is to be counted is not chosen' using errcode = 'check_violation'; end if; return new; end if; if old.found is not null or to_jsonb(new) - changing <> to_jsonb(old) - changing or exists (select from media.stocktaking t where t.id = new.stocktaking and t.closed_at is not null) then raise exception 'a medium is counted once, while the stock-taking is open' using errcode = 'check_violation'; end if; return new; end 
function media.guard_stocktaking() returns trigger language plpgsql:  declare changing constant text[] := '{closed_at,doer,doer_person,witness,witness_person}'; begin if tg_op = 'INSERT' then if new.closed_at is not null then raise exception 'a stock-taking begins open' using errcode = 'check_violation'; end if; return new; end if; if old.closed_at is not null or new.closed_at is null or to_jsonb(new) - changing <> to_jsonb(old) - changing or exists (select from media.stock_line l where l.stocktaking = new.id and l.found is null) or exists (select from media.stock_line l where l.stocktaking = new.id and not l.found and not exists (select from media.step s where s.medium = l.medium and s.stocktaking = new.id) and not exists (select from media.medium m where m.id = l.medium and m.state = 'missing')) then raise exception 'a stock-taking closes once, when every medium is counted or reported missing' using errcode = 'check_violation'; end if; return new; end 
function media.is_account(text) returns boolean language sql: RETURN ((account ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'::text) AND media.is_line(account))
function media.is_line(text) returns boolean language sql: RETURN ((line ~ '^\S(.*\S)?$'::text) AND (length(line) <= 200) AND (line !~ '[[:cntrl:]]'::text) AND (line !~ '[0-9０-９]{12}'::text) AND (line !~ '(^|[^0-9０-９])[0-9０-９]{4}[ 　‐－-]?[0-9０-９]{4}[ 　‐－-]?[0-9０-９]{4}([^0-9０-９]|$)'::text))
function media.is_word(text) returns boolean language sql: RETURN ((word ~ '^[a-z][a-z0-9-]{0,39}$'::text) AND media.is_line(word))
function media.never() returns trigger language plpgsql:  begin raise exception 'the ledger of media is never changed' using errcode = 'insufficient_privilege'; end 
function media.step_taken() returns trigger language plpgsql:  begin update media.medium m set state = new.after, last_step = new.id where m.id = new.medium; update media.parcel p set state = new.parcel_after, last_step = new.id where p.number = new.parcel; return null; end 
function media.stocktaking_opened() returns trigger language plpgsql:  begin insert into media.stock_line (stocktaking, organisation, medium, expected) select new.id, new.organisation, m.id, m.state from media.medium m where m.organisation = new.organisation and m.state in ('in-use', 'in-vault', 'received', 'erased'); return null; end 
function media.take_step() returns trigger language plpgsql:  declare what media.rule%rowtype; thing media.medium%rowtype; loaded media.parcel%rowtype; begin select * into thing from media.medium m where m.id = new.medium and m.organisation = new.organisation for update; if not found then raise exception 'there is no such medium here' using errcode = 'check_violation'; end if; select * into what from media.rule r where r.action = new.action; select * into loaded from media.parcel p where p.medium = thing.id and p.live for update; if new.parcel is distinct from loaded.number then raise exception 'that is not the parcel on this medium' using errcode = 'check_violation'; end if; if what.own <> thing.own or not thing.state = any (what.before) or not coalesce(loaded.state, 'none') = any (what.parcel_before) then raise exception 'no step % for a medium that is %, with a parcel that is %', new.action, thing.state, coalesce(loaded.state, 'none') using errcode = 'check_violation'; end if; if new.action in ('write', 'register') and not exists (select from media.content c where c.parcel = loaded.number) then raise exception 'nobody has said what is in it' using errcode = 'check_violation'; end if; new.id := nextval('media.step_number'); new.before := thing.state; new.after := coalesce(what.after, (select s.before from media.step s where s.medium = thing.id and s.action = what.undoes order by s.id desc limit 1)); new.parcel_before := coalesce(loaded.state, 'none'); new.parcel_after := case when loaded.number is null then 'none' else coalesce(what.parcel_after, loaded.state) end; new.two_people := what.two_people; new.certified := what.certificate; return new; end 
function members.current_association() returns smallint language sql: RETURN (NULLIF(current_setting('bansho.association'::text, true), ''::text))::smallint

-- sequences
sequence collection.file_id_seq
sequence media.medium_id_seq
sequence media.step_number
sequence media.stocktaking_id_seq
sequence members.application_number
sequence members.load_number

-- rights on sequences
grant usage on media.step_number to bansho_media
grant usage on members.application_number to bansho_cutter
grant usage on members.application_number to bansho_slips
grant usage on members.load_number to bansho_members

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

-- collection.file
table collection.file, NO ROW SECURITY
  column id bigint not null identity
  column digest text not null
  column records bigint not null
  column taken_by text not null
  column taken_at timestamp with time zone not null
  column answered_on date
  column answer_digest text
  CHECK (((answered_on IS NULL) = (answer_digest IS NULL)))
  CHECK ((answer_digest ~ '^[0-9a-f]{64}$'::text))
  CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
  PRIMARY KEY (id)
  UNIQUE (digest)
  CREATE UNIQUE INDEX file_digest_key ON collection.file USING btree (digest)
  grant insert, select to bansho_collection
  grant update (answered_on, answer_digest) to bansho_collection
  comment on answered_on: day of making in the answer, so that the same answer can be made again byte for byte
  comment: each file that was taken in, once, by the SHA-256 of its bytes; and of its answer

-- collection.municipality
table collection.municipality, NO ROW SECURITY
  column file bigint not null
  column municipality text not null
  column notice text not null
  column system text not null
  column made_on date not null
  CHECK ((municipality ~ '^[0-9]{5}$'::text))
  CHECK ((notice = ANY (ARRAY['request'::text, 'change'::text, 'stop'::text])))
  CHECK ((system = ANY (ARRAY['care'::text, 'health'::text, 'aged'::text, 'resident-tax'::text])))
  FOREIGN KEY (file) REFERENCES collection.file(id)
  PRIMARY KEY (file, municipality)
  grant insert, select to bansho_collection
  comment: the groups of a file: which municipality asks for what

-- collection.notice
table collection.notice, NO ROW SECURITY
  column file bigint not null
  column line bigint not null
  column municipality text not null
  column association smallint
  column user_number text
  column outcome text not null
  column amount1 bigint not null
  column amount2 bigint not null
  column amount3 bigint not null
  CHECK ((((association IS NULL) = (outcome = ANY (ARRAY['unknown'::text, 'several'::text]))) AND ((association IS NULL) = (user_number IS NULL))))
  CHECK ((outcome = ANY (ARRAY['matched'::text, 'unknown'::text, 'several'::text, 'born-differs'::text, 'name-differs'::text, 'both-differ'::text, 'not-in-payment'::text, 'twice'::text, 'exceeds'::text])))
  PRIMARY KEY (file, line)
  grant insert, select to bansho_collection
  comment on amount1: to be collected at each payment, in yen
  comment on amount2: to be collected at the first payment, 0 if as at each
  comment on amount3: to be collected in the year; not looked at here
  comment: each data record: its number in the file, whose pension it is, what is asked, what became of it; written in one transaction with its file

-- cutting.cut
table cutting.cut, row security forced
  column id bigint not null
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
  column use_by date
  column up_to bigint not null default 0
  CHECK (((manifest_hash IS NULL) = (cut_at IS NULL)))
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
  grant update (approved_at, recipients, spouses, by_code, manifest_hash, cut_at, up_to) to bansho_cutter
  comment on since: first day of the period asked about; empty at the first inquiry
  comment on up_to: the newest load among the people asked about: whoever became due later is asked about next time
  comment on use_by: use-by date that was approved; empty for parcels from before the ledger
  comment: what each file of inquiries was about (J2, P4); its parcel, the approval and the two people stand in the ledger of media

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

-- media.certificate
table media.certificate, row security forced
  column organisation smallint not null
  column issuer text not null
  column number text not null
  column serial integer
  column medium bigint not null
  column key_id text not null
  column text text not null
  column noted_at timestamp with time zone not null
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  CHECK ((length(text) <= 100000))
  CHECK ((number ~ '^D-[0-9]{1,3}-[0-9]{1,9}$'::text))
  CHECK (media.is_word(issuer))
  FOREIGN KEY (organisation, medium) REFERENCES media.medium(organisation, id)
  PRIMARY KEY (organisation, issuer, number)
  UNIQUE (organisation, serial)
  CREATE UNIQUE INDEX certificate_organisation_serial_key ON media.certificate USING btree (organisation, serial)
  policy own_organisation for ALL to bansho_media using (organisation = ( SELECT media.current_organisation() AS current_organisation)) with check (organisation = ( SELECT media.current_organisation() AS current_organisation))
  grant insert, select to bansho_media
  comment: 媒体廃棄証明: own ones are numbered without gaps, those of others keep their issuer's number

-- media.content
table media.content, row security forced
  column parcel text not null
  column organisation smallint not null
  column files integer not null
  column items bigint not null
  column rows bigint not null
  column bytes bigint not null
  column manifest_hash text not null
  column made_at timestamp with time zone not null
  column made_by text not null
  CHECK (((files >= 1) AND (files <= 5000)))
  CHECK ((bytes >= 0))
  CHECK ((items >= 0))
  CHECK ((manifest_hash ~ '^[0-9a-f]{64}$'::text))
  CHECK ((rows >= 0))
  CHECK (media.is_account(made_by))
  FOREIGN KEY (organisation, parcel) REFERENCES media.parcel(organisation, number)
  PRIMARY KEY (parcel)
  policy own_organisation for ALL to bansho_media using (organisation = ( SELECT media.current_organisation() AS current_organisation)) with check (organisation = ( SELECT media.current_organisation() AS current_organisation))
  grant insert, select to bansho_media
  comment: what the signed manifest 目録 of a parcel says

-- media.medium
table media.medium, row security forced
  column id bigint not null identity
  column organisation smallint not null
  column number text not null
  column kind text not null
  column label text not null
  column owner text not null
  column own boolean not null
  column state text not null default 'new'::text
  column last_step bigint
  CHECK (((number ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'::text) AND media.is_line(number)))
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  CHECK ((kind = ANY (ARRAY['disc'::text, 'stick'::text, 'external-disk'::text, 'image'::text])))
  CHECK ((state = ANY (ARRAY['new'::text, 'in-use'::text, 'in-vault'::text, 'handed-over'::text, 'received'::text, 'returned'::text, 'erased'::text, 'destroyed'::text, 'missing'::text])))
  CHECK (media.is_line(label))
  CHECK (media.is_word(owner))
  PRIMARY KEY (id)
  UNIQUE (organisation, id)
  UNIQUE (organisation, owner, number)
  CREATE UNIQUE INDEX medium_organisation_id_key ON media.medium USING btree (organisation, id)
  CREATE UNIQUE INDEX medium_organisation_owner_number_key ON media.medium USING btree (organisation, owner, number)
  policy own_organisation for ALL to bansho_media using (organisation = ( SELECT media.current_organisation() AS current_organisation)) with check (organisation = ( SELECT media.current_organisation() AS current_organisation))
  grant insert, select to bansho_media
  grant update (state, last_step) to bansho_media
  comment on number: as it stands on the medium; unique among the media of its owner
  comment: 電子記録媒体, own ones and those that came from others; the state follows from the last step

-- media.parcel
table media.parcel, row security forced
  column number text not null
  column organisation smallint not null
  column direction text not null
  column medium bigint not null
  column content text not null
  column purpose text not null
  column sender text not null
  column recipient text not null
  column use_by date not null
  column way_of_return text not null
  column application bigint
  column applicant text
  column approver text
  column approved_hash text
  column noted_at timestamp with time zone not null
  column state text not null default 'new'::text
  column last_step bigint
  column live boolean not null default (state = ANY (ARRAY['new'::text, 'begun'::text, 'written'::text, 'handed-over'::text, 'receipted'::text, 'registered'::text, 'opened'::text, 'confirmed'::text]))
  CHECK (((direction = 'in'::text) OR (approved_hash = encode(sha256(convert_to(((((((((((((('parcel'::text || ' content: '::text) || content) || ' purpose: '::text) || purpose) || ' from: '::text) || sender) || ' to: '::text) || recipient) || ' use-by: '::text) || to_char((use_by)::timestamp with time zone, 'YYYY-MM-DD'::text)) || ' return: '::text) || way_of_return) || ' '::text), 'UTF8'::name)), 'hex'::text))))
  CHECK ((approved_hash ~ '^[0-9a-f]{64}$'::text))
  CHECK ((approver <> applicant))
  CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text])))
  CHECK ((num_nonnulls(application, applicant, approver, approved_hash) = CASE direction WHEN 'out'::text THEN 4 ELSE 0 END))
  CHECK ((number ~ '^P(-[2-9A-HJ-NP-Z]{5}){4}$'::text))
  CHECK ((state = ANY (ARRAY['new'::text, 'begun'::text, 'written'::text, 'handed-over'::text, 'receipted'::text, 'registered'::text, 'opened'::text, 'confirmed'::text, 'abandoned'::text, 'settled'::text, 'wiped'::text, 'turned-away'::text, 'erased'::text, 'destroyed'::text])))
  CHECK (media.is_account(applicant))
  CHECK (media.is_account(approver))
  CHECK (media.is_line(way_of_return))
  CHECK (media.is_word(content))
  CHECK (media.is_word(purpose))
  CHECK (media.is_word(recipient))
  CHECK (media.is_word(sender))
  FOREIGN KEY (organisation, medium) REFERENCES media.medium(organisation, id)
  PRIMARY KEY (number)
  UNIQUE (organisation, application)
  UNIQUE (organisation, number)
  CREATE INDEX parcel_of_medium ON media.parcel USING btree (medium)
  CREATE UNIQUE INDEX one_approval_one_parcel ON media.parcel USING btree (organisation, application)
  CREATE UNIQUE INDEX one_parcel_on_a_medium ON media.parcel USING btree (medium) WHERE live
  CREATE UNIQUE INDEX parcel_organisation_number_key ON media.parcel USING btree (organisation, number)
  policy own_organisation for ALL to bansho_media using (organisation = ( SELECT media.current_organisation() AS current_organisation)) with check (organisation = ( SELECT media.current_organisation() AS current_organisation))
  grant insert, select to bansho_media
  grant update (state, last_step) to bansho_media
  comment on approved_hash: SHA-256 of what was approved; made_as_approved computes it from the row
  comment: what lies or lay on a medium; the number is known once for the whole machine, so that nothing comes twice

-- media.rule
table media.rule, NO ROW SECURITY
  column action text not null
  column own boolean
  column before text[] not null
  column after text
  column undoes text
  column parcel_before text[] not null
  column parcel_after text
  column two_people boolean not null
  column certificate boolean not null
  CHECK (((after IS NULL) = (undoes IS NOT NULL)))
  FOREIGN KEY (undoes) REFERENCES media.rule(action)
  PRIMARY KEY (action)
  grant select to bansho_media
  comment on own: for own media only, for those of others only, null for both
  comment on parcel_after: null: the parcel stays as it is
  comment on parcel_before: state of the parcel on the medium; none where there is none
  comment on undoes: the medium becomes again what it was before that step
  comment: which steps there are, from where to where, and at which two people must stand

-- media.step
table media.step, row security forced
  column id bigint not null
  column organisation smallint not null
  column medium bigint not null
  column parcel text
  column action text not null
  column before text not null
  column after text not null
  column parcel_before text not null
  column parcel_after text not null
  column at timestamp with time zone not null
  column doer text not null
  column doer_person bigint not null
  column witness text
  column witness_person bigint
  column counterpart text
  column reference text
  column job bigint
  column stocktaking bigint
  column issuer text
  column certificate text
  column two_people boolean not null
  column certified boolean not null
  CHECK (((NOT two_people) OR (witness IS NOT NULL)))
  CHECK (((certified = (certificate IS NOT NULL)) AND (certified = (issuer IS NOT NULL))))
  CHECK (((num_nonnulls(witness, witness_person) <> 1) AND (witness <> doer) AND (witness_person <> doer_person)))
  CHECK (media.is_account(doer))
  CHECK (media.is_account(witness))
  CHECK (media.is_line(counterpart))
  CHECK (media.is_line(reference))
  FOREIGN KEY (action) REFERENCES media.rule(action)
  FOREIGN KEY (organisation, issuer, certificate) REFERENCES media.certificate(organisation, issuer, number)
  FOREIGN KEY (organisation, medium) REFERENCES media.medium(organisation, id)
  FOREIGN KEY (organisation, parcel) REFERENCES media.parcel(organisation, number)
  FOREIGN KEY (organisation, stocktaking) REFERENCES media.stocktaking(organisation, id)
  PRIMARY KEY (id)
  CREATE INDEX step_of_medium ON media.step USING btree (medium, id)
  CREATE INDEX step_of_parcel ON media.step USING btree (parcel, id) WHERE (parcel IS NOT NULL)
  policy own_organisation for ALL to bansho_media using (organisation = ( SELECT media.current_organisation() AS current_organisation)) with check (organisation = ( SELECT media.current_organisation() AS current_organisation))
  grant insert, select to bansho_media
  comment on counterpart: who gave or took it, by organisation or handle
  comment on reference: number of a receipt, method of a destruction, place in the vault, word of a reason
  comment: 授受・保管の記録: who did what with a medium, and who stood beside (立会者); never changed, never removed

-- media.stock_line
table media.stock_line, row security forced
  column stocktaking bigint not null
  column organisation smallint not null
  column medium bigint not null
  column expected text not null
  column found boolean
  column counted_by text
  column counted_at timestamp with time zone
  CHECK ((num_nonnulls(found, counted_by, counted_at) = ANY (ARRAY[0, 3])))
  CHECK (media.is_account(counted_by))
  FOREIGN KEY (organisation, medium) REFERENCES media.medium(organisation, id)
  FOREIGN KEY (organisation, stocktaking) REFERENCES media.stocktaking(organisation, id)
  PRIMARY KEY (stocktaking, medium)
  policy own_organisation for ALL to bansho_media using (organisation = ( SELECT media.current_organisation() AS current_organisation)) with check (organisation = ( SELECT media.current_organisation() AS current_organisation))
  grant insert, select to bansho_media
  grant update (found, counted_by, counted_at) to bansho_media
  comment: each medium that should have been here when the stock-taking began

-- media.stocktaking
table media.stocktaking, row security forced
  column id bigint not null identity
  column organisation smallint not null
  column opened_at timestamp with time zone not null
  column opened_by text not null
  column deadline date not null
  column closed_at timestamp with time zone
  column doer text
  column doer_person bigint
  column witness text
  column witness_person bigint
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  CHECK (((witness <> doer) AND (witness_person <> doer_person)))
  CHECK ((num_nonnulls(closed_at, doer, doer_person, witness, witness_person) = ANY (ARRAY[0, 5])))
  CHECK (media.is_account(doer))
  CHECK (media.is_account(opened_by))
  CHECK (media.is_account(witness))
  PRIMARY KEY (id)
  UNIQUE (organisation, id)
  CREATE UNIQUE INDEX one_at_a_time ON media.stocktaking USING btree (organisation) WHERE (closed_at IS NULL)
  CREATE UNIQUE INDEX stocktaking_organisation_id_key ON media.stocktaking USING btree (organisation, id)
  policy own_organisation for ALL to bansho_media using (organisation = ( SELECT media.current_organisation() AS current_organisation)) with check (organisation = ( SELECT media.current_organisation() AS current_organisation))
  grant insert, select to bansho_media
  grant update (closed_at, doer, doer_person, witness, witness_person) to bansho_media

-- members.association
table members.association, NO ROW SECURITY
  column code smallint not null
  column name text not null
  column user_number_pattern text not null
  CHECK (((code >= 1) AND (code <= 99)))
  PRIMARY KEY (code)
  grant select to bansho_cutter
  grant select to bansho_members
  grant select to bansho_payments
  grant select to bansho_slips
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
  column due_since bigint not null
  CHECK (((kind >= 1) AND (kind <= 2)))
  CHECK (((sex >= 1) AND (sex <= 2)))
  CHECK ((municipality ~ '^[0-9]{5}$'::text))
  CHECK ((resident_record_code ~ '^[0-9]{11}$'::text))
  FOREIGN KEY (association) REFERENCES members.association(code)
  PRIMARY KEY (association, user_number)
  CREATE INDEX member_in_order_of_inquiry ON members.member USING btree (association, kind, user_number) WHERE receives
  policy of_whom_is_collected for SELECT to bansho_collection using true with check -
  policy own_association for ALL to bansho_cutter, bansho_members using (association = ( SELECT members.current_association() AS current_association)) with check (association = ( SELECT members.current_association() AS current_association))
  grant insert, select, update to bansho_members
  grant select to bansho_cutter
  grant select (association, user_number, kind, born, basic_pension_number) to bansho_collection
  comment on due_since: number of the load that brought the code or the items by which J-LIS is asked
  comment on kind: 1 recipient, 2 spouse
  comment on receives: whether a pension is paid or raised now; nobody else is asked about (J2)
  comment on resident_record_code: 住民票コード where it is known; else the four items are asked by
  comment: recipients 受給権者 and spouses for whom a pension is raised 加給年金額対象配偶者; no Individual Number

-- payments.award
table payments.award, row security forced
  column association smallint not null
  column user_number text not null
  column kind smallint not null
  column certificate_number text not null
  column name text not null
  column kana text not null
  column born date not null
  column address text not null
  column municipality text not null
  column abroad boolean not null
  column begins date not null
  column ends date
  column yearly_amount bigint not null
  CHECK (((kind >= 1) AND (kind <= 3)))
  CHECK ((ends >= begins))
  CHECK ((municipality ~ '^[0-9]{5}$'::text))
  FOREIGN KEY (association) REFERENCES members.association(code)
  PRIMARY KEY (association, user_number)
  policy every_association for SELECT to bansho_slips using true with check -
  policy of_whom_is_collected for SELECT to bansho_collection using true with check -
  policy own_association for ALL to bansho_payments using (association = ( SELECT members.current_association() AS current_association)) with check (association = ( SELECT members.current_association() AS current_association))
  grant insert, select, update to bansho_payments
  grant select to bansho_slips
  grant select (association, user_number, certificate_number, kana, born, begins, ends, yearly_amount) to bansho_collection
  comment on kind: 1 old age; 2 disability and 3 survivor are not taxed
  comment: 年金裁定: who is paid, and the name and address that stand on the slip

-- payments.declared
table payments.declared, row security forced
  column association smallint not null
  column tax_year smallint not null
  column recipient text not null
  column part smallint not null
  column place smallint not null
  column user_number text not null
  column name text not null
  column kana text not null
  column born date not null
  column deduction smallint not null
  column handicap smallint not null
  column abroad text not null
  column deadline date not null
  CHECK (((deduction >= 0) AND (deduction <= 5)))
  CHECK (((handicap >= 0) AND (handicap <= 3)))
  CHECK (((part >= 1) AND (part <= 4)))
  CHECK ((abroad ~ '^0[0-4]$'::text))
  CHECK ((place >= 1))
  FOREIGN KEY (association) REFERENCES members.association(code)
  PRIMARY KEY (association, tax_year, recipient, part, place)
  policy every_association for SELECT to bansho_slips using true with check -
  policy own_association for ALL to bansho_payments using (association = ( SELECT members.current_association() AS current_association)) with check (association = ( SELECT members.current_association() AS current_association))
  grant delete, insert, select, update to bansho_payments
  grant select to bansho_slips
  comment on deadline: 提出期限, from whose year the retention of the numbers counts
  comment on part: 1 the recipient, 2 spouse, 3 dependant of 16 or older, 4 dependant under 16
  comment: 扶養親族等申告書: one person named by a declaration; their number is not known here

-- payments.payment
table payments.payment, row security forced
  column association smallint not null
  column user_number text not null
  column month integer not null
  column bucket smallint not null
  column due bigint not null
  column unpaid bigint not null
  column tax bigint not null
  column uncollected bigint not null
  column care_premium bigint not null
  column health_premium bigint not null
  column aged_premium bigint not null
  column resident_tax bigint not null
  CHECK ((((month >= 200001) AND (month <= 209912)) AND (((month % 100) >= 1) AND ((month % 100) <= 12))))
  CHECK (((bucket >= 1) AND (bucket <= 4)))
  CHECK ((uncollected <= tax))
  CHECK ((unpaid <= due))
  FOREIGN KEY (association) REFERENCES members.association(code)
  PRIMARY KEY (association, user_number, month)
  policy every_association for SELECT to bansho_slips using true with check -
  policy of_whom_is_collected for SELECT to bansho_collection using true with check -
  policy own_association for ALL to bansho_payments using (association = ( SELECT members.current_association() AS current_association)) with check (association = ( SELECT members.current_association() AS current_association))
  grant delete, insert, select, update to bansho_payments
  grant select to bansho_slips
  grant select (association, user_number, month, care_premium, health_premium, aged_premium, resident_tax) to bansho_collection
  comment on bucket: items of article 203-3 of the income tax act 所得税法203条の3 as on the slip; given, never derived
  comment: 定期支給: one payment of a month and what was taken off it, in yen

-- payments.yearly
table payments.yearly, NO ROW SECURITY
  column association smallint
  column tax_year integer
  column user_number text
  column amounts bigint[]
  column insurance bigint
  grant select to bansho_payments
  grant select to bansho_slips
  comment: the year of a recipient: four amounts for each of the four groups of items, as the slip has them; social insurance premiums

-- slips.cut
table slips.cut, NO ROW SECURITY
  column id bigint not null
  column file text not null
  column tax_year smallint not null
  column corrects bigint
  column list_hash text
  column applied_by text not null
  column approved_by text not null
  column approved_at timestamp with time zone not null
  column parcel text not null
  column outbox text not null
  column use_by date not null
  column records bigint not null
  column payment bigint not null
  column unpaid bigint not null
  column tax bigint not null
  column uncollected bigint not null
  column insurance bigint not null
  column manifest_hash text
  column cut_at timestamp with time zone
  column violations bigint not null default 0
  column replaces bigint
  CHECK (((corrects IS NULL) OR (list_hash IS NOT NULL)))
  CHECK (((manifest_hash IS NULL) = (cut_at IS NULL)))
  CHECK ((applied_by <> approved_by))
  CHECK ((file = ANY (ARRAY['slips'::text, 'reports'::text])))
  FOREIGN KEY (corrects) REFERENCES slips.cut(id)
  FOREIGN KEY (replaces) REFERENCES slips.cut(id)
  PRIMARY KEY (id)
  UNIQUE (parcel)
  UNIQUE (replaces)
  UNIQUE NULLS NOT DISTINCT (file, tax_year, corrects, list_hash, replaces)
  CREATE UNIQUE INDEX cut_parcel_key ON slips.cut USING btree (parcel)
  CREATE UNIQUE INDEX cut_replaces_key ON slips.cut USING btree (replaces)
  CREATE UNIQUE INDEX one_cut_for_each_list ON slips.cut USING btree (file, tax_year, corrects, list_hash, replaces) NULLS NOT DISTINCT
  grant insert, select to bansho_slips
  grant update (manifest_hash, cut_at) to bansho_slips
  comment on list_hash: hash of the list of user numbers of a supplement or correction; empty for the whole year
  comment on payment: sum over all records, those that void an earlier one included
  comment on replaces: the cut of the same that was never submitted and in whose place this one stands
  comment on violations: rules of the layout that records of recipients break; the number machine names them
  comment: each approval for a file of slips or reports and the one parcel made under it (P4, M3)

-- slips.record
table slips.record, NO ROW SECURITY
  column cut bigint not null
  column municipality text not null
  column association smallint not null
  column user_number text not null
  column nth bigint not null
  column record text not null
  PRIMARY KEY (cut, municipality, association, user_number, nth)
  CREATE INDEX record_of_a_recipient ON slips.record USING btree (cut, association, user_number)
  grant insert, select to bansho_slips
  comment on municipality: where a payment report goes; empty for slips
  comment: the records of a cut as they were approved: what the parcel is made of, and what a later correction voids; written in one transaction with their cut

-- triggers
guard on media.content
guard on media.medium
guard on media.parcel
guard on media.stock_line
guard on media.stocktaking
never on media.certificate
never on media.content
never on media.medium
never on media.parcel
never on media.rule
never on media.step
never on media.stock_line
never on media.stocktaking
opened on media.stocktaking
rules on media.step
taken on media.step
