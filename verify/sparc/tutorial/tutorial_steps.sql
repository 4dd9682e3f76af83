-- Verify gamekeeper:sparc/tutorial/tutorial_steps on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.tutorial_steps', 'table, row level security');
select pg_temp.has_column('sparc.tutorial_steps', 'path', 'sparc.tutorial_path NOT NULL');
select pg_temp.has_column('sparc.tutorial_steps', 'position', 'integer NOT NULL');
select pg_temp.has_column('sparc.tutorial_steps', 'step', 'text NOT NULL');
select pg_temp.has_constraint('sparc.tutorial_steps', 'tutorial_steps_pkey', 'PRIMARY KEY (path, "position")');
select pg_temp.has_constraint('sparc.tutorial_steps', 'tutorial_steps_path_step_key', 'UNIQUE (path, step)');
select pg_temp.has_constraint('sparc.tutorial_steps', 'tutorial_steps_position_check', 'CHECK (("position" > 0))');
select pg_temp.has_constraint('sparc.tutorial_steps', 'tutorial_steps_step_check', 'CHECK ((step ~ ''^[a-z][a-z0-9_]{0,63}$''::text))');
select pg_temp.has_policy('sparc.tutorial_steps', 'Tutorial steps readable', 'select to PUBLIC using');
select pg_temp.has_relation_grants('sparc.tutorial_steps', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.tutorial_steps', 'anon', 'select');
select pg_temp.has_relation_grants('sparc.tutorial_steps', 'authenticated', 'select');
select pg_temp.has_relation_grants('sparc.tutorial_steps', 'service_role', 'select');
select pg_temp.has_row('sparc.tutorial_steps', '{"path": "player", "position": 1}');
select pg_temp.has_row('sparc.tutorial_steps', '{"path": "player", "position": 2}');
select pg_temp.has_row('sparc.tutorial_steps', '{"path": "player", "position": 3}');
select pg_temp.has_row('sparc.tutorial_steps', '{"path": "player", "position": 4}');
select pg_temp.has_row('sparc.tutorial_steps', '{"path": "player", "position": 5}');
select pg_temp.has_row('sparc.tutorial_steps', '{"path": "seer", "position": 1}');
select pg_temp.has_row('sparc.tutorial_steps', '{"path": "seer", "position": 2}');
select pg_temp.has_row('sparc.tutorial_steps', '{"path": "seer", "position": 3}');
select pg_temp.has_row('sparc.tutorial_steps', '{"path": "seer", "position": 4}');
select pg_temp.has_row('sparc.tutorial_steps', '{"path": "seer", "position": 5}');
rollback;
