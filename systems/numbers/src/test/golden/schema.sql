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
grant usage on schema access to bansho_desk
grant usage on schema access to bansho_door
grant usage on schema access to bansho_shredder
grant usage on schema audit to bansho_app
grant usage on schema audit to bansho_purger
grant usage on schema cycle to bansho_association
grant usage on schema cycle to bansho_federation
grant usage on schema cycle to bansho_operator
grant usage on schema cycle to bansho_shredder
grant usage on schema incident to bansho_association
grant usage on schema incident to bansho_federation
grant usage on schema incident to bansho_operator
grant usage on schema inspection to bansho_association
grant usage on schema inspection to bansho_federation
grant usage on schema inspection to bansho_operator
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
grant usage on schema media to bansho_media
grant usage on schema operation to bansho_association
grant usage on schema operation to bansho_emergency
grant usage on schema operation to bansho_federation
grant usage on schema operation to bansho_operator
grant usage on schema purge to bansho_desk
grant usage on schema purge to bansho_operator
grant usage on schema recovery to bansho_app
grant usage on schema recovery to bansho_operator
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
function access.acts_on(text,smallint,timestamp with time zone) returns record language sql:  select p.id, p.name, p.name_key from access.account a join access.person p on p.id = a.person where a.id = acts_on.account and a.organisation = acts_on.at_home and a.state = 'active' and (acts_on.moment at time zone 'Asia/Tokyo')::date between a.valid_from and a.valid_until 
function access.current_organisation() returns smallint language sql: RETURN (NULLIF(current_setting('bansho.organisation'::text, true), ''::text))::smallint
function access.guard_application() returns trigger language plpgsql:  declare who record; changing text[]; begin if tg_op = 'INSERT' then if new.state <> 'open' then raise exception 'an application begins open' using errcode = 'check_violation'; end if; select * into who from access.acts_on(new.applicant, new.organisation, new.applied_at); if not found then raise exception 'nobody applies here under that account' using errcode = 'check_violation'; end if; new.applicant_person := who.person; new.applicant_name := who.name; new.applicant_name_key := who.name_key; return new; end if; case old.state || ' ' || new.state when 'open approved', 'open refused' then changing := array['state', 'decided_by', 'decider_person', 'decider_name', 'decider_name_key', 'decided_at', 'note', 'execute_by']; select * into who from access.acts_on(new.decided_by, new.deciding_organisation, new.decided_at); if not found or new.decided_at >= new.decide_by then raise exception 'nobody decides this under that account at that time' using errcode = 'check_violation'; end if; new.decider_person := who.person; new.decider_name := who.name; new.decider_name_key := who.name_key; when 'open withdrawn' then changing := array['state', 'withdrawn_at']; when 'approved executed' then changing := array['state', 'executed_by', 'executed_at']; if new.executed_at >= new.execute_by or (new.executed_by is not null and not exists (select from access.acts_on(new.executed_by, new.organisation, new.executed_at))) then raise exception 'nobody executes this under that account at that time' using errcode = 'check_violation'; end if; else raise exception 'an application does not go from % to %', old.state, new.state using errcode = 'check_violation'; end case; if to_jsonb(new) - changing <> to_jsonb(old) - changing then raise exception 'what was applied for and what was decided does not change' using errcode = 'check_violation'; end if; return new; end 
function access.guard_review() returns trigger language plpgsql:  declare changing constant text[] := array['closed_at', 'closed_by', 'result', 'evidence']; begin if old.closed_at is not null or new.closed_at is null or to_jsonb(new) - changing <> to_jsonb(old) - changing or exists (select from access.review_line l where l.review = new.id and l.decision is null) then raise exception 'a review closes once, when every line is decided' using errcode = 'check_violation'; end if; if not exists (select from access.acts_on(new.closed_by, new.organisation, new.closed_at)) then raise exception 'nobody closes this under that account at that time' using errcode = 'check_violation'; end if; return new; end 
function access.guard_review_line() returns trigger language plpgsql:  declare changing constant text[] := array['decision', 'note', 'decided_by', 'decider_person', 'decided_at', 'preparation']; begin if to_jsonb(new) - changing <> to_jsonb(old) - changing or exists (select from access.review r where r.id = new.review and r.closed_at is not null) then raise exception 'the facts of a review and a closed review do not change' using errcode = 'check_violation'; end if; select w.person into new.decider_person from access.acts_on(new.decided_by, new.organisation, new.decided_at) w; if not found then raise exception 'nobody reviews this under that account at that time' using errcode = 'check_violation'; end if; return new; end 
function audit.purge_details(bigint) returns bigint language plpgsql:  declare said audit.record%rowtype; rule audit.purge_rule%rowtype; newest bigint; first bigint; last bigint; before timestamptz; purged bigint; begin select * into said from audit.record r where r.seq = authority and r.event = 'details-purged' and r.xmin = pg_current_xact_id()::xid; if not found then raise exception 'a purge is recorded first, in the same transaction' using errcode = '42501'; end if; select * into strict rule from audit.purge_rule; select h.seq into strict newest from audit.head h; first := (said.details::json ->> 'first')::bigint; last := (said.details::json ->> 'last')::bigint; before := (said.details::json ->> 'before')::timestamptz; if before > least(said.at, now()) - rule.minimum_age then raise exception 'too young to be purged' using errcode = '42501'; end if; if first < 1 or last < first or last > newest - rule.keep_newest then raise exception 'the newest records are not purged' using errcode = '42501'; end if; update audit.record r set details = null, salt = null where r.seq between first and last and r.association is not distinct from said.association and r.at < before and r.details is not null and audit.purgeable(r.event); get diagnostics purged = row_count; if purged = 0 or purged > rule.batch or purged <> (said.details::json ->> 'count')::bigint then raise exception 'another number of records than was recorded' using errcode = '42501'; end if; return purged; end 
function audit.purgeable(text) returns boolean language sql: RETURN (event <> ALL (ARRAY['details-purged'::text, 'head-exported'::text, 'passkey-enrolled'::text]))
function cycle.forget() returns trigger language plpgsql:  begin delete from intake.observation o using gone g where o.subject = g.id; delete from cycle.answered a using gone g where a.subject = g.id; delete from cycle.left_over l using gone g where l.subject = g.id; return null; end 
function linkage.current_association() returns smallint language sql: RETURN (NULLIF(current_setting('bansho.association'::text, true), ''::text))::smallint
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
function operation.look(text) returns text language plpgsql:  begin perform operation.require_console(false); return query execute format(E'select row_to_json(answer)::text from (\n%s\n) answer limit 1000', statement); end 
function operation.repair(text) returns bigint language plpgsql:  declare touched bigint; begin perform operation.require_console(true); execute statement; get diagnostics touched = row_count; return touched; end 
function operation.require_console(boolean) returns void language plpgsql:  begin if not exists (select from operation.emergency_session s where s.ended_at is null and s.console_at is not null and s.ends_at > clock_timestamp() and (s.writes or not writing)) then raise exception 'no emergency session is open for this' using errcode = '42501'; end if; end 
function retention.erase(bigint,date) returns bigint language plpgsql:  declare r record; people bigint; others bigint; met bigint; differs bigint; named text[]; going_by text[]; waiting text[]; begin select id, association, due_on, digest, pension_uses, tax_uses into r from retention.run where id = work and state = 'applied' and exists (select from access.application a where a.id = application and a.kind = 'erasure' and a.state = 'executed' and a.organisation = association and a.applicant = prepared_by and a.decided_by <> a.applicant and a.decider_person <> a.applicant_person and split_part(a.payload, E'\n', 1) like '% ' || association || '-' || run.id and right(a.payload, 64) = digest); if not found then raise exception 'nobody approved this run' using errcode = '42501'; end if; if r.due_on > today or r.digest is distinct from retention.list_digest(work) then raise exception 'the list is not the one that was approved' using errcode = 'BE001'; end if; create temporary table going on commit drop as select subject, bool_and(whole) as whole, max(fact) filter (where use = 'pension') as pension_fact, max(erase_from) filter (where use = 'pension') as pension_from, max(fact) filter (where use = 'tax') as tax_fact, max(erase_from) filter (where use = 'tax') as tax_from from retention.run_item where run = work group by subject; analyze pg_temp.going (subject, whole); select count(*) filter (where whole), count(*) filter (where not whole), count(*) filter (where greatest(pension_from, tax_from) > r.due_on) into people, others, differs from pg_temp.going; -- what names people by their user number, before nobody knows it any more named := array(select echo_key from intake.finding where echo_key is not null union select echo_key from intake.work_item where echo_key is not null union select user_number from taxfile.missing where user_number is not null); going_by := array(select s.user_number from linkage.subject s join pg_temp.going g on g.subject = s.id where g.whole and s.association = r.association and s.user_number = any(named)); waiting := array(select echo_key from intake.work_item where state = 'open' and echo_key is not null); -- counted, because a plan that stops at the first one takes for ever where there is none differs := differs + (select count(*) from retention.hold h join pg_temp.going g on g.subject = h.subject where h.released_at is null and (r.due_on between h.from_day and coalesce(h.until_day, 'infinity') or today between h.from_day and coalesce(h.until_day, 'infinity'))) + (select count(*) from intake.work_item w join pg_temp.going g on g.subject = w.subject where w.state = 'open') + (select count(*) from intake.work_item w join pg_temp.going g on g.subject = w.other_subject where w.state = 'open') + (select count(*) from linkage.subject s join pg_temp.going g on g.subject = s.id where s.association = r.association and s.user_number = any(waiting)); if differs > 0 then raise exception 'somebody on the list is kept' using errcode = 'BE001'; end if; with gone as ( delete from retention.death d using pg_temp.going g where g.subject = d.subject and (g.whole or g.pension_fact is not null) returning d.withdrawn_at is null and d.confirmed_on = g.pension_fact and d.erase_from = g.pension_from as same) select count(*) into met from gone where same; if met <> r.pension_uses or met <> (select count(pension_fact) from pg_temp.going) then raise exception 'a confirmed death on the list is not what it was' using errcode = 'BE001'; end if; with gone as ( delete from retention.deadline d using pg_temp.going g where g.subject = d.subject and (g.whole or g.tax_fact is not null) returning d.withdrawn_at is null and d.deadline = g.tax_fact and d.erase_from = g.tax_from as same, d.withdrawn_at is null and (d.deadline > g.tax_fact or d.erase_from > g.tax_from) as later) select count(*) filter (where same), count(*) filter (where later) into met, differs from gone; if differs > 0 or met <> r.tax_uses or met <> (select count(tax_fact) from pg_temp.going) then raise exception 'a deadline on the list is not what it was' using errcode = 'BE001'; end if; delete from intake.finding where echo_key = any(going_by); delete from intake.work_item where subject is null and echo_key = any(going_by); delete from intake.work_item w using pg_temp.going g where g.whole and w.subject = g.subject; update intake.work_item w set other_subject = null from pg_temp.going g where g.whole and w.other_subject = g.subject; update taxfile.missing set user_number = null where user_number = any(going_by); delete from retention.hold h using pg_temp.going g where g.whole and h.subject = g.subject; return query delete from vault.sealed_number n using pg_temp.going g where g.whole and n.subject = g.subject returning n.pad; delete from vault.number_index i using pg_temp.going g where g.whole and i.subject = g.subject; delete from linkage.subject s using pg_temp.going g where g.whole and s.id = g.subject and s.pension_use = (g.pension_fact is not null) and s.tax_use = (g.tax_fact is not null); get diagnostics met = row_count; if met <> people then raise exception 'somebody on the list has other uses than it says' using errcode = 'BE001'; end if; if others > 0 then update linkage.subject s set pension_use = s.pension_use and g.pension_fact is null, tax_use = s.tax_use and g.tax_fact is null from pg_temp.going g where not g.whole and s.id = g.subject and s.pension_use >= (g.pension_fact is not null) and s.tax_use >= (g.tax_fact is not null) and (s.pension_use and g.pension_fact is null or s.tax_use and g.tax_fact is null); get diagnostics met = row_count; if met <> others then raise exception 'somebody on the list has other uses than it says' using errcode = 'BE001'; end if; end if; select count(*) into met from (select subject from vault.number_index union all select subject from vault.sealed_number) rest join pg_temp.going g on g.whole and g.subject = rest.subject; if met > 0 then raise exception 'something on the list was not erased' using errcode = 'BE002'; end if; end 
function retention.list_digest(bigint) returns text language sql: RETURN (SELECT encode(sha256((convert_to(format('bansho/erasure-list/2 %s %s '::text, r.association, to_char((r.due_on)::timestamp with time zone, 'YYYY-MM-DD'::text)), 'UTF8'::name) || (SELECT string_agg((int8send(i.subject) || int8send((((((i.fact - '1970-01-01'::date))::bigint << 32) | (((i.erase_from - '1970-01-01'::date))::bigint << 2)) | ((CASE i.use WHEN 'tax'::text THEN 2 ELSE 0 END | (i.whole)::integer))::bigint))), '\x'::bytea ORDER BY i.subject, i.use) AS string_agg FROM retention.run_item i WHERE (i.run = r.id)))), 'hex'::text) AS encode FROM retention.run r WHERE (r.id = list_digest.work))
function retention.refuse_going_back() returns trigger language plpgsql:  begin raise exception 'a list that was applied for is not opened again' using errcode = '55000'; end 
function taxfile.custody_in_order() returns trigger language plpgsql:  declare last text; begin if tg_op <> 'INSERT' then raise exception 'custody is added to, never changed' using errcode = '42501'; end if; select c.act into last from taxfile.custody c where c.output = new.output order by c.id desc limit 1; if not (case new.act when 'created' then last is null when 'submitted' then last = 'created' when 'receipted' then last = 'submitted' when 'returned' then last in ('submitted', 'receipted') else last in ('created', 'receipted', 'returned') end) then raise exception 'an output file is not where this step begins' using errcode = 'BE003'; end if; return new; end 
function taxfile.forget() returns trigger language plpgsql:  begin delete from taxfile.lack l using gone g where l.association = g.association and l.user_number = g.user_number; return null; end 
function taxfile.never_changed() returns trigger language plpgsql:  begin raise exception 'what was written is never changed' using errcode = '42501'; end 
function vault.refuse_leaving_key() returns trigger language plpgsql:  begin if exists (select from fresh join vault.key_check k on k.key_name = tg_argv[0] || '/' || fresh.association || '/' || fresh.key_version where k.state = 'leaving') then raise exception 'the key version of this value is about to be destroyed' using errcode = '55000'; end if; return null; end 

-- sequences
sequence access.application_id_seq
sequence access.person_id_seq
sequence access.preparation_id_seq
sequence access.review_id_seq
sequence cycle.comparison_id_seq
sequence cycle.cycle_id_seq
sequence cycle.rule_id_seq
sequence incident.entry_id_seq
sequence incident.incident_id_seq
sequence inspection.finding_id_seq
sequence inspection.run_id_seq
sequence intake.work_item_id_seq
sequence job.job_id_seq
sequence linkage.subject_range
sequence media.medium_id_seq
sequence media.step_number
sequence media.stocktaking_id_seq
sequence operation.emergency_session_id_seq
sequence purge.period_id_seq
sequence purge.run_id_seq
sequence recovery.backup_id_seq
sequence retention.deadline_id_seq
sequence retention.death_id_seq
sequence retention.hold_id_seq
sequence retention.run_id_seq
sequence taxfile.custody_id_seq
sequence taxfile.lack_id_seq
sequence taxfile.output_id_seq
sequence taxfile.preview_id_seq
sequence vault.key_backup_number_seq
sequence vault.pad_block_id
sequence vault.rotation_id_seq

-- rights on sequences
grant usage on linkage.subject_range to bansho_association
grant usage on media.step_number to bansho_media
grant usage on vault.pad_block_id to bansho_association

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
  policy record_views for SELECT to postgres using true with check -
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
  policy shredder_reads_what_was_approved for SELECT to bansho_shredder using ((kind = 'erasure'::text) AND (state = 'executed'::text)) with check -
  policy steps for UPDATE to bansho_desk using ((( SELECT access.current_organisation() AS current_organisation) = organisation) OR (( SELECT access.current_organisation() AS current_organisation) = deciding_organisation)) with check ((( SELECT access.current_organisation() AS current_organisation) = organisation) OR (( SELECT access.current_organisation() AS current_organisation) = deciding_organisation))
  grant insert, select, update to bansho_desk
  grant insert, select, update to bansho_door
  grant select (id, organisation, kind, payload, applicant, applicant_person, state, decided_by, decider_person) to bansho_shredder
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
  CREATE INDEX record_by_actor ON audit.record USING btree (actor, seq)
  CREATE INDEX record_by_job ON audit.record USING btree (job, seq) WHERE (job IS NOT NULL)
  CREATE INDEX record_by_subject ON audit.record USING btree (subject, seq) WHERE (subject IS NOT NULL)
  CREATE INDEX record_by_time ON audit.record USING brin (at)
  grant insert, select to bansho_app
  comment on digest: SHA-256(salt || details): keeps the chain verifiable after a purge
  comment on hash: SHA-256 over the previous hash, the envelope columns and the digest
  comment: tamper-evident record of use; details and salt may be purged, nothing else may change

-- cycle.answered
table cycle.answered, row security forced
  column cycle bigint not null
  column subject bigint not null
  column association smallint not null
  FOREIGN KEY (cycle) REFERENCES cycle.cycle(id)
  PRIMARY KEY (cycle, subject)
  CREATE INDEX answered_of_subject ON cycle.answered USING btree (subject)
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete to bansho_shredder
  grant delete, insert, select to bansho_association
  grant select (subject, association) to bansho_shredder
  comment: whom the files of an open round spoke of; goes when the round is closed

-- cycle.comparison
table cycle.comparison, row security forced
  column id bigint not null identity
  column association smallint not null
  column month date not null
  column fingerprint bytea not null
  column compared_at timestamp with time zone not null
  column compared_by text not null
  column lines bigint not null
  column same bigint not null
  column changed bigint not null
  column new bigint not null
  column unclear bigint not null
  column gone bigint not null
  PRIMARY KEY (id)
  CREATE INDEX comparison_of_file ON cycle.comparison USING btree (association, month, fingerprint)
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant insert, select to bansho_association
  comment: what a file of declarations would lead to, seen before anything of it was registered

-- cycle.cycle
table cycle.cycle, row security forced
  column id bigint not null identity
  column association smallint not null
  column duty text not null
  column month date not null
  column opened_at timestamp with time zone not null
  column opened_by text not null
  column counted_at timestamp with time zone
  column asked bigint not null default 0
  column unchanged bigint not null default 0
  column registered bigint not null default 0
  column changed bigint not null default 0
  column died bigint not null default 0
  column out_of_scope bigint not null default 0
  column unclear bigint not null default 0
  column unanswered bigint not null default 0
  column waiting bigint not null default 0
  column closed_at timestamp with time zone
  column closed_by text
  column closed_because text
  CHECK ( CASE duty WHEN 'declarations'::text THEN (EXTRACT(month FROM month) = (10)::numeric) ELSE (((EXTRACT(month FROM month))::integer % 2) = 1) END)
  CHECK ((EXTRACT(day FROM month) = (1)::numeric))
  CHECK ((duty = ANY (ARRAY['life-status'::text, 'declarations'::text])))
  CHECK ((num_nonnulls(closed_at, closed_by, closed_because) = ANY (ARRAY[0, 3])))
  PRIMARY KEY (id)
  UNIQUE (association, duty, month)
  CREATE UNIQUE INDEX cycle_association_duty_month_key ON cycle.cycle USING btree (association, duty, month)
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy operator_reads for SELECT to bansho_operator using true with check -
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant insert, select to bansho_association
  grant select to bansho_federation
  grant select to bansho_operator
  grant update (counted_at, asked, unchanged, registered, changed, died, out_of_scope, unclear, unanswered, waiting, closed_at, closed_by, closed_because) to bansho_association
  comment on asked: people the files spoke of, and no-hit rows about nobody known; as of counted_at
  comment on unanswered: people who should have been in a file and were in none
  comment: one round of a duty: an odd month, or the October of next year's declarations

-- cycle.file
table cycle.file, row security forced
  column job bigint not null
  column cycle bigint not null
  column association smallint not null
  column taken_at timestamp with time zone not null
  column taken_by text not null
  FOREIGN KEY (cycle) REFERENCES cycle.cycle(id)
  PRIMARY KEY (job)
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant insert, select to bansho_association
  comment: the files of a round, by their jobs

-- cycle.left_over
table cycle.left_over, row security forced
  column cycle bigint not null
  column subject bigint not null
  column association smallint not null
  FOREIGN KEY (cycle) REFERENCES cycle.cycle(id)
  PRIMARY KEY (cycle, subject)
  CREATE INDEX left_over_of_subject ON cycle.left_over USING btree (subject)
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete to bansho_shredder
  grant insert, select to bansho_association
  grant select (subject, association) to bansho_shredder
  comment: who was in no file of a closed round

-- cycle.rule
table cycle.rule, row security forced
  column id bigint not null identity
  column association smallint not null
  column rule text not null
  column switched_on boolean not null
  column switched_by text not null
  column switched_at timestamp with time zone not null
  column because text not null
  CHECK ((rule = ANY (ARRAY['certified-number'::text, 'death-by-code'::text])))
  PRIMARY KEY (id)
  CREATE INDEX rule_of_association ON cycle.rule USING btree (association, rule, id DESC)
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant insert, select to bansho_association
  comment: what an association lets a rule decide; the newest row of a rule counts

-- incident.cause
table incident.cause, row security forced
  column organisation smallint not null
  column key text not null
  column incident bigint not null
  column finding bigint
  column at timestamp with time zone not null
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  FOREIGN KEY (incident) REFERENCES incident.incident(id)
  PRIMARY KEY (organisation, key)
  CREATE INDEX cause_of_incident ON incident.cause USING btree (incident)
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy machine_read_by_operation for SELECT to bansho_operator using (EXISTS ( SELECT FROM incident.incident i WHERE ((i.id = cause.incident) AND i.whole_machine))) with check -
  policy own_association for ALL to bansho_association using (organisation = ( SELECT linkage.current_association() AS current_association)) with check (organisation = ( SELECT linkage.current_association() AS current_association))
  policy own_federation for ALL to bansho_federation using (organisation = 0) with check (organisation = 0)
  policy own_operation for ALL to bansho_operator using (organisation = 100) with check (organisation = 100)
  grant insert, select to bansho_association
  grant insert, select to bansho_federation
  grant insert, select to bansho_operator
  comment on finding: the finding of the log check
  comment: what an incident was opened for; the same cause never opens two

-- incident.draft
table incident.draft, row security forced
  column incident bigint not null
  column version integer not null
  column organisation smallint not null
  column made_at timestamp with time zone not null
  column made_by text not null
  column from_day date not null
  column until_day date not null
  column actors text[] not null
  column people integer not null
  column revealed integer not null
  column looks integer not null
  column files integer not null
  column associations smallint[] not null
  column found_actors text[] not null
  column texts text[] not null
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  CHECK ((cardinality(texts) = 9))
  CHECK ((until_day >= from_day))
  CHECK ((version > 0))
  FOREIGN KEY (incident) REFERENCES incident.incident(id)
  PRIMARY KEY (incident, version)
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy machine_read_by_operation for SELECT to bansho_operator using (EXISTS ( SELECT FROM incident.incident i WHERE ((i.id = draft.incident) AND i.whole_machine))) with check -
  policy own_association for ALL to bansho_association using (organisation = ( SELECT linkage.current_association() AS current_association)) with check (organisation = ( SELECT linkage.current_association() AS current_association))
  policy own_federation for ALL to bansho_federation using (organisation = 0) with check (organisation = 0)
  policy own_operation for ALL to bansho_operator using (organisation = 100) with check (organisation = 100)
  grant insert, select to bansho_association
  grant insert, select to bansho_federation
  grant insert, select to bansho_operator
  comment on texts: the nine items: 概要, 項目, 本人の数, 原因, 二次被害, 本人への対応, 公表, 再発防止, その他
  comment: versions of the report 報告書案: counted from the record, completed by a person

-- incident.entry
table incident.entry, row security forced
  column id bigint not null identity
  column incident bigint not null
  column organisation smallint not null
  column at timestamp with time zone not null
  column by text not null
  column act text not null
  column step text
  column state text
  column text text not null
  CHECK ((((act = 'step'::text) = (step IS NOT NULL)) AND ((step IS NULL) = (state IS NULL))))
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  CHECK ((act = ANY (ARRAY['opened'::text, 'cause'::text, 'step'::text, 'duty'::text, 'preliminary'::text, 'draft'::text, 'closing'::text, 'closed'::text, 'reopened'::text, 'note'::text])))
  CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'not-needed'::text])))
  CHECK ((step = ANY (ARRAY['contain'::text, 'investigate'::text, 'scope'::text, 'prevent'::text, 'publish'::text, 'report'::text])))
  FOREIGN KEY (incident) REFERENCES incident.incident(id)
  PRIMARY KEY (id)
  CREATE INDEX entry_of_incident ON incident.entry USING btree (incident, id)
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy machine_read_by_operation for SELECT to bansho_operator using (EXISTS ( SELECT FROM incident.incident i WHERE ((i.id = entry.incident) AND i.whole_machine))) with check -
  policy own_association for ALL to bansho_association using (organisation = ( SELECT linkage.current_association() AS current_association)) with check (organisation = ( SELECT linkage.current_association() AS current_association))
  policy own_federation for ALL to bansho_federation using (organisation = 0) with check (organisation = 0)
  policy own_operation for ALL to bansho_operator using (organisation = 100) with check (organisation = 100)
  grant insert, select to bansho_association
  grant insert, select to bansho_federation
  grant insert, select to bansho_operator
  comment: everything that was done about an incident, in order; rows are added, never changed

-- incident.incident
table incident.incident, row security forced
  column id bigint not null identity
  column organisation smallint not null
  column whole_machine boolean not null default false
  column kind text not null
  column thread text not null
  column account text
  column place text not null default ''::text
  column summary text not null
  column known_at timestamp with time zone not null
  column opened_at timestamp with time zone not null
  column opened_by text not null
  column state text not null default 'open'::text
  column duty text not null default 'undecided'::text
  column duty_events smallint[] not null default '{}'::smallint[]
  column preliminary_on date
  column final_on date
  column application bigint
  CHECK (((NOT whole_machine) OR (organisation = 0)))
  CHECK (((duty = 'reportable'::text) = (cardinality(duty_events) > 0)))
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  CHECK ((btrim(summary) <> ''::text))
  CHECK ((duty = ANY (ARRAY['undecided'::text, 'reportable'::text, 'not-reportable'::text])))
  CHECK ((duty_events <@ ARRAY[(1)::smallint, (2)::smallint, (3)::smallint, (4)::smallint]))
  CHECK ((kind = ANY (ARRAY['chain-break'::text, 'honeytoken-reveal'::text, 'mass-reveal'::text, 'finding'::text, 'missing-medium'::text, 'noticed'::text])))
  CHECK ((known_at <= opened_at))
  CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
  PRIMARY KEY (id)
  CREATE INDEX incident_open ON incident.incident USING btree (organisation, known_at) WHERE (state = 'open'::text)
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy machine_read_by_operation for SELECT to bansho_operator using whole_machine with check -
  policy own_association for ALL to bansho_association using (organisation = ( SELECT linkage.current_association() AS current_association)) with check (organisation = ( SELECT linkage.current_association() AS current_association))
  policy own_federation for ALL to bansho_federation using (organisation = 0) with check (organisation = 0)
  policy own_operation for ALL to bansho_operator using (organisation = 100) with check (organisation = 100)
  grant insert, select to bansho_association
  grant insert, select to bansho_federation
  grant insert, select to bansho_operator
  grant update (state, duty, duty_events, preliminary_on, final_on, application) to bansho_association
  grant update (state, duty, duty_events, preliminary_on, final_on, application) to bansho_federation
  grant update (state, duty, duty_events, preliminary_on, final_on, application) to bansho_operator
  comment on account: login ID it is about; that person does not work on it
  comment on duty_events: events 1..4 of article 2 of the rules on reports (番号法29条の4)
  comment on known_at: when the first of us knew: starts the clock of the report
  comment on thread: what further causes are added to while the incident is open
  comment: an incident 事故 with its clock; the six steps stand in incident.entry

-- inspection.federation_record
table inspection.federation_record, NO ROW SECURITY
  column seq bigint
  column at timestamp(6) with time zone
  column system text
  column actor text
  column role text
  column association smallint
  column event text
  column purpose text
  column subject bigint
  column job bigint
  column details text
  column hash bytea
  grant select to bansho_federation
  comment: what the federation's own people did, for itself or with an association's people

-- inspection.finding
table inspection.finding, row security forced
  column id bigint not null identity
  column organisation smallint not null
  column rule text not null
  column account text not null
  column day date not null
  column subject bigint
  column amount integer not null
  column records bigint[] not null
  column first_seen timestamp with time zone not null
  column state text not null default 'open'::text
  column note text not null default ''::text
  column worked_off_by text
  column worked_off_at timestamp with time zone
  CHECK ((((state = 'open'::text) = (worked_off_by IS NULL)) AND ((state = 'open'::text) = (worked_off_at IS NULL))))
  CHECK (((cardinality(records) >= 1) AND (cardinality(records) <= 200)))
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  CHECK (((state = 'open'::text) OR (btrim(note) <> ''::text)))
  CHECK ((amount > 0))
  CHECK ((state = ANY (ARRAY['open'::text, 'explained'::text, 'incident'::text])))
  CHECK ((worked_off_by <> account))
  PRIMARY KEY (id)
  UNIQUE NULLS NOT DISTINCT (organisation, rule, account, day, subject)
  CREATE INDEX finding_open ON inspection.finding USING btree (organisation, rule) WHERE (state = 'open'::text)
  CREATE UNIQUE INDEX once_a_day ON inspection.finding USING btree (organisation, rule, account, day, subject) NULLS NOT DISTINCT
  policy own_association for ALL to bansho_association using (organisation = ( SELECT linkage.current_association() AS current_association)) with check (organisation = ( SELECT linkage.current_association() AS current_association))
  policy own_federation for ALL to bansho_federation using (organisation = 0) with check (organisation = 0)
  policy own_operation for ALL to bansho_operator using (organisation = 100) with check (organisation = 100)
  grant insert, select to bansho_association
  grant insert, select to bansho_federation
  grant insert, select to bansho_operator
  grant update (amount, records, state, note, worked_off_by, worked_off_at) to bansho_association
  grant update (amount, records, state, note, worked_off_by, worked_off_at) to bansho_federation
  grant update (amount, records, state, note, worked_off_by, worked_off_at) to bansho_operator
  comment on amount: how many records it rests on
  comment on records: chain positions of the first 200 records it rests on
  comment: what the log check points at; each is worked off with a note (L5)

-- inspection.honeytoken
table inspection.honeytoken, row security forced
  column subject bigint not null
  column organisation smallint not null
  column note text not null
  column marked_by text not null
  column marked_at timestamp with time zone not null
  column lifted_by text
  column lifted_at timestamp with time zone
  CHECK (((organisation >= 1) AND (organisation <= 99)))
  CHECK ((num_nonnulls(lifted_by, lifted_at) = ANY (ARRAY[0, 2])))
  PRIMARY KEY (subject)
  policy federation_reads for SELECT to bansho_federation using true with check -
  policy own_association for ALL to bansho_association using (organisation = ( SELECT linkage.current_association() AS current_association)) with check (organisation = ( SELECT linkage.current_association() AS current_association))
  grant insert, select to bansho_association
  grant select to bansho_federation
  grant update (note, marked_by, marked_at, lifted_by, lifted_at) to bansho_association
  comment: planted people nobody has business with: whoever looks at one is asked why

-- inspection.operation_record
table inspection.operation_record, NO ROW SECURITY
  column seq bigint
  column at timestamp(6) with time zone
  column system text
  column actor text
  column role text
  column association smallint
  column event text
  column purpose text
  column subject bigint
  column job bigint
  column details text
  column hash bytea
  grant select to bansho_operator
  comment: what operators and the machine itself did, apart from the rest (L3)

-- inspection.record
table inspection.record, NO ROW SECURITY
  column seq bigint
  column at timestamp(6) with time zone
  column system text
  column actor text
  column role text
  column association smallint
  column event text
  column purpose text
  column subject bigint
  column job bigint
  column details text
  column hash bytea
  grant select to bansho_association
  comment: what concerns the association's own people and staff (N12, L2)

-- inspection.run
table inspection.run, row security forced
  column id bigint not null identity
  column organisation smallint not null
  column ran_by text not null
  column ran_at timestamp with time zone not null
  column first_day date not null
  column last_day date not null
  column records bigint not null
  column hits integer not null
  column added integer not null
  CHECK (((organisation >= 0) AND (organisation <= 100)))
  PRIMARY KEY (id)
  CREATE INDEX run_of_organisation ON inspection.run USING btree (organisation, id)
  policy own_association for ALL to bansho_association using (organisation = ( SELECT linkage.current_association() AS current_association)) with check (organisation = ( SELECT linkage.current_association() AS current_association))
  policy own_federation for ALL to bansho_federation using (organisation = 0) with check (organisation = 0)
  policy own_operation for ALL to bansho_operator using (organisation = 100) with check (organisation = 100)
  grant insert, select to bansho_association
  grant insert, select to bansho_federation
  grant insert, select to bansho_operator
  comment: each time the record was checked (L5)

-- inspection.tax_file
table inspection.tax_file, NO ROW SECURITY
  column at timestamp(6) with time zone
  grant select to bansho_association
  grant select to bansho_federation
  comment: when tax files were filled, and nothing else: follows up a reveal made for one

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

-- operation.emergency_session
table operation.emergency_session, NO ROW SECURITY
  column id bigint not null identity
  column application bigint not null
  column account text not null
  column writes boolean not null
  column opened_at timestamp with time zone not null
  column ends_at timestamp with time zone not null
  column code_hash bytea not null
  column console_at timestamp with time zone
  column backend integer
  column statements integer not null default 0
  column ended_at timestamp with time zone
  column ended_by text
  CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  CHECK (((ends_at > opened_at) AND (ends_at <= (opened_at + '04:00:00'::interval))))
  CHECK ((octet_length(code_hash) = 32))
  PRIMARY KEY (id)
  UNIQUE (application)
  CREATE UNIQUE INDEX emergency_session_application_key ON operation.emergency_session USING btree (application)
  CREATE UNIQUE INDEX one_emergency_at_a_time ON operation.emergency_session USING btree ((true)) WHERE (ended_at IS NULL)
  grant insert, select to bansho_operator
  grant select (id, application, account, writes, opened_at, ends_at, console_at, backend, statements, ended_at, ended_by) to bansho_association
  grant select (id, application, account, writes, opened_at, ends_at, console_at, backend, statements, ended_at, ended_by) to bansho_federation
  grant select (writes, ends_at, console_at, ended_at) to bansho_emergency
  grant update (console_at, backend, statements, ended_at, ended_by) to bansho_operator
  grant update (ended_at, ended_by) to bansho_association
  grant update (ended_at, ended_by) to bansho_federation
  comment on backend: the server process of the console, to cancel what runs when the session is ended
  comment on code_hash: SHA-256 of the one-time code; the code itself is shown once
  comment: approved emergency sessions into the database (A7); statements are in the record of use

-- purge.period
table purge.period, row security forced
  column id bigint not null identity
  column organisation smallint not null
  column years smallint not null
  column reason text not null
  column set_by text not null
  column set_at timestamp with time zone not null
  CHECK (((organisation >= 0) AND (organisation <= 99)))
  CHECK (((years >= 7) AND (years <= 50)))
  CHECK ((btrim(reason) <> ''::text))
  PRIMARY KEY (id)
  CREATE INDEX period_of_organisation ON purge.period USING btree (organisation, id)
  policy operation_reads for SELECT to bansho_operator using true with check -
  policy own_organisation for ALL to bansho_desk using (organisation = ( SELECT access.current_organisation() AS current_organisation)) with check (organisation = ( SELECT access.current_organisation() AS current_organisation))
  grant insert, select to bansho_desk
  grant select to bansho_operator
  comment: the period each organisation has set, newest last; none set, nothing is purged

-- purge.run
table purge.run, row security forced
  column id bigint not null identity
  column organisation smallint not null
  column application bigint not null
  column years smallint not null
  column before timestamp with time zone not null
  column last_seq bigint not null
  column expected bigint not null
  column ordered_by text not null
  column ordered_at timestamp with time zone not null
  column started_at timestamp with time zone
  column next_seq bigint not null default 1
  column purged bigint not null default 0
  column finished_at timestamp with time zone
  CHECK (((finished_at IS NULL) OR (started_at IS NOT NULL)))
  CHECK (((organisation >= 0) AND (organisation <= 99)))
  PRIMARY KEY (id)
  UNIQUE (application)
  CREATE UNIQUE INDEX run_application_key ON purge.run USING btree (application)
  policy operation_reads for SELECT to bansho_operator using true with check -
  policy own_organisation for ALL to bansho_desk using (organisation = ( SELECT access.current_organisation() AS current_organisation)) with check (organisation = ( SELECT access.current_organisation() AS current_organisation))
  grant insert, select to bansho_desk
  grant select to bansho_operator
  grant update (started_at, next_seq, purged, finished_at) to bansho_desk
  comment on next_seq: the chain up to here is done; a run that broke off goes on here
  comment: purges ordered: applied for, approved by a second person, run batch by batch

-- recovery.backup
table recovery.backup, NO ROW SECURITY
  column id bigint not null identity
  column file_name text not null
  column made_at timestamp with time zone not null
  column verified_at timestamp with time zone not null
  column bytes bigint not null
  column start_lsn pg_lsn not null
  column end_lsn pg_lsn not null
  column audit_seq bigint not null
  CHECK ((bytes > 0))
  PRIMARY KEY (id)
  grant insert, select to bansho_operator
  grant select to bansho_app
  comment on audit_seq: the record of use is in the backup at least up to here
  comment: backups that were written, read back and found whole; a backup does not contain its own row

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

-- taxfile.custody
table taxfile.custody, NO ROW SECURITY
  column id bigint not null identity
  column output bigint not null
  column act text not null
  column at timestamp with time zone not null
  column by text not null
  column witness text not null
  column counterpart text not null
  column reference text not null
  CHECK ((act = ANY (ARRAY['created'::text, 'submitted'::text, 'receipted'::text, 'returned'::text, 'destroyed'::text])))
  FOREIGN KEY (output) REFERENCES taxfile.output(id)
  PRIMARY KEY (id)
  UNIQUE (output, act)
  CREATE UNIQUE INDEX custody_output_act_key ON taxfile.custody USING btree (output, act)
  grant insert, select to bansho_federation
  comment: 提出ファイルの管理: who did what with an output file, with whom, and the proof; rows are added, never changed

-- taxfile.lack
table taxfile.lack, row security forced
  column id bigint not null identity
  column association smallint not null
  column report text not null
  column tax_year smallint not null
  column person text not null
  column user_number text not null
  column reason text not null
  column preview bigint not null
  column opened_at timestamp with time zone not null
  FOREIGN KEY (preview) REFERENCES taxfile.preview(id)
  PRIMARY KEY (id)
  UNIQUE (association, user_number, report, tax_year, person)
  CREATE UNIQUE INDEX lack_association_user_number_report_tax_year_person_key ON taxfile.lack USING btree (association, user_number, report, tax_year, person)
  policy federation for ALL to bansho_federation using true with check true
  policy own_association for ALL to bansho_association using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  policy shredder_in_one_association for ALL to bansho_shredder using (association = ( SELECT linkage.current_association() AS current_association)) with check (association = ( SELECT linkage.current_association() AS current_association))
  grant delete to bansho_shredder
  grant insert, select to bansho_federation
  grant select to bansho_association
  grant select (association, user_number) to bansho_shredder
  comment: whose number a tax file wants and the machine has not: work for the association until it is registered

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

-- taxfile.output
table taxfile.output, NO ROW SECURITY
  column id bigint not null identity
  column preview bigint not null
  column job bigint
  column application bigint not null
  column applicant text not null
  column approver text not null
  column purpose text not null
  column recipient text not null
  column medium text not null
  column capacity bigint not null
  column parcel text not null
  column folder text not null
  column made_by text not null
  column witness text not null
  column ordered_at timestamp with time zone not null
  column use_by date not null
  column destroy_by date not null
  column manifest text
  column written_at timestamp with time zone
  column persons bigint
  column untaxed bigint
  column paid bigint
  column withheld bigint
  column voided bigint
  column missing bigint
  CHECK ((capacity > 0))
  CHECK ((manifest ~ '^[0-9a-f]{64}$'::text))
  CHECK ((num_nonnulls(manifest, written_at, persons, untaxed, paid, withheld, voided, missing) = ANY (ARRAY[0, 8])))
  FOREIGN KEY (preview) REFERENCES taxfile.preview(id)
  PRIMARY KEY (id)
  UNIQUE (application)
  UNIQUE (parcel)
  CREATE UNIQUE INDEX output_application_key ON taxfile.output USING btree (application)
  CREATE UNIQUE INDEX output_parcel_key ON taxfile.output USING btree (parcel)
  grant insert, select to bansho_federation
  grant update (job, manifest, written_at, persons, untaxed, paid, withheld, voided, missing) to bansho_federation
  comment: 提出ファイル: one parcel, from its approval on; manifest is set when it is whole

-- taxfile.output_file
table taxfile.output_file, NO ROW SECURITY
  column output bigint not null
  column name text not null
  column group_code text not null
  column number smallint not null
  column records bigint not null
  column bytes bigint not null
  CHECK (((number >= 1) AND (number <= 99)))
  FOREIGN KEY (output) REFERENCES taxfile.output(id)
  PRIMARY KEY (output, name)
  grant insert, select to bansho_federation

-- taxfile.output_marks
table taxfile.output_marks, NO ROW SECURITY
  column output bigint not null
  column part integer not null
  column marks bytea not null
  CHECK (((octet_length(marks) % 33) = 0))
  FOREIGN KEY (output) REFERENCES taxfile.output(id)
  PRIMARY KEY (output, part)
  grant insert, select to bansho_federation
  comment: of each record: keyed mark of whose it is, keyed mark of its content, correction mark; nothing of the slip itself

-- taxfile.preview
table taxfile.preview, NO ROW SECURITY
  column id bigint not null identity
  column report text not null
  column mode text not null
  column tax_year smallint not null
  column supplements bigint
  column source_path text not null
  column source_hash text not null
  column slips bigint not null
  column persons bigint not null
  column untaxed bigint not null
  column paid bigint not null
  column withheld bigint not null
  column voided bigint not null
  column missing bigint not null
  column violations bigint not null
  column digest text not null
  column made_at timestamp with time zone not null
  column made_by text not null
  column confirmed_at timestamp with time zone
  column confirmed_by text
  column application bigint
  column sending text
  CHECK (((mode = 'supplement'::text) = (supplements IS NOT NULL)))
  CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
  CHECK ((mode = ANY (ARRAY['first'::text, 'correction'::text, 'supplement'::text])))
  CHECK ((num_nonnulls(confirmed_at, confirmed_by) = ANY (ARRAY[0, 2])))
  CHECK ((report = ANY (ARRAY['withholding'::text, 'payment-report'::text])))
  CHECK ((source_hash ~ '^[0-9a-f]{64}$'::text))
  PRIMARY KEY (id)
  grant insert, select to bansho_federation
  grant update (confirmed_at, confirmed_by, application, sending) to bansho_federation
  comment on digest: binds source, slips, sums and replacements; what is written must have the same
  comment on sending: recipient, medium and so on, as they were applied for
  comment on source_hash: SHA-256 of the signed manifest of the parcel that came
  comment: 事前確認: what a source would lead to, counted before anything is written

-- taxfile.preview_person
table taxfile.preview_person, row security forced
  column preview bigint not null
  column association smallint not null
  column person text not null
  column present bigint not null
  column missing bigint not null
  CHECK ((person = ANY (ARRAY['recipient'::text, 'spouse'::text, 'dependant'::text])))
  FOREIGN KEY (preview) REFERENCES taxfile.preview(id)
  PRIMARY KEY (preview, association, person)
  policy federation for ALL to bansho_federation using true with check true
  grant insert, select to bansho_federation

-- taxfile.preview_replacement
table taxfile.preview_replacement, NO ROW SECURITY
  column preview bigint not null
  column from_text text not null
  column to_text text not null
  column step text not null
  column count bigint not null
  column first_line bigint not null
  FOREIGN KEY (preview) REFERENCES taxfile.preview(id)
  PRIMARY KEY (preview, step, from_text, to_text)
  grant insert, select to bansho_federation
  comment: characters that are replaced, never a whole name; a person confirms them

-- taxfile.preview_violation
table taxfile.preview_violation, NO ROW SECURITY
  column preview bigint not null
  column column_no smallint not null
  column rule text not null
  column count bigint not null
  column first_line bigint not null
  FOREIGN KEY (preview) REFERENCES taxfile.preview(id)
  PRIMARY KEY (preview, column_no, rule)
  grant insert, select to bansho_federation

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
custody_in_order on taxfile.custody
forgotten on linkage.subject
forgotten_by_tax on linkage.subject
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
never_changed on taxfile.output_file
never_changed on taxfile.output_marks
never_emptied on taxfile.custody
no_leaving_key on vault.pad_block
no_leaving_key on vault.sealed_number
no_way_back on retention.run
opened on media.stocktaking
rules on media.step
taken on media.step
