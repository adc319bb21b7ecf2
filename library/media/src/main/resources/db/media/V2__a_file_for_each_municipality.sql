-- A parcel of payment reports holds a file for each municipality.
alter table media.content drop constraint content_files_check;
alter table media.content add constraint content_files_check check (files between 1 and 5000);
