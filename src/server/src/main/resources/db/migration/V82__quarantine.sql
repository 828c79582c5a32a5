-- A delivery that could not be read is destroyed by two people only; who they were stays.

alter table delivery add column discard_proposed_by varchar(64);
alter table delivery add column discarded_by varchar(64);
alter table delivery add column discarded_at timestamp with time zone;
alter table delivery add column discard_reason varchar(500);
