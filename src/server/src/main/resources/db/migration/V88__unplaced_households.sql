-- Households that stayed in their block when its boundary changed, because the listing does not know their address.
-- Runs unchanged on H2 and PostgreSQL.

create table household_unplaced (
  household_id bigint      not null primary key references household (id),
  census_id    varchar(64) not null,
  change_id    bigint      not null references boundary_change (id)
);

alter table boundary_change add column unplaced integer not null default 0;
alter table block_count add column unplaced integer not null default 0;
