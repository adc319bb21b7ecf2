-- From here on the ledger of media (schema media) knows who applied for a parcel, who approved it, and who stood beside
-- (M2, M3). Its tables hold to that, so this desk's own rule about two people goes; what a cut keeps is the order it was
-- begun by, so that only the same order ends it.

-- Approvals that had no parcel yet had no medium either: they are asked for again, under the ledger. The record of use
-- still tells of them.
alter table cutting.cut no force row level security; -- for whoever sets the machine up, who owns it
delete from cutting.cut where manifest_hash is null;

alter table cutting.cut drop constraint two_people;
alter table cutting.cut add use_by date;
comment on table cutting.cut is 'what each file of inquiries was about (J2, P4); its parcel, the approval and the two people stand in the ledger of media';
comment on column cutting.cut.use_by is 'use-by date that was approved; empty for parcels from before the ledger';

-- One count of applications for all desks that send parcels: the ledger takes one parcel under each.
create sequence members.application_number;
select setval('members.application_number', (select coalesce(max(id), 0) + 1 from cutting.cut), false);
alter table cutting.cut alter column id drop identity;
alter table cutting.cut force row level security;
grant usage on sequence members.application_number to bansho_cutter;
