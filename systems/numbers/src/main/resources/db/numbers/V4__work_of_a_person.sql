-- The sheet of a person asks for the open work that concerns it; without these it would read all open work.
create index work_item_of_subject on intake.work_item (subject) where state = 'open' and subject is not null;
create index work_item_of_other_subject on intake.work_item (other_subject) where state = 'open' and other_subject is not null;
create index work_item_of_echo_key on intake.work_item (echo_key) where state = 'open' and echo_key is not null;
