-- Deliveries that were begun and never closed are let go: the content of their parts goes, their record stays.
alter table delivery drop constraint delivery_state;
alter table delivery add constraint delivery_state check
  (status in ('OPEN', 'RECEIVED', 'RETURNED', 'ACCEPTED', 'REPLACED', 'DUPLICATE', 'QUARANTINED', 'DISCARDED', 'ABANDONED'));
