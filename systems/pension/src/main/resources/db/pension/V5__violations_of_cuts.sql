-- One recipient whose address breaks a rule of the paper must not hold up the year of all others: such records are cut, counted
-- here, and named one by one in the preview of the number machine.

alter table slips.cut add violations bigint not null default 0;
comment on column slips.cut.violations is 'rules of the layout that records of recipients break; the number machine names them';
