-- A phase of a census that was not finished by its window, and what was done about it.
create table late_phase (
  census_id    varchar(64)  not null,
  phase        varchar(64)  not null,
  due_on       date         not null,
  noticed_at   timestamp    not null,
  urgings      int          not null default 0,
  measure      varchar(32),
  note         varchar(1000),
  urged_by     varchar(64),
  urged_at     timestamp,
  primary key (census_id, phase)
);
