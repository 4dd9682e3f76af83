-- Deploy gamekeeper:sparc/adventures/adventure_status to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type sparc.adventure_status as enum ('draft', 'published', 'archived');
comment on type sparc.adventure_status is
  'draft: its creator''s only; published: readable and playable by all; archived: its creator''s only again.';
commit;
