-- Whether the same row came again is told by the SHA-256 of what it says (Base64 without padding) and no longer by 64 bits,
-- which somebody can make collide. Earlier rows keep their number as text, which no SHA-256 equals: such a row that comes
-- again is told as changed, never taken for the same. Runs unchanged on H2 and PostgreSQL.

alter table person alter column source_hash set data type varchar(43);
alter table death_report alter column source_hash set data type varchar(43);
alter table intake_key alter column content_hash set data type varchar(43);
