-- Special populations: who answers for which, and how many there are. Counts only. Runs unchanged on H2 and PostgreSQL.

-- One kind of special population a census (and process instance).
create table special_population (
  process_key        varchar(64)  primary key,
  census_id          varchar(64)  not null,
  district           varchar(32)  not null,
  kind               varchar(32)  not null,
  -- Null when no unit of the district has the duty: the census office answers for it.
  unit               varchar(64),
  hand_over          varchar(16)  not null check (hand_over in ('counts', 'registration')),
  census_form        varchar(16)  not null,
  status             varchar(16)  not null check (status in ('STARTED', 'PREPARED', 'MEASURED', 'RECONCILED')),
  unit_silent        boolean      not null default false,
  places             integer,
  expected           integer,
  part_one           integer,
  part_two           integer,
  part_three         integer,
  subdistricts       varchar(1000),
  list_hand_over     varchar(16),
  measures           varchar(800),
  prepared_by        varchar(64),
  -- What the registrations could hold of them at most when the figures were measured; null when they are not in the rows.
  registration_limit integer,
  finding            varchar(200),
  decision           varchar(16),
  decision_reason    varchar(500),
  decided_by         varchar(64),
  rounds             integer      not null default 0,
  reminders          integer      not null default 0,
  started_at         timestamp with time zone not null,
  closed_at          timestamp with time zone
);
create index special_population_of_census on special_population (census_id, kind);

-- What a subdistrict reported; the last round counts.
create table special_population_part (
  process_key varchar(64)  not null references special_population (process_key),
  subdistrict varchar(32)  not null,
  silent      boolean      not null,
  registered  integer      not null,
  elsewhere   integer      not null,
  not_reached integer      not null,
  places      integer      not null,
  note        varchar(500),
  reported_by varchar(64),
  reported_at timestamp with time zone not null,
  primary key (process_key, subdistrict)
);

-- The armed forces' own figures: they come by their own channel and never become rows of persons.
create table military_count (
  process_key     varchar(64)  primary key references special_population (process_key),
  census_id       varchar(64)  not null,
  serving         integer      not null,
  others          integer      not null,
  male            integer      not null,
  female          integer      not null,
  outside         integer      not null,
  document_number varchar(60)  not null,
  note            varchar(500),
  reported_by     varchar(64),
  reported_at     timestamp with time zone not null
);
