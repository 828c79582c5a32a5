-- Where the census is taken: census areas, blocks, buildings, dwellings, their outlines, every change of a boundary, disputes
-- about boundaries, and who works where. Counts and addresses only: whoever lives somewhere is registered elsewhere.
-- Blocks and areas are known to mapping before the whole census knows them: what stands here of a block that is not
-- accepted yet names it without a key.

-- The enumeration blocks that registrations, differences and instances name. A block that a boundary change takes away keeps
-- its row, so that what was answered there still has its place.
create table block (
  census_id      varchar(64)  not null,
  code           varchar(15)  not null,
  subdistrict    varchar(32)  not null,
  community_code varchar(12)  not null,
  community_name varchar(100) not null,
  address_prefix varchar(200) not null,
  -- Where the work of a block went that a boundary change took away.
  successor      varchar(15),
  retired_at     timestamp with time zone,
  constraint block_pk primary key (census_id, code),
  constraint block_census_fk foreign key (census_id) references census (id),
  constraint block_successor_fk foreign key (census_id, successor) references block (census_id, code)
);

-- A census area: a community, or a part of one.
create table census_area (
  census_id   varchar(64)  not null,
  code        varchar(12)  not null,
  subdistrict varchar(32)  not null,
  name        varchar(100) not null,
  former_code varchar(12),
  constraint census_area_pk primary key (census_id, code),
  constraint census_area_census_fk foreign key (census_id) references census (id)
);
create index census_area_of_subdistrict on census_area (census_id, subdistrict);

-- What mapping knows of a block beside its key: households and persons are the file's expectation until the listing
-- (pre-enumeration) counts them.
create table area_block (
  census_id   varchar(64)  not null,
  code        varchar(15)  not null,
  area_code   varchar(12)  not null,
  subdistrict varchar(32)  not null,
  address     varchar(200) not null,
  households  integer      not null default 0,
  persons     integer      not null default 0,
  listed      boolean      not null default false,
  version     integer      not null default 1,
  status      varchar(16)  not null,
  constraint area_block_pk primary key (census_id, code),
  constraint area_block_census_fk foreign key (census_id) references census (id),
  constraint area_block_status_ck check (status in ('ACTIVE', 'RETIRED'))
);
create index area_block_of_subdistrict on area_block (census_id, subdistrict, status);

-- A building of the map.
create table building (
  census_id   varchar(64)  not null,
  -- Sixteen digits: census area and four of the building. A building keeps its number whatever block it comes to.
  code        varchar(16)  not null,
  subdistrict varchar(32)  not null,
  block_code  varchar(15)  not null,
  name        varchar(100) not null,
  address     varchar(200) not null,
  constraint building_pk primary key (census_id, code),
  constraint building_census_fk foreign key (census_id) references census (id)
);
create index building_of_block on building (census_id, block_code);

-- A high building may be cut between blocks, so the block is the dwelling's.
create table dwelling (
  census_id     varchar(64) not null,
  building_code varchar(16) not null,
  number        varchar(20) not null,
  block_code    varchar(15) not null,
  use_kind      varchar(16) not null,
  households    integer     not null,
  persons       integer     not null,
  constraint dwelling_pk primary key (census_id, building_code, number),
  constraint dwelling_building_fk foreign key (census_id, building_code) references building (census_id, code),
  constraint dwelling_use_kind_ck check (use_kind in ('home', 'collective', 'vacant', 'other'))
);
create index dwelling_of_block on dwelling (census_id, block_code);

-- Outlines in degrees (CGCS2000), by the code of a subdistrict (9), census area (12) or block (15).
create table area_outline (
  census_id   varchar(64)      not null,
  code        varchar(15)      not null,
  subdistrict varchar(32)      not null,
  wkt         varchar(1000000) not null,
  -- Made by cutting or joining after a boundary change; somebody still has to draw it.
  provisional boolean          not null default false,
  constraint area_outline_pk primary key (census_id, code),
  constraint area_outline_census_fk foreign key (census_id) references census (id)
);
create index area_outline_of_subdistrict on area_outline (census_id, subdistrict);

-- A subdistrict's areas stand once the office has accepted them; from then on only boundary changes touch them.
create table area_acceptance (
  census_id   varchar(64) not null,
  subdistrict varchar(32) not null,
  accepted_by varchar(64) not null,
  accepted_at timestamp with time zone not null,
  constraint area_acceptance_pk primary key (census_id, subdistrict),
  constraint area_acceptance_census_fk foreign key (census_id) references census (id)
);

-- Files of areas, blocks, dwellings and outlines that were taken in.
create table area_file (
  id          bigint      generated by default as identity,
  census_id   varchar(64) not null,
  subdistrict varchar(32),
  kind        varchar(16) not null,
  sha256      varchar(64) not null,
  rows_taken  integer     not null,
  taken_by    varchar(64) not null,
  taken_at    timestamp with time zone not null,
  constraint area_file_pk primary key (id),
  constraint area_file_census_fk foreign key (census_id) references census (id),
  constraint area_file_kind_ck check (kind in ('areas', 'blocks', 'dwellings', 'outlines'))
);
create index area_file_of_census on area_file (census_id, subdistrict);

-- A change of blocks after the acceptance: the census's whole map has one number higher with each.
create table boundary_change (
  id        bigint       generated by default as identity,
  census_id varchar(64)  not null,
  version   integer      not null,
  kind      varchar(16)  not null,
  reason    varchar(500) not null,
  unplaced  integer      not null default 0,
  made_by   varchar(64)  not null,
  made_at   timestamp with time zone not null,
  constraint boundary_change_pk primary key (id),
  constraint boundary_change_version_uk unique (census_id, version),
  constraint boundary_change_census_fk foreign key (census_id) references census (id),
  constraint boundary_change_kind_ck check (kind in ('split', 'merge', 'move'))
);

-- What a change did to a block.
create table boundary_change_block (
  change_id         bigint           not null,
  block_code        varchar(15)      not null,
  effect            varchar(16)      not null,
  successor         varchar(15),
  households_before integer          not null,
  households_after  integer          not null,
  persons_before    integer          not null,
  persons_after     integer          not null,
  outline_before    varchar(1000000),
  outline_after     varchar(1000000),
  constraint boundary_change_block_pk primary key (change_id, block_code),
  constraint boundary_change_block_change_fk foreign key (change_id) references boundary_change (id),
  constraint boundary_change_block_effect_ck check (effect in ('created', 'changed', 'retired'))
);

-- The dwellings that a change moved.
create table boundary_change_dwelling (
  change_id     bigint      not null,
  building_code varchar(16) not null,
  number        varchar(20) not null,
  from_block    varchar(15) not null,
  to_block      varchar(15) not null,
  constraint boundary_change_dwelling_pk primary key (change_id, building_code, number),
  constraint boundary_change_dwelling_change_fk foreign key (change_id) references boundary_change (id)
);

-- Who works in which block from when to when. An assignment is ended, never deleted; accounts, no names.
create table staff_assignment (
  id          bigint       generated by default as identity,
  census_id   varchar(64)  not null,
  subdistrict varchar(32)  not null,
  block_code  varchar(15)  not null,
  account     varchar(64)  not null,
  role        varchar(16)  not null,
  kind        varchar(16)  not null,
  valid_from  date         not null,
  -- The last day; null while nothing ends it.
  valid_to    date,
  reason      varchar(300),
  made_by     varchar(64)  not null,
  made_at     timestamp with time zone not null,
  ended_by    varchar(64),
  end_reason  varchar(300),
  constraint staff_assignment_pk primary key (id),
  constraint staff_assignment_census_fk foreign key (census_id) references census (id),
  constraint staff_assignment_role_ck check (role in ('enumerator', 'supervisor')),
  constraint staff_assignment_kind_ck check (kind in ('regular', 'cover'))
);
create index staff_assignment_of_block on staff_assignment (census_id, block_code, role);
create index staff_assignment_of_account on staff_assignment (census_id, account);
create index staff_assignment_of_subdistrict on staff_assignment (census_id, subdistrict);

-- A dispute between subdistricts about who counts a place.
create table boundary_dispute (
  id                    bigint       generated by default as identity,
  process_key           varchar(64)  not null,
  census_id             varchar(64)  not null,
  district              varchar(32)  not null,
  kind                  varchar(16)  not null,
  subject               varchar(100) not null,
  place                 varchar(200) not null,
  description           varchar(800) not null,
  raised_by             varchar(64),
  status                varchar(16)  not null,
  first_side            varchar(32),
  second_side           varchar(32),
  actual_administration varchar(16),
  residents_there       boolean,
  accept_reason         varchar(500),
  interim_side          varchar(16),
  interim_rule          varchar(200),
  mediation             varchar(800),
  reminders             integer      not null default 0,
  raised_at             timestamp with time zone not null,
  published_at          timestamp with time zone,
  constraint boundary_dispute_pk primary key (id),
  constraint boundary_dispute_process_key_uk unique (process_key),
  constraint boundary_dispute_census_fk foreign key (census_id) references census (id),
  constraint boundary_dispute_status_ck check (status in ('RAISED', 'REFERRED', 'ACCEPTED', 'DECIDED', 'PUBLISHED')),
  constraint boundary_dispute_kind_ck check (kind in ('division', 'census-area')),
  constraint boundary_dispute_actual_administration_ck check (actual_administration in ('first', 'second', 'both',
    'none')),
  constraint boundary_dispute_interim_side_ck check (interim_side in ('first', 'second', 'both'))
);
create index boundary_dispute_of_census on boundary_dispute (census_id, status);

-- What a side or a unit said, or that it let the time pass. Only the last word counts.
create table boundary_statement (
  dispute_id bigint       not null,
  role       varchar(16)  not null,
  actor      varchar(64)  not null,
  silent     boolean      not null,
  agrees     boolean,
  content    varchar(800),
  basis      varchar(800),
  households integer,
  given_by   varchar(64),
  given_at   timestamp with time zone not null,
  constraint boundary_statement_pk primary key (dispute_id, role, actor),
  constraint boundary_statement_dispute_fk foreign key (dispute_id) references boundary_dispute (id),
  constraint boundary_statement_role_ck check (role in ('SIDE', 'UNIT', 'SIGNATURE', 'READER'))
);

-- The boundary as decided, until and after the census areas have taken it in.
create table boundary_decision (
  dispute_id    bigint       not null,
  decided_how   varchar(16)  not null,
  line          varchar(800) not null,
  counting_side varchar(32)  not null,
  target_block  varchar(15),
  basis         varchar(800) not null,
  decided_by    varchar(64),
  decided_at    timestamp with time zone not null,
  status        varchar(16)  not null,
  taken_note    varchar(500),
  constraint boundary_decision_pk primary key (dispute_id),
  constraint boundary_decision_dispute_fk foreign key (dispute_id) references boundary_dispute (id),
  constraint boundary_decision_decided_how_ck check (decided_how in ('AGREEMENT', 'LEADING_GROUP')),
  constraint boundary_decision_status_ck check (status in ('DECIDED', 'TAKEN', 'REFUSED'))
);

-- The buildings that a decision gives to the target block, by the numbers that the decision names.
create table boundary_decision_building (
  dispute_id    bigint      not null,
  building_code varchar(16) not null,
  constraint boundary_decision_building_pk primary key (dispute_id, building_code),
  constraint boundary_decision_building_dispute_fk foreign key (dispute_id) references boundary_decision (dispute_id)
);

