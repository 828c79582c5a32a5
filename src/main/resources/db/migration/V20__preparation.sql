-- The preparation phase: plans, set-up, funds, staff, publicity. Runs unchanged on H2 and PostgreSQL.
-- No names: what people did is kept by account, everything else as counts, dates and short texts.
-- process_key is the process instance that owns the row; the same step twice writes it once.

-- One plan a member unit (and process instance).
create table unit_plan (
  process_key            varchar(64)  primary key,
  census_id              varchar(64)  not null,
  district               varchar(32)  not null,
  unit                   varchar(64)  not null,
  status                 varchar(16)  not null check (status in ('DRAFTING', 'RETURNED', 'APPROVED', 'CARRIED_OUT')),
  responsible_department varchar(50),
  staff                  integer,
  seconded_staff         integer,
  content                varchar(2000),
  planning_links         varchar(600),
  drafted_by             varchar(64),
  reviewed_by            varchar(64),
  return_reason          varchar(500),
  returns                integer      not null default 0,
  reminders              integer      not null default 0,
  approved_at            timestamp with time zone,
  deployed_on            date,
  subdistrict_visits     integer,
  problems_solved        integer,
  report                 varchar(1000),
  reported_by            varchar(64),
  confirmed_by           varchar(64),
  confirmed_at           timestamp with time zone,
  started_at             timestamp with time zone not null
);
create index unit_plan_of_census on unit_plan (census_id, unit);

-- One set-up a subdistrict: its own bodies first, then its communities' working groups.
create table subdistrict_setup (
  process_key        varchar(64) primary key,
  census_id          varchar(64) not null,
  district           varchar(32) not null,
  subdistrict        varchar(32) not null,
  status             varchar(16) not null check (status in ('STARTED', 'OFFICE_READY', 'GROUPS_READY')),
  office_due_on      date        not null,
  groups_due_on      date        not null,
  leading_group_on   date,
  office_staff       integer,
  seconded_staff     integer,
  measures           varchar(800),
  office_reported_by varchar(64),
  office_confirmed_by varchar(64),
  office_ready_at    timestamp with time zone,
  communities        integer,
  working_groups     integer,
  group_members      integer,
  grid_workers       integer,
  organisations      integer,
  organisations_named integer,
  groups_reported_by varchar(64),
  groups_confirmed_by varchar(64),
  groups_ready_at    timestamp with time zone,
  return_reason      varchar(500),
  returns            integer     not null default 0,
  reminders          integer     not null default 0,
  started_at         timestamp with time zone not null
);
create index subdistrict_setup_of_census on subdistrict_setup (census_id, subdistrict);
