-- A Seer, a player, a code, a roll that nobody can write, and the feed that tells it.
insert into auth.users (id, email, raw_user_meta_data) values
  ('6f1c0f6e-77a1-4c7b-9f0a-0d9f7f1e2b33', 'mira@example.org', '{"display_name": "Mira"}'),
  ('8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10', 'ada@example.org', '{"display_name": "Ada"}');
set role authenticated;

-- Mira opens a private session on an adventure of her own.
set request.jwt.claims = '{"sub": "6f1c0f6e-77a1-4c7b-9f0a-0d9f7f1e2b33", "role": "authenticated"}';
insert into sparc.adventures (creator_id, name) values (auth.uid(), 'The Drowned Bell') returning id as adventure_id \gset
select id as session_id, code from sparc.create_session(:'adventure_id') \gset

-- For Ada it is not there, until she types the code.
set request.jwt.claims = '{"sub": "8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10", "role": "authenticated"}';
select count(*) from sparc.sessions;
select id as hero from sparc.create_character('Ada the Bold', 'warrior') \gset
select is_active from sparc.join_session(:'code', :'hero');
select count(*) from sparc.sessions;

set request.jwt.claims = '{"sub": "6f1c0f6e-77a1-4c7b-9f0a-0d9f7f1e2b33", "role": "authenticated"}';
select status from sparc.start_session(:'session_id');

-- Ada declares a roll of five dice, and then gets what the server throws.
set request.jwt.claims = '{"sub": "8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10", "role": "authenticated"}';
select id as roll from sparc.declare_roll(:'session_id', :'hero', 'might', 12) \gset
select dice_count, cardinality(results) as thrown, total between 5 and 30 as possible
from sparc.throw_roll(:'roll');
select seq, event_type from sparc.list_session_events(:'session_id');

-- Addresses are nobody's to read.
\set ON_ERROR_STOP off
\set VERBOSITY terse
select email from sparc.users;
