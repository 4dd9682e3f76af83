-- Verify gamekeeper:cards/players/players on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.players', 'table, row level security');
select pg_temp.has_column('cards.players', 'id', 'uuid NOT NULL');
select pg_temp.has_column('cards.players', 'user_id', 'text');
select pg_temp.has_column('cards.players', 'display_name', 'text NOT NULL');
select pg_temp.has_column('cards.players', 'avatar_seed', 'text NOT NULL');
select pg_temp.has_column('cards.players', 'color', 'text NOT NULL');
select pg_temp.has_column('cards.players', 'is_bot', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_column('cards.players', 'bot_strategy', 'jsonb');
select pg_temp.has_column('cards.players', 'created_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('cards.players', 'updated_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('cards.players', 'players_pkey', 'PRIMARY KEY (id)');
select pg_temp.has_constraint('cards.players', 'players_user_id_key', 'UNIQUE (user_id)');
select pg_temp.has_constraint('cards.players', 'players_avatar_seed_form', 'CHECK (((length(avatar_seed) >= 1) AND (length(avatar_seed) <= 64)))');
select pg_temp.has_constraint('cards.players', 'players_bots_have_a_strategy', 'CHECK ((is_bot = (bot_strategy IS NOT NULL)))');
select pg_temp.has_constraint('cards.players', 'players_bots_have_no_user', 'CHECK ((NOT (is_bot AND (user_id IS NOT NULL))))');
select pg_temp.has_constraint('cards.players', 'players_color_form', 'CHECK (cards.is_color(color))');
select pg_temp.has_constraint('cards.players', 'players_display_name_form', 'CHECK (cards.is_name(display_name))');
select pg_temp.has_policy('cards.players', 'profiles_are_public', 'select to authenticated, service_role using');
select pg_temp.has_relation_grants('cards.players', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.players', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.players', 'authenticated', 'select (avatar_seed, bot_strategy, color, created_at, display_name, id, is_bot)');
select pg_temp.has_relation_grants('cards.players', 'service_role', 'select (avatar_seed, bot_strategy, color, created_at, display_name, id, is_bot)');
select pg_temp.has_trigger('cards.players', 'touch', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.touch()');
rollback;
