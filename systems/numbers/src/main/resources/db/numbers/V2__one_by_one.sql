-- One by one (N3, N5): people are registered, changed and taken out of use from the business terminal, and what waits
-- on the work list is decided by a person.

-- Who was registered by mistake is taken out of use, and the user number is free again for whom it belongs to.
alter table linkage.subject drop constraint subject_association_user_number_key;
create unique index subject_user_number on linkage.subject (association, user_number) where state = 1;

-- The numbers of somebody out of use are in force for nobody and leave the index.
alter table vault.sealed_number drop constraint sealed_number_state_check;
alter table vault.sealed_number add constraint sealed_number_state_check check (state between 1 and 5);
comment on column vault.sealed_number.state is
    '1 current, 2 former, 3 proposed (waits for a person), 4 rejected, 5 withdrawn (its person is out of use)';

-- Work items of the business terminal have no job and no line: 0 and 0.
alter table intake.work_item drop constraint work_item_job_line_key;
create unique index work_item_row on intake.work_item (job, line) where job > 0;
alter table intake.work_item
    add column decision   text,
    add column note       text not null default '',
    add column decided_by text,
    add column decided_at timestamptz,
    add constraint decided_by_somebody check (num_nonnulls(decision, decided_by, decided_at) in (0, 3)),
    add constraint open_is_undecided check (state <> 'open' or decided_by is null);
comment on column intake.work_item.generation is
    'which number it is about: the proposed one, or, where somebody else holds the number, the holder''s';
grant update (state, decision, note, decided_by, decided_at) on intake.work_item to bansho_association;
