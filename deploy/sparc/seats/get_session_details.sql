-- Deploy gamekeeper:sparc/seats/get_session_details to pg
-- requires: sparc/people/shown_name core/errors/raise core/callers/is_service auth/uid sparc/sessions/may_see_session sparc/sessions/session_players core/shards/require_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, because companions' characters are visible here and nowhere else; who may see the
-- session is asked first, as everywhere. Of an adventure that the caller could not read
-- (a Seer's own draft), the content is kept back.
create function sparc.get_session_details(p_session_id uuid)
returns table (session_data jsonb, players jsonb, adventure_data jsonb)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_slot(0);
  return query
  select
    to_jsonb(s),
    coalesce(
      (
        select jsonb_agg(
          jsonb_build_object(
            'userId', p.user_id,
            'characterId', p.character_id,
            'characterName', c.name,
            'characterClass', c.class,
            'displayName', sparc.shown_name(u.display_name, u.deleted_at),
            'avatarUrl', case when u.deleted_at is null then u.avatar_url end,
            'joinedAt', p.joined_at,
            'isActive', p.is_active
          )
          order by p.joined_at, p.user_id
        )
        from sparc.session_players as p
        join sparc.characters as c on c.id = p.character_id
        join sparc.users as u on u.id = p.user_id
        where p.session_id = s.id
      ),
      '[]'
    ),
    case
      when a.status = 'published' or a.creator_id = auth.uid() or core.is_service() then to_jsonb(a)
      else to_jsonb(a) - array['content', 'validation_errors']
    end
  from sparc.sessions as s
  join sparc.adventures as a on a.id = s.adventure_id
  where s.id = get_session_details.p_session_id and sparc.may_see_session(s);
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'p_session_id'));
  end if;
end
$$;
comment on function sparc.get_session_details(uuid) is
  'A session that the caller can see, with its players in order of joining and its adventure. Raises: NOT_FOUND. '
  '[client]';
revoke all on function sparc.get_session_details(uuid) from public;
grant execute on function sparc.get_session_details(uuid) to anon, authenticated, service_role;
commit;
