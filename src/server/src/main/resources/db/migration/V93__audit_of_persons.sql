-- Seeing a person is an event: from where and for which task somebody looked, what was refused, and a chain of hashes that
-- shows whether an entry was changed, taken out or put in afterwards. Runs unchanged on H2 and PostgreSQL.

-- The address that a request came from; null for what the program does by itself.
alter table audit_entry add column source varchar(64);
-- The engine's task in which it was done; null outside of tasks.
alter table audit_entry add column task varchar(64);
-- What was called, as the interface describes it: the purpose that the call serves.
alter table audit_entry add column purpose varchar(160);
alter table audit_entry add column refused boolean default false not null;
create index audit_entry_of_district on audit_entry (district, id);
create index audit_entry_of_actor on audit_entry (actor, id);

-- An entry's place in the chain. It has a row of its own because entries are never changed, and no reference to the entry:
-- whoever takes the entry out must not be able to take the link with it.
create table audit_link (
  number   bigint      not null primary key,
  entry_id bigint      not null unique,
  -- Algorithm and hash of the link before and of the entry.
  hash     varchar(80) not null
);
