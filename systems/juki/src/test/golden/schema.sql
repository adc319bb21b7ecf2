-- Read from the catalog of a freshly installed database; compared by the build, rewritten by ./bansho golden.

-- roles
role bansho_app login noinherit
role bansho_desk noinherit
role bansho_door noinherit
role bansho_juki noinherit
role bansho_media noinherit
role bansho_purger noinherit

-- who may take on which role
grant bansho_desk to bansho_app with inherit f, set t, admin f
grant bansho_door to bansho_app with inherit f, set t, admin f
grant bansho_juki to bansho_app with inherit f, set t, admin f
grant bansho_media to bansho_app with inherit f, set t, admin f
grant bansho_purger to bansho_app with inherit f, set t, admin f

-- schemas
grant usage on schema access to bansho_desk
grant usage on schema access to bansho_door
grant usage on schema audit to bansho_app
grant usage on schema audit to bansho_purger
grant usage on schema juki to bansho_juki
grant usage on schema machine to bansho_app
grant usage on schema media to bansho_media

-- functions
function access.acts_on(text,smallint,timestamp with time zone) returns record language sql:  select p.id, p.name, p.name_key from access.account a join access.person p on p.id = a.person where a.id = acts_on.account and a.organisation = acts_on.at_home and a.state = 'active' and (acts_on.moment at time zone 'Asia/Tokyo')::date between a.valid_from and a.valid_until 
function access.current_organisation() returns smallint language sql: RETURN (NULLIF(current_setting('bansho.organisation'::text, true), ''::text))::smallint
function access.guard_application() returns trigger language plpgsql:  declare who record; changing text[]; begin if tg_op = 'INSERT' then if new.state <> 'open' then raise exception 'an application begins open' using errcode = 'check_violation'; end if; select * into who from access.acts_on(new.applicant, new.organisation, new.applied_at); if not found then raise exception 'nobody applies here under that account' using errcode = 'check_violation'; end if; new.applicant_person := who.person; new.applicant_name := who.name; new.applicant_name_key := who.name_key; return new; end if; case old.state || ' ' || new.state when 'open approved', 'open refused' then changing := array['state', 'decided_by', 'decider_person', 'decider_name', 'decider_name_key', 'decided_at', 'note', 'execute_by']; select * into who from access.acts_on(new.decided_by, new.deciding_organisation, new.decided_at); if not found or new.decided_at >= new.decide_by then raise exception 'nobody decides this under that account at that time' using errcode = 'check_violation'; end if; new.decider_person := who.person; new.decider_name := who.name; new.decider_name_key := who.name_key; when 'open withdrawn' then changing := array['state', 'withdrawn_at']; when 'approved executed' then changing := array['state', 'executed_by', 'executed_at']; if new.executed_at >= new.execute_by or (new.executed_by is not null and not exists (select from access.acts_on(new.executed_by, new.organisation, new.executed_at))) then raise exception 'nobody executes this under that account at that time' using errcode = 'check_violation'; end if; else raise exception 'an application does not go from % to %', old.state, new.state using errcode = 'check_violation'; end case; if to_jsonb(new) - changing <> to_jsonb(old) - changing then raise exception 'what was applied for and what was decided does not change' using errcode = 'check_violation'; end if; return new; end 
function access.guard_review() returns trigger language plpgsql:  declare changing constant text[] := array['closed_at', 'closed_by', 'result', 'evidence']; begin if old.closed_at is not null or new.closed_at is null or to_jsonb(new) - changing <> to_jsonb(old) - changing or exists (select from access.review_line l where l.review = new.id and l.decision is null) then raise exception 'a review closes once, when every line is decided' using errcode = 'check_violation'; end if; if not exists (select from access.acts_on(new.closed_by, new.organisation, new.closed_at)) then raise exception 'nobody closes this under that account at that time' using errcode = 'check_violation'; end if; return new; end 
function access.guard_review_line() returns trigger language plpgsql:  declare changing constant text[] := array['decision', 'note', 'decided_by', 'decider_person', 'decided_at', 'preparation']; begin if to_jsonb(new) - changing <> to_jsonb(old) - changing or exists (select from access.review r where r.id = new.review and r.closed_at is not null) then raise exception 'the facts of a review and a closed review do not change' using errcode = 'check_violation'; end if; select w.person into new.decider_person from access.acts_on(new.decided_by, new.organisation, new.decided_at) w; if not found then raise exception 'nobody reviews this under that account at that time' using errcode = 'check_violation'; end if; return new; end 
function audit.purge_details(bigint) returns bigint language plpgsql:  declare said audit.record%rowtype; rule audit.purge_rule%rowtype; newest bigint; first bigint; last bigint; before timestamptz; purged bigint; begin select * into said from audit.record r where r.seq = authority and r.event = 'details-purged' and r.xmin = pg_current_xact_id()::xid; if not found then raise exception 'a purge is recorded first, in the same transaction' using errcode = '42501'; end if; select * into strict rule from audit.purge_rule; select h.seq into strict newest from audit.head h; first := (said.details::json ->> 'first')::bigint; last := (said.details::json ->> 'last')::bigint; before := (said.details::json ->> 'before')::timestamptz; if before > least(said.at, now()) - rule.minimum_age then raise exception 'too young to be purged' using errcode = '42501'; end if; if first < 1 or last < first or last > newest - rule.keep_newest then raise exception 'the newest records are not purged' using errcode = '42501'; end if; update audit.record r set details = null, salt = null where r.seq between first and last and r.association is not distinct from said.association and r.at < before and r.details is not null and audit.purgeable(r.event); get diagnostics purged = row_count; if purged = 0 or purged > rule.batch or purged <> (said.details::json ->> 'count')::bigint then raise exception 'another number of records than was recorded' using errcode = '42501'; end if; return purged; end 
function audit.purgeable(text) returns boolean language sql: RETURN (event <> ALL (ARRAY['details-purged'::text, 'head-exported'::text, 'passkey-enrolled'::text]))
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

-- sequences
sequence access.application_id_seq
sequence access.person_id_seq
sequence access.preparation_id_seq
sequence access.review_id_seq
sequence juki.job_id_seq
sequence juki.step_id_seq
sequence media.medium_id_seq
sequence media.step_number
sequence media.stocktaking_id_seq

-- rights on sequences
grant usage on media.step_number to bansho_media

-- access.account
table access.account, row security forced
  column id text not null
  column organisation smallint not null
  column person bigint not null
  column role text not null
  column department text not null
  column valid_from date not null
  column valid_until date not null
  column state text not null
  column created_at timestamp with time zone not null
  column last_login_at timestamp with time zone
  column failures integer not null default 0
  column blocked_until timestamp with time zone
  column ended_at timestamp with time zone
  column ended_why text
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  CHECK ((id ~ '^[a-z][a-z0-9.-]{2,31}$'::text))
  CHECK ((state = ANY (ARRAY['active'::text, 'stopped'::text, 'revoked'::text])))
  FOREIGN KEY (person) REFERENCES access.person(id)
  PRIMARY KEY (id)
  CREATE INDEX account_of_person ON access.account USING btree (person)
  policy lets_in for ALL to bansho_door using true with check true
  policy own_organisation for ALL to bansho_desk using (organisation = ( SELECT access.current_organisation() AS current_organisation)) with check (organisation = ( SELECT access.current_organisation() AS current_organisation))
  grant insert, select, update to bansho_door
  grant select to bansho_desk
  comment on state: stopped: emergency stop, at once; revoked: by the nightly batch, for good

-- access.application
table access.application, row security forced
  column id bigint not null identity
  column organisation smallint not null
  column deciding_organisation smallint not null
  column kind text not null
  column purpose text not null
  column case_reference text not null
  column reason text not null
  column payload text not null
  column payload_hash bytea not null
  column applicant text not null
  column applicant_person bigint not null
  column applicant_name text not null
  column applicant_name_key text not null
  column applied_at timestamp with time zone not null
  column decide_by timestamp with time zone not null
  column state text not null default 'open'::text
  column decided_by text
  column decider_person bigint
  column decider_name text
  column decider_name_key text
  column decided_at timestamp with time zone
  column note text
  column execute_by timestamp with time zone
  column executed_by text
  column executed_at timestamp with time zone
  column withdrawn_at timestamp with time zone
  CHECK ((((state = ANY (ARRAY['approved'::text, 'refused'::text, 'executed'::text])) = (decided_by IS NOT NULL)) AND (num_nonnulls(decided_by, decider_person, decider_name, decider_name_key, decided_at) = ANY (ARRAY[0, 5]))))
  CHECK (((decider_person <> applicant_person) AND (decided_by <> applicant)))
  CHECK (((deciding_organisation = organisation) OR (deciding_organisation = 0)))
  CHECK (((kind <> ALL (ARRAY['emergency-access'::text, 'maintenance-login'::text])) OR (deciding_organisation = 0)))
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  CHECK (((state = 'executed'::text) = (executed_at IS NOT NULL)))
  CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)))
  CHECK (((state = ANY (ARRAY['approved'::text, 'executed'::text])) = (execute_by IS NOT NULL)))
  CHECK ((decide_by > applied_at))
  CHECK ((decider_name_key <> applicant_name_key))
  CHECK ((execute_by > decided_at))
  CHECK ((payload_hash = sha256(convert_to(payload, 'UTF8'::name))))
  CHECK ((state = ANY (ARRAY['open'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'executed'::text])))
  FOREIGN KEY (applicant) REFERENCES access.account(id)
  FOREIGN KEY (applicant_person) REFERENCES access.person(id)
  FOREIGN KEY (decided_by) REFERENCES access.account(id)
  FOREIGN KEY (decider_person) REFERENCES access.person(id)
  FOREIGN KEY (executed_by) REFERENCES access.account(id)
  PRIMARY KEY (id)
  CREATE INDEX application_of_person ON access.application USING btree (applicant_person)
  CREATE INDEX application_open ON access.application USING btree (deciding_organisation) WHERE (state = 'open'::text)
  policy applicants for INSERT to bansho_desk using - with check (( SELECT access.current_organisation() AS current_organisation) = organisation)
  policy applicants_and_deciders for SELECT to bansho_desk using ((( SELECT access.current_organisation() AS current_organisation) = organisation) OR (( SELECT access.current_organisation() AS current_organisation) = deciding_organisation)) with check -
  policy lets_in for ALL to bansho_door using true with check true
  policy steps for UPDATE to bansho_desk using ((( SELECT access.current_organisation() AS current_organisation) = organisation) OR (( SELECT access.current_organisation() AS current_organisation) = deciding_organisation)) with check ((( SELECT access.current_organisation() AS current_organisation) = organisation) OR (( SELECT access.current_organisation() AS current_organisation) = deciding_organisation))
  grant insert, select, update to bansho_desk
  grant insert, select, update to bansho_door
  comment on applicant_name_key: as it was at the application; who is transferred and comes back under another account still meets it
  comment on executed_by: null where the machine itself executed it, in the nightly batch

-- access.ledger
table access.ledger, row security forced
  column organisation smallint not null
  column staff_number text not null
  column name text not null
  column department text not null
  column noted_at timestamp with time zone not null
  PRIMARY KEY (organisation, staff_number)
  policy lets_in for ALL to bansho_door using true with check true
  policy own_organisation for ALL to bansho_desk using (organisation = ( SELECT access.current_organisation() AS current_organisation)) with check (organisation = ( SELECT access.current_organisation() AS current_organisation))
  grant delete, insert, select to bansho_desk
  grant insert, select, update to bansho_door
  comment: 利用者台帳: who works where according to the personnel side; held against the accounts

-- access.passkey
table access.passkey, row security forced
  column credential_id bytea not null
  column account text not null
  column organisation smallint not null
  column credential bytea not null
  column attestation_format text not null
  column aaguid uuid not null
  column sign_count bigint not null
  column enrolled_at timestamp with time zone not null
  column last_used_at timestamp with time zone
  column state text not null default 'active'::text
  CHECK ((state = ANY (ARRAY['active'::text, 'removed'::text, 'cloned'::text])))
  FOREIGN KEY (account) REFERENCES access.account(id)
  PRIMARY KEY (credential_id)
  CREATE INDEX passkey_of_account ON access.passkey USING btree (account) WHERE (state = 'active'::text)
  policy lets_in for ALL to bansho_door using true with check true
  policy own_organisation for ALL to bansho_desk using (organisation = ( SELECT access.current_organisation() AS current_organisation)) with check (organisation = ( SELECT access.current_organisation() AS current_organisation))
  grant insert, select, update to bansho_door
  grant select to bansho_desk
  comment on credential: attested credential data: authenticator model, credential id, public key (COSE)

-- access.person
table access.person, row security forced
  column id bigint not null identity
  column organisation smallint not null
  column staff_number text not null
  column name text not null
  column name_key text not null
  column own_user_number text
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  PRIMARY KEY (id)
  UNIQUE (organisation, staff_number)
  CREATE UNIQUE INDEX person_organisation_staff_number_key ON access.person USING btree (organisation, staff_number)
  policy lets_in for ALL to bansho_door using true with check true
  policy own_organisation for ALL to bansho_desk using (organisation = ( SELECT access.current_organisation() AS current_organisation)) with check (organisation = ( SELECT access.current_organisation() AS current_organisation))
  grant insert, select, update to bansho_door
  grant select to bansho_desk
  comment on name_key: NameKey of the name: the same name, in whichever organisation, counts as the same person when something is approved
  comment on own_user_number: the user number 利用番号 under which the person is kept here as a member; for the log check
  comment: a human being who works here; several accounts of one person stay one person (four eyes)

-- access.preparation
table access.preparation, row security forced
  column id bigint not null identity
  column organisation smallint not null
  column kind text not null
  column account text
  column staff_number text
  column name text
  column own_user_number text
  column role text
  column department text
  column valid_from date
  column valid_until date
  column reason text not null
  column application bigint
  column prepared_by text not null
  column prepared_at timestamp with time zone not null
  column state text not null default 'prepared'::text
  column done_at timestamp with time zone
  column outcome text
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  CHECK ((kind = ANY (ARRAY['create'::text, 'change'::text, 'revoke'::text, 'reset'::text])))
  CHECK ((state = ANY (ARRAY['prepared'::text, 'withdrawn'::text, 'done'::text, 'failed'::text])))
  PRIMARY KEY (id)
  policy lets_in for ALL to bansho_door using true with check true
  policy own_organisation for ALL to bansho_desk using (organisation = ( SELECT access.current_organisation() AS current_organisation)) with check (organisation = ( SELECT access.current_organisation() AS current_organisation))
  grant insert, select, update to bansho_desk
  grant insert, select, update to bansho_door
  comment on application: the approval it waits for; null where none is needed
  comment: what a user manager prepared for the nightly batch (A3, A4)

-- access.review
table access.review, row security forced
  column id bigint not null identity
  column organisation smallint not null
  column kind text not null
  column period text not null
  column opened_at timestamp with time zone not null
  column deadline date not null
  column closed_at timestamp with time zone
  column closed_by text
  column result text
  column evidence text
  CHECK ((kind = ANY (ARRAY['rights'::text, 'accounts'::text])))
  CHECK ((num_nonnulls(closed_at, closed_by, result, evidence) = ANY (ARRAY[0, 4])))
  FOREIGN KEY (closed_by) REFERENCES access.account(id)
  PRIMARY KEY (id)
  UNIQUE (organisation, kind, period)
  CREATE UNIQUE INDEX review_organisation_kind_period_key ON access.review USING btree (organisation, kind, period)
  policy lets_in for ALL to bansho_door using true with check true
  policy own_organisation for ALL to bansho_desk using (organisation = ( SELECT access.current_organisation() AS current_organisation)) with check (organisation = ( SELECT access.current_organisation() AS current_organisation))
  grant insert, select, update to bansho_door
  grant select, update to bansho_desk
  comment on evidence: passkey assertion over the hash of the result: the signature of who closed it
  comment: rights: each month 権限の点検; accounts: each quarter 利用者IDの棚卸し

-- access.review_line
table access.review_line, row security forced
  column review bigint not null
  column organisation smallint not null
  column account text not null
  column person bigint not null
  column staff_number text not null
  column role text not null
  column department text not null
  column last_login_at timestamp with time zone
  column valid_until date not null
  column ledger_department text
  column pointers text[] not null
  column decision text
  column note text not null default ''::text
  column decided_by text
  column decider_person bigint
  column decided_at timestamp with time zone
  column preparation bigint
  CHECK ((decider_person <> person))
  CHECK ((decision = ANY (ARRAY['keep'::text, 'revoke'::text, 'correct'::text])))
  CHECK ((num_nonnulls(decision, decided_by, decider_person, decided_at) = ANY (ARRAY[0, 4])))
  FOREIGN KEY (account) REFERENCES access.account(id)
  FOREIGN KEY (decided_by) REFERENCES access.account(id)
  FOREIGN KEY (decider_person) REFERENCES access.person(id)
  FOREIGN KEY (person) REFERENCES access.person(id)
  FOREIGN KEY (preparation) REFERENCES access.preparation(id)
  FOREIGN KEY (review) REFERENCES access.review(id)
  PRIMARY KEY (review, account)
  policy lets_in for ALL to bansho_door using true with check true
  policy own_organisation for ALL to bansho_desk using (organisation = ( SELECT access.current_organisation() AS current_organisation)) with check (organisation = ( SELECT access.current_organisation() AS current_organisation))
  grant insert, select, update to bansho_door
  grant select, update to bansho_desk
  comment on pointers: what a reviewer should look at: transferred, not-in-ledger, long-unused, never-logged-in, past-date, two-accounts, stopped
  comment on preparation: the revocation that this decision prepared

-- access.session
table access.session, row security forced
  column account text not null
  column digest bytea not null
  column credential bytea not null
  column terminal bytea
  column address text not null
  column began_at timestamp with time zone not null
  column seen_at timestamp with time zone not null
  column locked boolean not null default false
  CHECK ((octet_length(digest) = 32))
  FOREIGN KEY (account) REFERENCES access.account(id)
  PRIMARY KEY (account)
  UNIQUE (digest)
  CREATE UNIQUE INDEX session_digest_key ON access.session USING btree (digest)
  policy lets_in for ALL to bansho_door using true with check true
  policy own_organisation for SELECT to bansho_desk using (EXISTS ( SELECT FROM access.account a WHERE (a.id = session.account))) with check -
  grant delete, insert, select, update to bansho_door
  grant select (account, address, began_at, seen_at, locked) to bansho_desk
  comment on terminal: SHA-256 of the client certificate the session began with, if there was one
  comment: one session a user; a new login replaces the old one

-- access.temporary_password
table access.temporary_password, row security forced
  column account text not null
  column usable_from date not null
  column expires_on date not null
  column made_at timestamp with time zone not null
  column hash text
  column shown_at timestamp with time zone
  column shown_to text
  column reset_by text
  CHECK ((shown_to <> reset_by))
  FOREIGN KEY (account) REFERENCES access.account(id)
  FOREIGN KEY (reset_by) REFERENCES access.account(id)
  PRIMARY KEY (account)
  policy lets_in for ALL to bansho_door using true with check true
  policy own_organisation for SELECT to bansho_desk using (EXISTS ( SELECT FROM access.account a WHERE (a.id = temporary_password.account))) with check -
  grant delete, insert, select, update to bansho_door
  grant select (account, usable_from, expires_on, made_at, shown_at, shown_to, reset_by) to bansho_desk
  comment on hash: null until the slip is opened: the password comes into being at that moment and is shown once
  comment on reset_by: who took the passkeys of a lost authenticator away; the slip that leads back in is opened by somebody else

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

-- juki.batch
table juki.batch, NO ROW SECURITY
  column job bigint not null
  column number integer not null
  column lines integer not null
  column inquiries bytea not null
  column answer bytea
  column rows integer
  column hits integer
  CHECK ((lines > 0))
  CHECK ((num_nulls(answer, rows, hits) = ANY (ARRAY[0, 3])))
  CHECK ((number > 0))
  FOREIGN KEY (job) REFERENCES juki.job(id)
  PRIMARY KEY (job, number)
  grant delete, insert, maintain, select to bansho_juki
  grant update (answer, rows, hits) to bansho_juki
  comment: inquiries and answers under the key of their job, until it is delivered

-- juki.job
table juki.job, NO ROW SECURITY
  column id bigint not null identity
  column association smallint not null
  column purpose text not null
  column parcel text not null
  column manifest_hash text not null
  column asked_for text not null
  column key_version integer not null
  column state text not null
  column inquiries bigint not null
  column batches integer not null
  column hits bigint not null default 0
  column rows bigint not null default 0
  column out_parcel text
  column out_folder text
  column out_use_by date
  column out_hash text
  column key_before text
  column key_after text
  CHECK (((association >= 1) AND (association <= 99)))
  CHECK (((key_version >= 1) AND (key_version <= 32767)))
  CHECK (((state <> ALL (ARRAY['delivered'::text, 'wiped'::text])) OR (num_nulls(out_parcel, out_hash) = 0)))
  CHECK (((state = 'wiped'::text) = (num_nulls(key_before, key_after) = 0)))
  CHECK ((batches > 0))
  CHECK ((inquiries > 0))
  CHECK ((manifest_hash ~ '^[0-9a-f]{64}$'::text))
  CHECK ((out_hash ~ '^[0-9a-f]{64}$'::text))
  CHECK ((purpose = ANY (ARRAY['registration'::text, 'life-status'::text])))
  CHECK ((state = ANY (ARRAY['taken-in'::text, 'answered'::text, 'delivered'::text, 'wiped'::text])))
  PRIMARY KEY (id)
  UNIQUE (association, key_version)
  UNIQUE (out_parcel)
  UNIQUE (parcel)
  CREATE UNIQUE INDEX job_association_key_version_key ON juki.job USING btree (association, key_version)
  CREATE UNIQUE INDEX job_out_parcel_key ON juki.job USING btree (out_parcel)
  CREATE UNIQUE INDEX job_parcel_key ON juki.job USING btree (parcel)
  grant insert, select to bansho_juki
  grant update (state, hits, rows, out_parcel, out_folder, out_use_by, out_hash, key_before, key_after) to bansho_juki
  comment on key_version: the transit-seal key of this job; no version is ever used twice
  comment on out_folder: where a parcel is being written; what a killed writing left there is removed by the next
  comment: taken-in: parcel read, sealed; answered: all batches; delivered: parcel for the number machine stands, rows are gone; wiped: their key is destroyed

-- juki.release
table juki.release, NO ROW SECURITY
  column application bigint not null
  column job bigint not null
  column medium text not null
  column use_by date not null
  column began_at timestamp with time zone
  CHECK ((medium ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'::text))
  FOREIGN KEY (application) REFERENCES access.application(id)
  FOREIGN KEY (job) REFERENCES juki.job(id)
  PRIMARY KEY (application)
  CREATE INDEX release_of_job ON juki.release USING btree (job)
  grant insert, select to bansho_juki
  grant update (began_at) to bansho_juki
  comment on began_at: the approval was used up for the parcel that was begun then; a writing that broke off goes on under it
  comment: what was applied for: one parcel with the answers of that job, on that medium

-- juki.step
table juki.step, NO ROW SECURITY
  column id bigint not null identity
  column job bigint not null
  column at timestamp with time zone not null
  column step text not null
  column batch integer
  column count bigint
  column doer text not null
  column witness text
  CHECK ((witness <> doer))
  FOREIGN KEY (job) REFERENCES juki.job(id)
  PRIMARY KEY (id)
  CREATE INDEX step_of_job ON juki.step USING btree (job, id)
  grant insert, select to bansho_juki
  comment: 実行記録: what was done with a job, when, by whom; goes with the parcel (J5)

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

-- triggers
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
opened on media.stocktaking
rules on media.step
taken on media.step
