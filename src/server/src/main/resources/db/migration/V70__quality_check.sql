-- Post-enumeration quality check: the sample blocks that a higher office named, the independent count of each, and
-- what its comparison with the registrations found. Counts and account ids only. No share and no omission rate is
-- computed or stored: the sample describes the whole that the higher office drew it for, not the district.
-- Runs unchanged on H2 and PostgreSQL.

create table quality_check (
  process_key      varchar(64)  primary key,
  census_id        varchar(64)  not null,
  district         varchar(32)  not null,
  status           varchar(16)  not null check (status in ('OPEN', 'NOT_SAMPLED', 'SAMPLED', 'HANDED_OVER')),
  -- Who named the blocks: without it nothing is a sample.
  sample_level     varchar(16),
  sample_issuer    varchar(60),
  sample_document  varchar(60),
  sample_issued_on date,
  recorded_by      varchar(64),
  due_at           timestamp with time zone,
  report           varchar(3000),
  drafted_by       varchar(64),
  reviewed_by      varchar(64),
  material_receiver varchar(60),
  material_number  varchar(60),
  material_on      date,
  handed_over_by   varchar(64),
  opened_at        timestamp with time zone not null,
  closed_at        timestamp with time zone
);
create index quality_check_of_census on quality_check (census_id);

create table sample_block (
  check_key         varchar(64) not null references quality_check (process_key),
  block_code        varchar(15) not null,
  status            varchar(16) not null
    check (status in ('DRAWN', 'TEAM_NAMED', 'COUNTED', 'COMPARED', 'AGREED', 'FINDINGS', 'SETTLED')),
  team_leader       varchar(64),
  visit_on          date,
  reminders         integer     not null default 0,
  check_households  integer,
  check_persons     integer,
  refusals          integer,
  count_source      varchar(200),
  count_note        varchar(1000),
  counted_by        varchar(64),
  countersigned_by  varchar(64),
  counted_at        timestamp with time zone,
  -- Taken from the registrations only after the independent count is sealed.
  census_households integer,
  census_persons    integer,
  matched           integer,
  only_census       integer,
  only_check        integer,
  unresolved        integer,
  -- An officer's entry with its source, or a computation.
  comparison_origin varchar(16) check (comparison_origin in ('ENTRY', 'COMPUTED')),
  comparison_source varchar(200),
  compared_by       varchar(64),
  rounds            integer     not null default 0,
  settled_at        timestamp with time zone,
  primary key (check_key, block_code)
);

create table sample_checker (
  check_key  varchar(64) not null,
  block_code varchar(15) not null,
  account    varchar(64) not null,
  primary key (check_key, block_code, account),
  foreign key (check_key, block_code) references sample_block (check_key, block_code)
);

create table sample_finding (
  check_key  varchar(64)   not null,
  block_code varchar(15)   not null,
  item       integer       not null,
  kind       varchar(32)   not null,
  title      varchar(200)  not null,
  content    varchar(2000) not null,
  severity   varchar(16)   not null check (severity in ('ordinary', 'serious')),
  -- Key of the deadline in the district's file.
  deadline   varchar(64)   not null,
  refers     boolean       not null,
  primary key (check_key, block_code, item),
  foreign key (check_key, block_code) references sample_block (check_key, block_code)
);
