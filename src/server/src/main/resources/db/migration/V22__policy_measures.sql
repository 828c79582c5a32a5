-- What a unit with a duty of policy does to make the census easier. Runs unchanged on H2 and PostgreSQL.
alter table unit_plan add column policy_measures varchar(600);
