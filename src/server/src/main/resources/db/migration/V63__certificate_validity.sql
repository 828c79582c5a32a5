-- The last day on which a certificate counts; null while it counts to the end of the census.
alter table staff_certificate add column valid_to date;
