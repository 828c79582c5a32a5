-- What is written once and for all: the audit trail, and what people and departments answered. The triggers hold for every
-- role, the owner's too; whoever is to get past them has to alter the tables, which the program's own role cannot.

create function censusflow_only_added() returns trigger language plpgsql as $$
begin
  raise exception 'CF-E192 Rows of % are only added, never changed or taken out', tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

-- Destruction by law (Census Regulations art. 32): only of a census that two different people have released for it.
create function censusflow_destroyed_by_law() returns trigger language plpgsql as $$
declare
  unlawful boolean;
begin
  execute format(
    'select exists (select 1 from gone where not exists (select 1 from %1$I.retention r'
      || ' where r.census_id = (' || tg_argv[0] || ')'
      || ' and r.status in (''AUTHORISED'', ''DESTROYED'') and r.destroyed_by <> r.supervised_by))',
    tg_table_schema) into unlawful;
  if unlawful then
    raise exception 'CF-E193 Rows of % are destroyed by two people at the end of their period only', tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

create trigger only_added before update or delete or truncate on audit_entry
  for each statement execute function censusflow_only_added();
create trigger only_added before update or delete or truncate on audit_link
  for each statement execute function censusflow_only_added();

do $$
declare
  original record;
begin
  for original in
    select * from (values
      ('person_version', 'select p.census_id from %1$I.person p where p.id = gone.person_id'),
      ('household_version', 'select h.census_id from %1$I.household h where h.id = gone.household_id'),
      ('death_report', 'gone.census_id'),
      ('register_row', 'select q.census_id from %1$I.delivery d join %1$I.record_request q on q.id = d.request_id'
        || ' where d.id = gone.delivery_id'),
      ('difference_event', 'select d.census_id from %1$I.difference d where d.id = gone.difference_id'),
      ('pair_answer', 'select r.census_id from %1$I.review_pair r where r.id = gone.pair_id'),
      ('pair_verdict', 'gone.census_id'),
      ('pair_retraction', 'select v.census_id from %1$I.pair_verdict v where v.id = gone.verdict_id')
    ) as t (name, census)
  loop
    execute format('create trigger only_added before update or truncate on %I'
      || ' for each statement execute function censusflow_only_added()', original.name);
    execute format('create trigger destroyed_by_law after delete on %I referencing old table as gone'
      || ' for each statement execute function censusflow_destroyed_by_law(%L)', original.name, original.census);
  end loop;
end $$;
