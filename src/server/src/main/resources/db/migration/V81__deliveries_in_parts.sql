-- A delivery is opened, filled part by part and closed; each step is kept, so that nothing is lost with a connection or a server.

alter table delivery alter column declared_count drop not null;
alter table delivery alter column sha256 drop not null;
alter table delivery add column client_key varchar(100);
alter table delivery add column opened_at timestamp with time zone;
alter table delivery add column mode varchar(16) default 'REPLACE' not null;
-- The delivery that this one completes.
alter table delivery add column completes_id bigint;
-- The delivery with the same content and manifest that came before; this one had no effect.
alter table delivery add column same_as_id bigint;
alter table delivery add column declared_sha256 varchar(64);
alter table delivery add column declared_encoding varchar(16);
alter table delivery add column encoding varchar(40);
alter table delivery add column format varchar(16);
alter table delivery add column bytes bigint;
alter table delivery add column late boolean default false not null;
-- What was changed on the way in, counted; one line each, never a person's data.
alter table delivery add column notes varchar(2000);
-- The file's own column names, for the file of rejected rows.
alter table delivery add column header varchar(4000);
alter table delivery add constraint delivery_state check
  (status in ('OPEN', 'RECEIVED', 'RETURNED', 'ACCEPTED', 'REPLACED', 'DUPLICATE', 'QUARANTINED', 'DISCARDED'));
alter table delivery add constraint delivery_client_key unique (request_id, client_key);
create index delivery_of_content on delivery (request_id, sha256);

-- Sealed (AES-GCM). The content goes when the rows are stored; number, size and hash stay.
create table delivery_part (
  delivery_id bigint      not null references delivery (id),
  number      integer     not null,
  bytes       integer     not null,
  sha256      varchar(64) not null,
  content     bytea,
  primary key (delivery_id, number)
);

alter table delivery_reject add column file_line integer;
-- The row as it came, sealed, for the file of rejected rows.
alter table delivery_reject add column content bytea;

alter table register_row add column relation varchar(2);
