-- The office's own work after the count: coding and review of the data, what the subdistricts say to their figures,
-- catalogue, summary, commendation. Counts and texts of officers. Runs unchanged on H2 and PostgreSQL.

create table post_enumeration (
  process_key       varchar(64)  primary key,
  census_id         varchar(64)  not null,
  district          varchar(32)  not null,
  -- From the registrations, when the work began.
  households        integer      not null,
  persons_here      integer      not null,
  persons_corrected integer      not null,
  coding_due        integer,
  coding_done       integer,
  coding_checked    integer,
  faults_left       integer,
  processing_source varchar(200),
  processing_note   varchar(1000),
  processed_by      varchar(64),
  confirmed_by      varchar(64),
  confirmed_at      timestamp with time zone,
  reminders         integer      not null default 0,
  volumes_permanent integer,
  volumes_summary   integer,
  volumes_personal  integer,
  paper_forms       integer,
  catalogue_number  varchar(60),
  summary           varchar(3000),
  commended_units   integer,
  commended_staff   integer,
  commendation_basis varchar(500),
  decided_by        varchar(64),
  opened_at         timestamp with time zone not null,
  closed_at         timestamp with time zone
);

-- A subdistrict's answer to its figures; each round of processing asks anew.
create table subdistrict_figure (
  process_key varchar(64)  not null references post_enumeration (process_key),
  subdistrict varchar(32)  not null,
  round       integer      not null,
  agrees      boolean      not null,
  reason      varchar(500),
  answered_by varchar(64),
  answered_at timestamp with time zone not null,
  primary key (process_key, subdistrict, round)
);
