-- What repeated inquiries said of somebody, and whether a file spoke of them, goes with the person (R3).

grant usage on schema cycle to bansho_shredder;
grant select (subject, association), delete on intake.observation, cycle.answered, cycle.left_over to bansho_shredder;

do $$
declare
    guarded text;
begin
    foreach guarded in array array['intake.observation', 'cycle.answered', 'cycle.left_over'] loop
        execute format(
            'create policy shredder_in_one_association on %s to bansho_shredder
                 using (association = (select linkage.current_association()))
                 with check (association = (select linkage.current_association()))', guarded);
    end loop;
end $$;

-- Runs as whoever deletes people, and only one role can.
create function cycle.forget() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    delete from intake.observation o using gone g where o.subject = g.id;
    delete from cycle.answered a using gone g where a.subject = g.id;
    delete from cycle.left_over l using gone g where l.subject = g.id;
    return null;
end $$;
revoke execute on function cycle.forget() from public;
create trigger forgotten after delete on linkage.subject
    referencing old table as gone for each statement execute function cycle.forget();
