-- The draw of the households that answer the long form, with everything that it takes to repeat it.
create table long_form_draw (
  census_id  varchar(64)  not null references census (id) primary key,
  method     varchar(500) not null,
  seed       varchar(64)  not null,
  percent    integer      not null,
  households integer      not null,
  chosen     integer      not null,
  drawn_by   varchar(64)  not null,
  drawn_at   timestamp with time zone not null
);

-- The frame as it stood: every household that could be drawn, and whether it was.
create table long_form_frame (
  census_id    varchar(64) not null references census (id),
  household_id bigint      not null references household (id),
  block_code   varchar(15) not null,
  household_no integer     not null,
  chosen       boolean     not null,
  primary key (census_id, household_id)
);
