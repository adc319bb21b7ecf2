-- Read from the catalog of a freshly installed database; compared by the build, rewritten by ./bansho golden.

-- roles
role bansho_app login noinherit
role bansho_association noinherit
role bansho_backup login noinherit
role bansho_desk noinherit
role bansho_door noinherit
role bansho_emergency noinherit
role bansho_eraser noinherit
role bansho_federation noinherit
role bansho_keeper noinherit
role bansho_media noinherit
role bansho_operator noinherit
role bansho_purger noinherit
role bansho_shredder noinherit

-- who may take on which role
grant bansho_association to bansho_app with inherit f, set t, admin f
grant bansho_desk to bansho_app with inherit f, set t, admin f
grant bansho_door to bansho_app with inherit f, set t, admin f
grant bansho_eraser to bansho_app with inherit f, set t, admin f
grant bansho_federation to bansho_app with inherit f, set t, admin f
grant bansho_keeper to bansho_app with inherit f, set t, admin f
grant bansho_media to bansho_app with inherit f, set t, admin f
grant bansho_operator to bansho_app with inherit f, set t, admin f
grant bansho_purger to bansho_app with inherit f, set t, admin f

-- schemas
grant usage on schema audit to bansho_app
grant usage on schema audit to bansho_purger
grant usage on schema intake to bansho_association
grant usage on schema intake to bansho_emergency
grant usage on schema intake to bansho_federation
grant usage on schema intake to bansho_operator
grant usage on schema intake to bansho_shredder
grant usage on schema job to bansho_association
grant usage on schema job to bansho_emergency
grant usage on schema job to bansho_federation
grant usage on schema job to bansho_operator
grant usage on schema linkage to bansho_app
grant usage on schema linkage to bansho_association
grant usage on schema linkage to bansho_emergency
grant usage on schema linkage to bansho_eraser
grant usage on schema linkage to bansho_federation
grant usage on schema linkage to bansho_keeper
grant usage on schema linkage to bansho_operator
grant usage on schema linkage to bansho_shredder
grant usage on schema retention to bansho_association
grant usage on schema retention to bansho_eraser
grant usage on schema retention to bansho_federation
grant usage on schema retention to bansho_operator
grant usage on schema retention to bansho_shredder
grant usage on schema taxfile to bansho_association
grant usage on schema taxfile to bansho_emergency
grant usage on schema taxfile to bansho_federation
grant usage on schema taxfile to bansho_operator
grant usage on schema taxfile to bansho_shredder
grant usage on schema vault to bansho_app
grant usage on schema vault to bansho_association
grant usage on schema vault to bansho_emergency
grant usage on schema vault to bansho_eraser
grant usage on schema vault to bansho_federation
grant usage on schema vault to bansho_keeper
grant usage on schema vault to bansho_operator
grant usage on schema vault to bansho_shredder

-- functions
function audit.purge_details(bigint) returns bigint language plpgsql:  declare said audit.record%rowtype; rule audit.purge_rule%rowtype; newest bigint; first bigint; last bigint; before timestamptz; purged bigint; begin select * into said from audit.record r where r.seq = authority and r.event = 'details-purged' and r.xmin = pg_current_xact_id()::xid; if not found then raise exception 'a purge is recorded first, in the same transaction' using errcode = '42501'; end if; select * into strict rule from audit.purge_rule; select h.seq into strict newest from audit.head h; first := (said.details::json ->> 'first')::bigint; last := (said.details::json ->> 'last')::bigint; before := (said.details::json ->> 'before')::timestamptz; if before > least(said.at, now()) - rule.minimum_age then raise exception 'too young to be purged' using errcode = '42501'; end if; if first < 1 or last < first or last > newest - rule.keep_newest then raise exception 'the newest records are not purged' using errcode = '42501'; end if; update audit.record r set details = null, salt = null where r.seq between first and last and r.association is not distinct from said.association and r.at < before and r.details is not null and audit.purgeable(r.event); get diagnostics purged = row_count; if purged = 0 or purged > rule.batch or purged <> (said.details::json ->> 'count')::bigint then raise exception 'another number of records than was recorded' using errcode = '42501'; end if; return purged; end 
function audit.purgeable(text) returns boolean language sql: RETURN (event <> ALL (ARRAY['details-purged'::text, 'head-exported'::text, 'passkey-enrolled'::text]))
function linkage.current_association() returns smallint language sql: RETURN (NULLIF(current_setting('bansho.association'::text, true), ''::text))::smallint
function retention.erase(bigint,date) returns bigint language plpgsql:  declare r record; people bigint; others bigint; met bigint; differs bigint; named text[]; going_by text[]; waiting text[]; begin select id, association, due_on, digest, pension_uses, tax_uses into r from retention.run where id = work and state = 'applied' and exists (select from access.application a where a.id = application and a.kind = 'erasure' and a.state = 'executed' and a.organisation = association and a.applicant = prepared_by and a.decided_by <> a.applicant and a.decider_person <> a.applicant_person and split_part(a.payload, E'\n', 1) like '% ' || association || '-' || run.id and right(a.payload, 64) = digest); if not found then raise exception 'nobody approved this run' using errcode = '42501'; end if; if r.due_on > today or r.digest is distinct from retention.list_digest(work) then raise exception 'the list is not the one that was approved' using errcode = 'BE001'; end if; create temporary table going on commit drop as select subject, bool_and(whole) as whole, max(fact) filter (where use = 'pension') as pension_fact, max(erase_from) filter (where use = 'pension') as pension_from, max(fact) filter (where use = 'tax') as tax_fact, max(erase_from) filter (where use = 'tax') as tax_from from retention.run_item where run = work group by subject; analyze pg_temp.going (subject, whole); select count(*) filter (where whole), count(*) filter (where not whole), count(*) filter (where greatest(pension_from, tax_from) > r.due_on) into people, others, differs from pg_temp.going; -- what names people by their user number, before nobody knows it any more named := array(select echo_key from intake.finding where echo_key is not null union select echo_key from intake.work_item where echo_key is not null union select user_number from taxfile.missing where user_number is not null); going_by := array(select s.user_number from linkage.subject s join pg_temp.going g on g.subject = s.id where g.whole and s.association = r.association and s.user_number = any(named)); waiting := array(select echo_key from intake.work_item where state = 'open' and echo_key is not null); -- counted, because a plan that stops at the first one takes for ever where there is none differs := differs + (select count(*) from retention.hold h join pg_temp.going g on g.subject = h.subject where h.released_at is null and (r.due_on between h.from_day and coalesce(h.until_day, 'infinity') or today between h.from_day and coalesce(h.until_day, 'infinity'))) + (select count(*) from intake.work_item w join pg_temp.going g on g.subject = w.subject where w.state = 'open') + (select count(*) from intake.work_item w join pg_temp.going g on g.subject = w.other_subject where w.state = 'open') + (select count(*) from linkage.subject s join pg_temp.going g on g.subject = s.id where s.association = r.association and s.user_number = any(waiting)); if differs > 0 then raise exception 'somebody on the list is kept' using errcode = 'BE001'; end if; with gone as ( delete from retention.death d using pg_temp.going g where g.subject = d.subject and (g.whole or g.pension_fact is not null) returning d.withdrawn_at is null and d.confirmed_on = g.pension_fact and d.erase_from = g.pension_from as same) select count(*) into met from gone where same; if met <> r.pension_uses or met <> (select count(pension_fact) from pg_temp.going) then raise exception 'a confirmed death on the list is not what it was' using errcode = 'BE001'; end if; with gone as ( delete from retention.deadline d using pg_temp.going g where g.subject = d.subject and (g.whole or g.tax_fact is not null) returning d.withdrawn_at is null and d.deadline = g.tax_fact and d.erase_from = g.tax_from as same, d.withdrawn_at is null and (d.deadline > g.tax_fact or d.erase_from > g.tax_from) as later) select count(*) filter (where same), count(*) filter (where later) into met, differs from gone; if differs > 0 or met <> r.tax_uses or met <> (select count(tax_fact) from pg_temp.going) then raise exception 'a deadline on the list is not what it was' using errcode = 'BE001'; end if; delete from intake.finding where echo_key = any(going_by); delete from intake.work_item where subject is null and echo_key = any(going_by); delete from intake.work_item w using pg_temp.going g where g.whole and w.subject = g.subject; update intake.work_item w set other_subject = null from pg_temp.going g where g.whole and w.other_subject = g.subject; update taxfile.missing set user_number = null where user_number = any(going_by); delete from retention.hold h using pg_temp.going g where g.whole and h.subject = g.subject; return query delete from vault.sealed_number n using pg_temp.going g where g.whole and n.subject = g.subject returning n.pad; delete from vault.number_index i using pg_temp.going g where g.whole and i.subject = g.subject; delete from linkage.subject s using pg_temp.going g where g.whole and s.id = g.subject and s.pension_use = (g.pension_fact is not null) and s.tax_use = (g.tax_fact is not null); get diagnostics met = row_count; if met <> people then raise exception 'somebody on the list has other uses than it says' using errcode = 'BE001'; end if; if others > 0 then update linkage.subject s set pension_use = s.pension_use and g.pension_fact is null, tax_use = s.tax_use and g.tax_fact is null from pg_temp.going g where not g.whole and s.id = g.subject and s.pension_use >= (g.pension_fact is not null) and s.tax_use >= (g.tax_fact is not null) and (s.pension_use and g.pension_fact is null or s.tax_use and g.tax_fact is null); get diagnostics met = row_count; if met <> others then raise exception 'somebody on the list has other uses than it says' using errcode = 'BE001'; end if; end if; select count(*) into met from (select subject from vault.number_index union all select subject from vault.sealed_number) rest join pg_temp.going g on g.whole and g.subject = rest.subject; if met > 0 then raise exception 'something on the list was not erased' using errcode = 'BE002'; end if; end 
function retention.list_digest(bigint) returns text language sql: RETURN (SELECT encode(sha256((convert_to(format('bansho/erasure-list/2 %s %s '::text, r.association, to_char((r.due_on)::timestamp with time zone, 'YYYY-MM-DD'::text)), 'UTF8'::name) || (SELECT string_agg((int8send(i.subject) || int8send((((((i.fact - '1970-01-01'::date))::bigint << 32) | (((i.erase_from - '1970-01-01'::date))::bigint << 2)) | ((CASE i.use WHEN 'tax'::text THEN 2 ELSE 0 END | (i.whole)::integer))::bigint))), '\x'::bytea ORDER BY i.subject, i.use) AS string_agg FROM retention.run_item i WHERE (i.run = r.id)))), 'hex'::text) AS encode FROM retention.run r WHERE (r.id = list_digest.work))
function retention.refuse_going_back() returns trigger language plpgsql:  begin raise exception 'a list that was applied for is not opened again' using errcode = '55000'; end 
function vault.refuse_leaving_key() returns trigger language plpgsql:  begin if exists (select from fresh join vault.key_check k on k.key_name = tg_argv[0] || '/' || fresh.association || '/' || fresh.key_version where k.state = 'leaving') then raise exception 'the key version of this value is about to be destroyed' using errcode = '55000'; end if; return null; end 

-- sequences
sequence intake.work_item_id_seq
sequence job.job_id_seq
sequence linkage.subject_range
sequence retention.deadline_id_seq
sequence retention.death_id_seq
sequence retention.hold_id_seq
sequence retention.run_id_seq
sequence vault.key_backup_number_seq
sequence vault.pad_block_id
sequence vault.rotation_id_seq

-- rights on sequences
grant usage on linkage.subject_range to bansho_association
grant usage on vault.pad_block_id to bansho_association

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
  CREATE INDEX record_by_actor ON audit.record USING btree (actor, seq)
  CREATE INDEX record_by_job ON audit.record USING btree (job, seq) WHERE (job IS NOT NULL)
  CREATE INDEX record_by_subject ON audit.record USING btree (subject, seq) WHERE (subject IS NOT NULL)
  CREATE INDEX record_by_time ON audit.record USING brin (at)
  grant insert, select to bansho_app
  comment on digest: SHA-256(salt || details): keeps the chain verifiable after a purge
  comment on hash: SHA-256 over the previous hash, the envelope columns and the digest
  comment: tamper-evident record of use; details and salt may be purged, nothing else may change

-- intake.finding
table intake.finding, row security forced
  column job bigint not null
  column line bigint not null
  column association smallint not null
  column outcome smallint not null
  column rule text not null
  column column_no smallint not null
  column echo_key text
  PRIMARY KEY (job, line)
  policy emergency_reads for SELECT to bansho_emergency using true with check -
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete, select to bansho_shredder
  grant insert, select to bansho_association
  grant maintain to bansho_eraser
  grant select (job, line, association, outcome, rule, column_no) to bansho_emergency
  comment: rows that were not simply registered; never holds the number

-- intake.observation
table intake.observation, row security forced
  column job bigint not null
  column line bigint not null
  column sort text not null
  column association smallint not null
  column subject bigint
  column request text not null
  column matched text not null
  column reason_code text not null
  column day date
  column generation smallint
  column settled_by text
  column item bigint
  CHECK ((matched = ANY (ARRAY[''::text, 'code'::text, 'items'::text])))
  CHECK ((sort = ANY (ARRAY['died'::text, 'number-changed'::text, 'out-of-scope'::text, 'unclear'::text, 'registered'::text])))
  PRIMARY KEY (job, line, sort)
  CREATE INDEX observation_of_item ON intake.observation USING btree (item) WHERE (item IS NOT NULL)
  CREATE INDEX observation_of_subject ON intake.observation USING btree (subject) WHERE (subject IS NOT NULL)
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete to bansho_shredder
  grant insert, select to bansho_association
  grant select (association, subject) to bansho_shredder
  comment on item: the work item in which it is decided
  comment on request: 要求レコード番号 of the inquiry that was answered; empty in a dependants file
  comment on settled_by: the rule that accepted it, or known-already, or none where nothing is to be decided; null: a person decides
  comment: what a row of a repeated inquiry or declaration said of somebody beyond "as before": the evidence of a proposed change

-- intake.upload
table intake.upload, row security forced
  column job bigint not null
  column association smallint not null
  column received_by text not null
  column received_at timestamp with time zone not null
  column confirmed_by text
  column confirmed_at timestamp with time zone
  column deleted_at timestamp with time zone
  CHECK (((deleted_at IS NULL) OR (confirmed_at IS NOT NULL)))
  CHECK ((num_nonnulls(confirmed_by, confirmed_at) = ANY (ARRAY[0, 2])))
  PRIMARY KEY (job)
  CREATE INDEX upload_waiting ON intake.upload USING btree (association) WHERE (confirmed_at IS NULL)
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant insert, select to bansho_association
  grant update (confirmed_by, confirmed_at, deleted_at) to bansho_association
  comment: uploaded files: who sent them, who confirmed the result, when the source was removed

-- intake.work_item
table intake.work_item, row security forced
  column id bigint not null identity
  column association smallint not null
  column job bigint not null
  column line bigint not null
  column reason text not null
  column echo_key text
  column subject bigint
  column other_subject bigint
  column generation smallint
  column state text not null default 'open'::text
  column opened_at timestamp with time zone not null
  column decision text
  column note text not null default ''::text
  column decided_by text
  column decided_at timestamp with time zone
  CHECK (((state <> 'open'::text) OR (decided_by IS NULL)))
  CHECK ((num_nonnulls(decision, decided_by, decided_at) = ANY (ARRAY[0, 3])))
  CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text])))
  PRIMARY KEY (id)
  CREATE INDEX work_item_noted ON intake.work_item USING btree (echo_key) WHERE (decision = 'noted'::text)
  CREATE INDEX work_item_of_echo_key ON intake.work_item USING btree (echo_key) WHERE ((state = 'open'::text) AND (echo_key IS NOT NULL))
  CREATE INDEX work_item_of_other_subject ON intake.work_item USING btree (other_subject) WHERE ((state = 'open'::text) AND (other_subject IS NOT NULL))
  CREATE INDEX work_item_of_subject ON intake.work_item USING btree (subject) WHERE ((state = 'open'::text) AND (subject IS NOT NULL))
  CREATE INDEX work_item_open ON intake.work_item USING btree (association, reason) WHERE (state = 'open'::text)
  CREATE UNIQUE INDEX work_item_row ON intake.work_item USING btree (job, line, reason) WHERE (job > 0)
  policy emergency_reads for SELECT to bansho_emergency using true with check -
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete, select to bansho_shredder
  grant insert, select to bansho_association
  grant maintain to bansho_eraser
  grant select (id, association, job, line, reason, state, opened_at) to bansho_emergency
  grant update (other_subject) to bansho_shredder
  grant update (state, decision, note, decided_by, decided_at) to bansho_association
  comment on generation: which number it is about: the proposed one, or, where somebody else holds the number, the holder's
  comment: what waits for a person: conflicts, several hits, no hit

-- job.batch
table job.batch, row security forced
  column job bigint not null
  column number integer not null
  column first_line bigint not null
  column lines integer not null
  column next_offset bigint not null
  column outcomes bytea not null
  column committed_at timestamp with time zone not null
  PRIMARY KEY (job, number)
  policy emergency_reads for SELECT to bansho_emergency using true with check -
  policy through_its_job for ALL to bansho_association, bansho_federation, bansho_operator using (EXISTS ( SELECT FROM job.job j WHERE (j.id = batch.job))) with check (EXISTS ( SELECT FROM job.job j WHERE (j.id = batch.job)))
  grant delete, insert, select to bansho_federation
  grant insert, select to bansho_association
  grant select to bansho_operator
  grant select (job, number, first_line, lines, next_offset, committed_at) to bansho_emergency
  comment on outcomes: one byte per line: the outcome of each row, in file order

-- job.job
table job.job, row security forced
  column id bigint not null identity
  column association smallint
  column kind text not null
  column purpose text not null
  column actor text not null
  column role text not null
  column source_path text not null
  column target_path text
  column options text not null default ''::text
  column layout text not null
  column bytes bigint not null
  column fingerprint bytea not null
  column state text not null
  column started_at timestamp with time zone not null
  column finished_at timestamp with time zone
  column busy_seconds double precision not null default 0
  CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'refused'::text])))
  PRIMARY KEY (id)
  CREATE INDEX job_fingerprint ON job.job USING btree (fingerprint)
  policy emergency_reads for SELECT to bansho_emergency using true with check -
  policy emergency_repairs for UPDATE to bansho_emergency using true with check true
  policy federation_own_jobs for ALL to bansho_federation using (association IS NULL) with check (association IS NULL)
  policy operator_reads for SELECT to bansho_operator using true with check -
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant insert, select, update to bansho_association
  grant insert, select, update to bansho_federation
  grant select to bansho_operator
  grant select (id, association, kind, purpose, actor, role, options, layout, bytes, state, started_at, finished_at, busy_seconds) to bansho_emergency
  grant update (state, finished_at) to bansho_emergency
  comment on fingerprint: HMAC-SHA-256 of the input under a key: a plain hash of a short file could be guessed back

-- linkage.association
table linkage.association, NO ROW SECURITY
  column code smallint not null
  column name text not null
  column user_number_pattern text not null
  column certificate_number_pattern text not null
  column payroll_number_pattern text not null
  column own_number_pattern text not null
  CHECK (((code >= 1) AND (code <= 99)))
  PRIMARY KEY (code)
  grant select to bansho_association
  grant select to bansho_federation
  grant select to bansho_operator
  grant select (code, name) to bansho_emergency
  comment: 構成組合: member associations and the patterns of their identifiers

-- linkage.subject
table linkage.subject, row security forced
  column id bigint not null
  column association smallint not null
  column kind smallint not null
  column pension_use boolean not null
  column tax_use boolean not null
  column state smallint not null default 1
  column user_number text not null
  column own_number text
  column certificate_number text
  column basic_pension_number text
  column payroll_number text
  column family_mark bigint
  column address_mark bigint
  CHECK (((kind >= 1) AND (kind <= 3)))
  CHECK (((state >= 1) AND (state <= 2)))
  PRIMARY KEY (id)
  CREATE INDEX subject_basic_pension_number ON linkage.subject USING btree (association, basic_pension_number) WHERE (basic_pension_number IS NOT NULL)
  CREATE INDEX subject_certificate_number ON linkage.subject USING btree (association, certificate_number) WHERE (certificate_number IS NOT NULL)
  CREATE INDEX subject_own_number ON linkage.subject USING btree (association, own_number) WHERE (own_number IS NOT NULL)
  CREATE INDEX subject_payroll_number ON linkage.subject USING btree (association, payroll_number) WHERE (payroll_number IS NOT NULL)
  CREATE UNIQUE INDEX subject_user_number ON linkage.subject USING btree (association, user_number) WHERE (state = 1)
  policy emergency_reads for SELECT to bansho_emergency using true with check -
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete to bansho_shredder
  grant insert, select, update to bansho_association
  grant maintain to bansho_eraser
  grant select to bansho_federation
  grant select (id, association, kind, pension_use, tax_use, state) to bansho_emergency
  grant select (id, association, pension_use, tax_use, user_number) to bansho_shredder
  grant update (pension_use, tax_use) to bansho_shredder
  comment on address_mark: 64 bits of HMAC-SHA-256 of the address; equal or not, nothing else (L5)
  comment on family_mark: 64 bits of HMAC-SHA-256 of the family name under the association's key: equal or not, nothing else (L5)
  comment on kind: 1 recipient 受給権者, 2 spouse 加給年金額対象配偶者, 3 dependant 扶養控除対象者
  comment on pension_use: 個人番号利用事務 (N10)
  comment on state: 1 in use, 2 ended
  comment on tax_use: 個人番号関係事務 (N10)

-- retention.deadline
table retention.deadline, row security forced
  column id bigint not null identity
  column association smallint not null
  column subject bigint not null
  column deadline date not null
  column erase_from date not null
  column source text not null
  column job bigint
  column entered_by text not null
  column entered_at timestamp with time zone not null
  column withdrawn_by text
  column withdrawn_at timestamp with time zone
  column withdrawn_because text
  CHECK ((erase_from > (deadline + '7 years'::interval)))
  CHECK ((num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) = ANY (ARRAY[0, 3])))
  PRIMARY KEY (id)
  CREATE INDEX deadline_by_day ON retention.deadline USING btree (association, erase_from) WHERE (withdrawn_at IS NULL)
  CREATE UNIQUE INDEX deadline_in_force ON retention.deadline USING btree (subject, deadline) WHERE (withdrawn_at IS NULL)
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete, select to bansho_shredder
  grant insert, select to bansho_association
  grant maintain to bansho_eraser
  grant select to bansho_federation
  grant update (withdrawn_by, withdrawn_at, withdrawn_because) to bansho_association
  comment: 提出期限 of the declarations that named a dependant; the latest one in force counts

-- retention.death
table retention.death, row security forced
  column id bigint not null identity
  column association smallint not null
  column subject bigint not null
  column confirmed_on date not null
  column erase_from date not null
  column source text not null
  column entered_by text not null
  column entered_at timestamp with time zone not null
  column withdrawn_by text
  column withdrawn_at timestamp with time zone
  column withdrawn_because text
  CHECK ((erase_from > (confirmed_on + '10 years'::interval)))
  CHECK ((num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) = ANY (ARRAY[0, 3])))
  PRIMARY KEY (id)
  CREATE INDEX death_by_day ON retention.death USING btree (association, erase_from) WHERE (withdrawn_at IS NULL)
  CREATE UNIQUE INDEX death_in_force ON retention.death USING btree (subject) WHERE (withdrawn_at IS NULL)
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete, select to bansho_shredder
  grant insert, select to bansho_association
  grant maintain to bansho_eraser
  grant select to bansho_federation
  grant update (withdrawn_by, withdrawn_at, withdrawn_because) to bansho_association
  comment on erase_from: first day on which the pension use may be erased; computed again before every erasure
  comment: 死亡確認日: the day on which the association confirmed a death; corrected, never overwritten

-- retention.hold
table retention.hold, row security forced
  column id bigint not null identity
  column association smallint not null
  column subject bigint not null
  column reason text not null
  column from_day date not null
  column until_day date
  column entered_by text not null
  column entered_at timestamp with time zone not null
  column released_by text
  column released_at timestamp with time zone
  column released_because text
  CHECK ((num_nonnulls(released_by, released_at, released_because) = ANY (ARRAY[0, 3])))
  CHECK ((until_day >= from_day))
  PRIMARY KEY (id)
  CREATE INDEX hold_of_subject ON retention.hold USING btree (subject) WHERE (released_at IS NULL)
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete, select to bansho_shredder
  grant insert, select to bansho_association
  grant maintain to bansho_eraser
  grant select to bansho_federation
  grant update (released_by, released_at, released_because) to bansho_association
  comment: 廃棄留保: legal holds; nobody is erased while one covers the day

-- retention.run
table retention.run, row security forced
  column id bigint not null identity
  column association smallint not null
  column due_on date not null
  column reason text not null
  column state text not null
  column digest text not null
  column pension_uses integer not null
  column tax_uses integer not null
  column people integer not null
  column prepared_by text not null
  column prepared_at timestamp with time zone not null
  column application bigint
  column approved_by text
  column erased_at timestamp with time zone
  column numbers bigint
  column pad_version smallint
  column key_before text
  column key_after text
  column certificate text
  column finished_at timestamp with time zone
  CHECK (((pension_uses + tax_uses) > 0))
  CHECK (((state <> ALL (ARRAY['erased'::text, 'destroyed'::text, 'certified'::text])) OR ((num_nulls(application, approved_by, erased_at, numbers, pad_version, key_before) = 0) AND (approved_by <> prepared_by))))
  CHECK (((state = 'certified'::text) = (certificate IS NOT NULL)))
  CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
  CHECK ((pension_uses >= 0))
  CHECK ((people >= 0))
  CHECK ((state = ANY (ARRAY['prepared'::text, 'applied'::text, 'dropped'::text, 'erased'::text, 'destroyed'::text, 'certified'::text])))
  CHECK ((tax_uses >= 0))
  PRIMARY KEY (id)
  UNIQUE (application)
  CREATE UNIQUE INDEX run_application_key ON retention.run USING btree (application)
  policy association_applies for UPDATE to bansho_association using ((association = ( SELECT linkage.current_association() AS current_association)) AND (state = ANY (ARRAY['prepared'::text, 'applied'::text]))) with check ((association = ( SELECT linkage.current_association() AS current_association)) AND (state = ANY (ARRAY['prepared'::text, 'applied'::text, 'dropped'::text])))
  policy association_prepares for INSERT to bansho_association using - with check ((association = ( SELECT linkage.current_association() AS current_association)) AND (state = 'prepared'::text))
  policy eraser_of_one_association for ALL to bansho_eraser using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy operator_sees for SELECT to bansho_operator using true with check -
  policy own_association for SELECT to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check -
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant insert, select to bansho_association
  grant select to bansho_eraser
  grant select to bansho_federation
  grant select to bansho_operator
  grant select (id, association, due_on, state, digest, pension_uses, tax_uses, prepared_by, application) to bansho_shredder
  grant update (state, application) to bansho_association
  grant update (state, approved_by, erased_at, numbers, pad_version, key_before, key_after, certificate, finished_at) to bansho_eraser
  comment on certificate: SHA-256 of the signed certificate
  comment on digest: SHA-256 of the frozen list: what the approval is bound to
  comment: prepared: list frozen; applied: waits for approval or start; erased: committed, keys to be destroyed; destroyed; certified

-- retention.run_item
table retention.run_item, row security forced
  column run bigint not null
  column association smallint not null
  column subject bigint not null
  column use text not null
  column fact date not null
  column erase_from date not null
  column whole boolean not null
  CHECK ((use = ANY (ARRAY['pension'::text, 'tax'::text])))
  FOREIGN KEY (run) REFERENCES retention.run(id)
  PRIMARY KEY (run, subject, use)
  policy association_prepares for INSERT to bansho_association using - with check ((association = ( SELECT linkage.current_association() AS current_association)) AND (run IN ( SELECT run.id FROM retention.run WHERE (run.state = 'prepared'::text))))
  policy eraser_of_one_association for ALL to bansho_eraser using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy own_association for SELECT to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check -
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant insert, select to bansho_association
  grant select to bansho_eraser
  grant select to bansho_shredder
  comment on whole: the last use goes, and with it the number and the person's row
  comment: the frozen list of a run; afterwards all that is left of an erased person: a handle and a rule

-- retention.standing
table retention.standing, NO ROW SECURITY
  column association smallint
  column subject bigint
  column user_number text
  column kind smallint
  column use text
  column fact date
  column erase_from date
  grant select to bansho_association
  grant select to bansho_federation
  comment: each use of each person with the date its clock runs from; null while no clock runs

-- taxfile.missing
table taxfile.missing, NO ROW SECURITY
  column job bigint not null
  column line bigint not null
  column field smallint not null
  column user_number text
  column reason text not null
  PRIMARY KEY (job, line, field)
  grant delete, insert, select to bansho_federation
  grant select to bansho_shredder
  grant select (job, line, field, reason) to bansho_emergency
  grant update (user_number) to bansho_shredder
  comment: fields of a tax file that stayed empty, and why

-- taxfile.violation
table taxfile.violation, NO ROW SECURITY
  column job bigint not null
  column line bigint not null
  column column_no smallint not null
  column rule text not null
  grant delete, insert, select to bansho_federation
  grant select to bansho_emergency

-- vault.index_alive
unlogged table vault.index_alive, row security forced
  column association smallint not null
  column version smallint not null
  PRIMARY KEY (association, version)
  policy emergency_reads for SELECT to bansho_emergency using true with check -
  policy keeper_of_one_association for ALL to bansho_keeper using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete, insert, select to bansho_association
  grant delete, insert, select to bansho_keeper
  grant select (association, version) to bansho_emergency

-- vault.key_backup
table vault.key_backup, NO ROW SECURITY
  column number integer not null identity
  column mark text not null
  column made_at timestamp with time zone not null
  column made_by text not null
  column application bigint not null
  column needed smallint not null
  column shares smallint not null
  column destroyed_at timestamp with time zone
  column destroyed_by text
  column destruction bigint
  CHECK (((destroyed_at IS NULL) = (destroyed_by IS NULL)))
  CHECK ((mark ~ '^[0-9a-f]{16}$'::text))
  CHECK ((needed >= 2))
  CHECK ((shares >= needed))
  PRIMARY KEY (number)
  UNIQUE (mark)
  CREATE UNIQUE INDEX key_backup_mark_key ON vault.key_backup USING btree (mark)
  grant insert, select to bansho_operator
  grant select to bansho_app
  grant select to bansho_association
  grant select to bansho_federation
  grant select to bansho_keeper
  grant update (destroyed_at, destroyed_by, destruction) to bansho_operator
  comment on application: the approved application under which it was made
  comment on destruction: the approved application under which it was destroyed; null if it was never finished
  comment on mark: the set that stands in the names of its files and on its shares
  comment: register of key backups (S1): each until people say that file and shares were destroyed

-- vault.key_backup_holding_destroyed
table vault.key_backup_holding_destroyed, NO ROW SECURITY
  column number integer
  column made_at timestamp with time zone
  column key_name text
  grant select to bansho_app
  grant select to bansho_association
  grant select to bansho_federation
  grant select to bansho_keeper
  grant select to bansho_operator
  comment: keys that were destroyed and that a backup would bring back, with every number they open (R3)

-- vault.key_backup_key
table vault.key_backup_key, NO ROW SECURITY
  column backup integer not null
  column key_name text not null
  FOREIGN KEY (backup) REFERENCES vault.key_backup(number)
  PRIMARY KEY (backup, key_name)
  grant insert, select to bansho_operator
  grant select to bansho_app
  grant select to bansho_association
  grant select to bansho_federation
  grant select to bansho_keeper
  comment: names of the keys a backup holds

-- vault.key_check
table vault.key_check, row security
  column key_name text not null
  column check_value bytea not null
  column state text not null default 'in-use'::text
  CHECK ((state = ANY (ARRAY['in-use'::text, 'filling'::text, 'opening'::text, 'leaving'::text])))
  PRIMARY KEY (key_name)
  CREATE UNIQUE INDEX key_in_use ON vault.key_check USING btree (regexp_replace(key_name, '/[0-9]+$'::text, ''::text)) WHERE (state = 'in-use'::text)
  policy emergency_reads for SELECT to bansho_emergency using true with check -
  policy keeper_of_one_association for ALL to bansho_keeper using (split_part(key_name, '/'::text, 2) = (( SELECT linkage.current_association() AS current_association))::text) with check (split_part(key_name, '/'::text, 2) = (( SELECT linkage.current_association() AS current_association))::text)
  policy machine_reads for SELECT to bansho_app, bansho_federation using true with check -
  policy operator_reads for SELECT to bansho_operator using true with check -
  policy own_keys for SELECT to bansho_association using (split_part(key_name, '/'::text, 2) = (( SELECT linkage.current_association() AS current_association))::text) with check -
  grant delete, insert, select to bansho_keeper
  grant select to bansho_app
  grant select to bansho_association
  grant select to bansho_federation
  grant select (key_name, state) to bansho_emergency
  grant select (key_name, state) to bansho_operator
  grant update (state) to bansho_keeper
  comment on state: in-use: new values take it; filling: an index version being built beside; opening: old values alone; leaving: no row names it, to be destroyed
  comment: proof of which keys this database was filled with; a start with others is refused (S1)

-- vault.number_index
unlogged table vault.number_index, row security forced
  column tag uuid not null
  column subject bigint not null
  column generation smallint not null
  column association smallint not null
  column version smallint not null
  column state smallint not null
  PRIMARY KEY (tag)
  policy emergency_reads for SELECT to bansho_emergency using true with check -
  policy keeper_of_one_association for ALL to bansho_keeper using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete to bansho_shredder
  grant delete, insert, select to bansho_association
  grant delete, insert, select to bansho_keeper
  grant maintain to bansho_eraser
  grant select (subject, association) to bansho_shredder
  grant select (subject, generation, association, version, state) to bansho_emergency
  grant update (state) to bansho_association
  grant update (state) to bansho_keeper

-- vault.pad_block
table vault.pad_block, row security forced
  column id bigint not null
  column association smallint not null
  column key_version smallint not null
  column sealed bytea not null
  PRIMARY KEY (id)
  policy emergency_reads for SELECT to bansho_emergency using true with check -
  policy eraser_of_one_association for ALL to bansho_eraser using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy keeper_of_one_association for ALL to bansho_keeper using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant insert, select to bansho_association
  grant maintain, select to bansho_eraser
  grant select to bansho_federation
  grant select to bansho_keeper
  grant select (id, association, key_version) to bansho_emergency
  grant update (key_version, sealed) to bansho_keeper
  comment: 256 one-time pads each; what erasure destroys (R3)

-- vault.rotation
table vault.rotation, row security forced
  column id bigint not null identity
  column association smallint not null
  column purpose text not null
  column from_version smallint not null
  column to_version smallint not null
  column phase text not null
  column cursor_subject bigint not null default '-9223372036854775808'::bigint
  column cursor_generation smallint not null default 0
  column done bigint not null default 0
  column total bigint not null default 0
  column left_on_old bigint
  column application bigint not null
  column actor text not null
  column started_at timestamp with time zone not null
  column proved_at timestamp with time zone
  column finished_at timestamp with time zone
  CHECK (((phase <> ALL (ARRAY['leaving'::text, 'finished'::text])) OR ((left_on_old = 0) AND (proved_at IS NOT NULL))))
  CHECK (((phase = 'finished'::text) = (finished_at IS NOT NULL)))
  CHECK ((phase = ANY (ARRAY['sealing'::text, 'filling'::text, 'clearing'::text, 'leaving'::text, 'finished'::text])))
  CHECK ((purpose = ANY (ARRAY['number-seal'::text, 'pad-seal'::text, 'number-index'::text])))
  CHECK ((to_version = (from_version + 1)))
  PRIMARY KEY (id)
  CREATE UNIQUE INDEX one_rotation_of_a_key ON vault.rotation USING btree (association, purpose) WHERE (phase <> 'finished'::text)
  policy keeper_of_one_association for ALL to bansho_keeper using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy operator_reads for SELECT to bansho_operator using true with check -
  grant insert, select to bansho_keeper
  grant select (id, association, purpose, from_version, to_version, phase, done, total, left_on_old, application, actor, started_at, proved_at, finished_at) to bansho_operator
  grant update (phase, cursor_subject, cursor_generation, done, left_on_old, proved_at, finished_at) to bansho_keeper
  comment on left_on_old: values that still named the old key when they were counted last
  comment on phase: sealing: values are sealed anew; filling: the next index is built beside; clearing: the old index is emptied; leaving: no value names the old key; finished: the old key is destroyed
  comment: changes of keys: from which version to which, how far, and the proof that none was left behind

-- vault.sealed_number
table vault.sealed_number, row security forced
  column subject bigint not null
  column generation smallint not null
  column association smallint not null
  column kind smallint not null
  column key_version smallint not null
  column state smallint not null
  column source smallint not null
  column pad bigint not null
  column job bigint not null
  column registered_at timestamp with time zone not null
  column actor text not null
  column sealed bytea not null
  CHECK (((source >= 1) AND (source <= 3)))
  CHECK (((state >= 1) AND (state <= 5)))
  CHECK ((generation > 0))
  PRIMARY KEY (subject, generation)
  policy emergency_reads for SELECT to bansho_emergency using true with check -
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy keeper_of_one_association for ALL to bansho_keeper using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete to bansho_shredder
  grant insert, select to bansho_association
  grant maintain to bansho_eraser
  grant select to bansho_federation
  grant select to bansho_keeper
  grant select (subject, association, pad) to bansho_shredder
  grant select (subject, generation, association, kind, key_version, state, source, pad, job, registered_at) to bansho_emergency
  grant update (key_version, sealed) to bansho_keeper
  grant update (state) to bansho_association
  comment on source: 1 identity inquiry, 2 dependants file, 3 business terminal
  comment on state: 1 current, 2 former, 3 proposed (waits for a person), 4 rejected, 5 withdrawn (its person is out of use)
  comment: numbers with their history: who, when, from which source; never overwritten

-- triggers
forgotten on linkage.subject
guard on access.application
guard on access.review
guard on access.review_line
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
no_leaving_key on vault.pad_block
no_leaving_key on vault.sealed_number
no_way_back on retention.run
opened on media.stocktaking
rules on media.step
taken on media.step
