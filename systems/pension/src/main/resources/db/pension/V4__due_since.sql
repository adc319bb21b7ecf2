-- Who is due for the first inquiry is known from the load that made the code or the items new by which a person is asked
-- for, and from up to which load people have been asked about. Nothing has to be written into the row of everybody who was
-- asked about: for a million people that cost more than the cut itself. Loads are numbered, because clocks can be set back.

create sequence members.load_number;
grant usage on sequence members.load_number to bansho_members;

alter table members.member no force row level security; -- for whoever sets the machine up, who owns it
alter table members.member add column due_since bigint;
update members.member set due_since = case when asked_on is null then nextval('members.load_number') else 0 end;
alter table members.member alter column due_since set not null;
revoke update (asked_on) on members.member from bansho_cutter;
alter table members.member drop column asked_on;
alter table members.member force row level security;
comment on column members.member.due_since is 'number of the load that brought the code or the items by which J-LIS is asked';

alter table cutting.cut no force row level security;
alter table cutting.cut add column up_to bigint not null default 0;
alter table cutting.cut force row level security;
grant update (up_to) on cutting.cut to bansho_cutter;
comment on column cutting.cut.up_to is 'the newest load among the people asked about: whoever became due later is asked about next time';
