-- Household-register rectification: counts by block, never a person. Runs unchanged on H2 and PostgreSQL.

-- One rectification a census (and process instance).
create table register_rectification (
  process_key   varchar(64) primary key,
  census_id     varchar(64) not null,
  district      varchar(32) not null,
  status        varchar(16) not null check (status in ('STARTED', 'DEPLOYED', 'COMPLETED')),
  deployed_on   date,
  stations      integer,
  officers      integer,
  measures      varchar(800),
  deployed_by   varchar(64),
  reminders     integer     not null default 0,
  started_at    timestamp with time zone not null,
  completed_at  timestamp with time zone
);
create index register_rectification_of_census on register_rectification (census_id);

-- One subdistrict's part of it.
create table rectification_part (
  process_key   varchar(64) not null references register_rectification (process_key),
  subdistrict   varchar(32) not null,
  status        varchar(16) not null check (status in ('COUNTING', 'COUNTED', 'CONFIRMED', 'ACCEPTED', 'SETTLED')),
  counted_by    varchar(64),
  confirmed_by  varchar(64),
  accepted_by   varchar(64),
  accepted_at   timestamp with time zone,
  return_reason varchar(500),
  returns       integer     not null default 0,
  reminders     integer     not null default 0,
  settled       integer,
  cancelled     integer,
  temporary     integer,
  note          varchar(500),
  settled_by    varchar(64),
  settled_at    timestamp with time zone,
  primary key (process_key, subdistrict)
);

-- The seven categories of one block. A later report of the subdistrict replaces the earlier one as a whole.
create table rectification_count (
  process_key  varchar(64) not null,
  subdistrict  varchar(32) not null,
  block_code   varchar(15) not null,
  registered   integer     not null check (registered >= 0),
  floating     integer     not null check (floating >= 0),
  separated    integer     not null check (separated >= 0),
  unregistered integer     not null check (unregistered >= 0),
  to_cancel    integer     not null check (to_cancel >= 0),
  overseas     integer     not null check (overseas >= 0),
  foreigners   integer     not null check (foreigners >= 0),
  primary key (process_key, block_code),
  foreign key (process_key, subdistrict) references rectification_part (process_key, subdistrict)
);
