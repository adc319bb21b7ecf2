-- The only thing that deletes a number (R3): retention.erase, which runs as bansho_shredder. Nobody can take that role on,
-- and the function deletes nothing but what is on a list that was approved and is still due.

do $$
begin
    if not exists (select from pg_roles where rolname = 'bansho_shredder') then
        create role bansho_shredder nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this server is being set up at the same moment
end $$;
grant bansho_shredder to current_user with inherit false, set true;

grant usage on schema retention, access, linkage, vault, intake, taxfile to bansho_shredder;
grant select (id, organisation, kind, payload, applicant, applicant_person, decided_by, decider_person, state)
    on access.application to bansho_shredder;
grant select (id, association, due_on, state, digest, pension_uses, tax_uses, prepared_by, application)
    on retention.run to bansho_shredder;
grant select on retention.run_item to bansho_shredder;
grant select (id, association, pension_use, tax_use, user_number), update (pension_use, tax_use), delete
    on linkage.subject to bansho_shredder;
grant select (subject, association, pad), delete on vault.sealed_number to bansho_shredder;
grant select (subject, association), delete on vault.number_index to bansho_shredder;
grant select, update (other_subject), delete on intake.work_item to bansho_shredder;
grant select, delete on intake.finding to bansho_shredder;
grant select, update (user_number) on taxfile.missing to bansho_shredder;
grant select, delete on retention.death, retention.deadline, retention.hold to bansho_shredder;

create policy shredder_reads_what_was_approved on access.application for select to bansho_shredder
    using (kind = 'erasure' and state = 'executed');
do $$
declare
    guarded text;
begin
    foreach guarded in array array[
        'retention.run', 'retention.run_item', 'retention.death', 'retention.deadline', 'retention.hold',
        'linkage.subject', 'vault.sealed_number', 'vault.number_index', 'intake.work_item', 'intake.finding'
    ] loop
        execute format(
            'create policy shredder_in_one_association on %s to bansho_shredder
                 using (association = (select linkage.current_association()))
                 with check (association = (select linkage.current_association()))', guarded);
    end loop;
end $$;

-- SHA-256 over a heading and, in the order of handles and uses, sixteen bytes for each use: the handle, then both days
-- and what goes.
create function retention.list_digest(work bigint) returns text
    language sql stable set search_path = pg_catalog, pg_temp
    return (
        select encode(sha256(
                   convert_to(format(E'bansho/erasure-list/2 %s %s\n', r.association, to_char(r.due_on, 'YYYY-MM-DD')), 'UTF8')
                   || (select string_agg(
                                  int8send(i.subject)
                                  || int8send(((i.fact - date '1970-01-01')::bigint << 32)
                                              | ((i.erase_from - date '1970-01-01')::bigint << 2)
                                              | (case i.use when 'tax' then 2 else 0 end | i.whole::int)),
                                  '' order by i.subject, i.use)
                         from retention.run_item i where i.run = r.id)), 'hex')
          from retention.run r where r.id = work);

-- Deletes what the list of a run holds, and gives the places of the pads that must be zeroed.
--
-- It refuses (42501) unless the application of that run was approved by somebody else for exactly that list and is
-- used up, and (BE001) unless everybody on the list is still due as it says, on no hold and in no open work. The
-- dates are compared where the rows are deleted: what differs undoes everything.
create function retention.erase(work bigint, today date) returns setof bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp set work_mem = '64MB' as $$
declare
    r        record;
    people   bigint;
    others   bigint;
    met      bigint;
    differs  bigint;
    named    text[];
    going_by text[];
    waiting  text[];
begin
    select id, association, due_on, digest, pension_uses, tax_uses into r
      from retention.run
     where id = work and state = 'applied'
       and exists (select from access.application a
                    where a.id = application and a.kind = 'erasure' and a.state = 'executed'
                      and a.organisation = association and a.applicant = prepared_by
                      and a.decided_by <> a.applicant and a.decider_person <> a.applicant_person
                      and split_part(a.payload, E'\n', 1) like '% ' || association || '-' || run.id
                      and right(a.payload, 64) = digest);
    if not found then
        raise exception 'nobody approved this run' using errcode = '42501';
    end if;
    if r.due_on > today or r.digest is distinct from retention.list_digest(work) then
        raise exception 'the list is not the one that was approved' using errcode = 'BE001';
    end if;

    create temporary table going on commit drop as
    select subject, bool_and(whole) as whole,
           max(fact) filter (where use = 'pension') as pension_fact,
           max(erase_from) filter (where use = 'pension') as pension_from,
           max(fact) filter (where use = 'tax') as tax_fact,
           max(erase_from) filter (where use = 'tax') as tax_from
      from retention.run_item where run = work group by subject;
    analyze pg_temp.going (subject, whole);
    select count(*) filter (where whole), count(*) filter (where not whole),
           count(*) filter (where greatest(pension_from, tax_from) > r.due_on)
      into people, others, differs from pg_temp.going;

    -- what names people by their user number, before nobody knows it any more
    named := array(select echo_key from intake.finding where echo_key is not null
                   union select echo_key from intake.work_item where echo_key is not null
                   union select user_number from taxfile.missing where user_number is not null);
    going_by := array(select s.user_number from linkage.subject s join pg_temp.going g on g.subject = s.id
                       where g.whole and s.association = r.association and s.user_number = any(named));
    waiting := array(select echo_key from intake.work_item where state = 'open' and echo_key is not null);
    -- counted, because a plan that stops at the first one takes for ever where there is none
    differs := differs
        + (select count(*) from retention.hold h join pg_temp.going g on g.subject = h.subject
            where h.released_at is null
              and (r.due_on between h.from_day and coalesce(h.until_day, 'infinity')
                   or today between h.from_day and coalesce(h.until_day, 'infinity')))
        + (select count(*) from intake.work_item w join pg_temp.going g on g.subject = w.subject where w.state = 'open')
        + (select count(*) from intake.work_item w join pg_temp.going g on g.subject = w.other_subject where w.state = 'open')
        + (select count(*) from linkage.subject s join pg_temp.going g on g.subject = s.id
            where s.association = r.association and s.user_number = any(waiting));
    if differs > 0 then
        raise exception 'somebody on the list is kept' using errcode = 'BE001';
    end if;

    with gone as (
        delete from retention.death d using pg_temp.going g
         where g.subject = d.subject and (g.whole or g.pension_fact is not null)
        returning d.withdrawn_at is null and d.confirmed_on = g.pension_fact and d.erase_from = g.pension_from as same)
    select count(*) into met from gone where same;
    if met <> r.pension_uses or met <> (select count(pension_fact) from pg_temp.going) then
        raise exception 'a confirmed death on the list is not what it was' using errcode = 'BE001';
    end if;
    with gone as (
        delete from retention.deadline d using pg_temp.going g
         where g.subject = d.subject and (g.whole or g.tax_fact is not null)
        returning d.withdrawn_at is null and d.deadline = g.tax_fact and d.erase_from = g.tax_from as same,
                  d.withdrawn_at is null and (d.deadline > g.tax_fact or d.erase_from > g.tax_from) as later)
    select count(*) filter (where same), count(*) filter (where later) into met, differs from gone;
    if differs > 0 or met <> r.tax_uses or met <> (select count(tax_fact) from pg_temp.going) then
        raise exception 'a deadline on the list is not what it was' using errcode = 'BE001';
    end if;

    delete from intake.finding where echo_key = any(going_by);
    delete from intake.work_item where subject is null and echo_key = any(going_by);
    delete from intake.work_item w using pg_temp.going g where g.whole and w.subject = g.subject;
    update intake.work_item w set other_subject = null from pg_temp.going g where g.whole and w.other_subject = g.subject;
    update taxfile.missing set user_number = null where user_number = any(going_by);
    delete from retention.hold h using pg_temp.going g where g.whole and h.subject = g.subject;

    return query
        delete from vault.sealed_number n using pg_temp.going g where g.whole and n.subject = g.subject returning n.pad;
    delete from vault.number_index i using pg_temp.going g where g.whole and i.subject = g.subject;
    delete from linkage.subject s using pg_temp.going g
     where g.whole and s.id = g.subject
       and s.pension_use = (g.pension_fact is not null) and s.tax_use = (g.tax_fact is not null);
    get diagnostics met = row_count;
    if met <> people then
        raise exception 'somebody on the list has other uses than it says' using errcode = 'BE001';
    end if;
    if others > 0 then
        update linkage.subject s
           set pension_use = s.pension_use and g.pension_fact is null, tax_use = s.tax_use and g.tax_fact is null
          from pg_temp.going g
         where not g.whole and s.id = g.subject
           and s.pension_use >= (g.pension_fact is not null) and s.tax_use >= (g.tax_fact is not null)
           and (s.pension_use and g.pension_fact is null or s.tax_use and g.tax_fact is null);
        get diagnostics met = row_count;
        if met <> others then
            raise exception 'somebody on the list has other uses than it says' using errcode = 'BE001';
        end if;
    end if;
    select count(*) into met
      from (select subject from vault.number_index union all select subject from vault.sealed_number) rest
      join pg_temp.going g on g.whole and g.subject = rest.subject;
    if met > 0 then
        raise exception 'something on the list was not erased' using errcode = 'BE002';
    end if;
end $$;
comment on function retention.erase(bigint, date) is 'the only thing that deletes a number: what an approved list holds';

revoke execute on function retention.erase(bigint, date), retention.list_digest(bigint) from public;
grant create on schema retention to bansho_shredder;
alter function retention.erase(bigint, date) owner to bansho_shredder;
alter function retention.list_digest(bigint) owner to bansho_shredder;
revoke create on schema retention from bansho_shredder;
set role bansho_shredder;
revoke execute on function retention.erase(bigint, date), retention.list_digest(bigint) from public;
grant execute on function retention.erase(bigint, date) to bansho_eraser;
reset role;
