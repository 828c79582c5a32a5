-- What a boundary change does while households are being registered. Runs unchanged on H2 and PostgreSQL.

-- Households that came to another block with their dwelling, and the numbers they had and have. The answers go on as new
-- versions of the persons; the number that a household had in a block is never given to another.
create table household_move (
  change_id    bigint      not null references boundary_change (id),
  household_id bigint      not null references household (id),
  census_id    varchar(64) not null,
  from_block   varchar(15) not null,
  from_no      integer     not null,
  to_block     varchar(15) not null,
  to_no        integer     not null,
  made_by      varchar(64) not null,
  made_at      timestamp with time zone not null,
  primary key (change_id, household_id)
);
create index household_move_from on household_move (census_id, from_block);

-- The block that took the work over; such a block is no part of its area's acceptance any more.
alter table block_work add column merged_into varchar(15);
