-- Deploy gamekeeper:cards/documents/event_record to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type cards.event_record as (
  event_index integer,
  type text,
  payload jsonb,
  created_at timestamptz
);
comment on type cards.event_record is 'An event as clients read it.';
comment on column cards.event_record.event_index is 'Place in the game''s log, from 0.';
comment on column cards.event_record.type is 'Type of the event (docs/cards.md, Events).';
comment on column cards.event_record.payload is 'Redacted while the game runs.';
comment on column cards.event_record.created_at is 'Instant of the command that the event belongs to.';
commit;
