-- Verify gamekeeper:sparc/sessions/require_transition on pg
begin;
do $$
begin
  if has_function_privilege('authenticated', 'sparc.require_transition(sparc.session_status, sparc.session_status)', 'execute') then
    raise exception 'sparc.require_transition(sparc.session_status, sparc.session_status) has the wrong privileges';
  end if;
end
$$;
rollback;
