-- One recipient whose address breaks a rule of the paper must not hold up the year of all others: such records are cut, counted
-- here, and named one by one in the preview of the number machine.

alter table slips.cut add violations bigint not null default 0;
comment on column slips.cut.violations is 'rules of the layout that records of recipients break; the number machine names them';

-- A file that the number machine could not use, because violations in it had to be mended first, is cut again in place of the
-- first one, once.

alter table slips.cut add replaces bigint unique references slips.cut (id);
alter table slips.cut drop constraint one_cut_for_each_list;
alter table slips.cut add constraint one_cut_for_each_list
    unique nulls not distinct (file, tax_year, corrects, list_hash, replaces);
comment on column slips.cut.replaces is 'the cut of the same that was never submitted and in whose place this one stands';
