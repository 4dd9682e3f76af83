-- Deploy gamekeeper:slots/people/end_sessions to pg
-- requires: slots/wallets/wallets slots/sessions/sessions slots/play/end_session slots/limits/accounts
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Accounts are locked before sessions and these before wallets, each in the order of their keys and all before anything is written: an act that
-- is under way on one of them is waited for, and its bet played.
create function slots.end_sessions(owner_id uuid, by text)
returns void
language plpgsql
volatile
as $$
declare
  _ids uuid[];
  _session_id uuid;
  _session slots.sessions;
begin
  perform from slots.accounts as a where a.owner_id = end_sessions.owner_id order by a.currency collate "C" for no key update;
  _ids := array(
    select s.session_id
    from slots.sessions as s
    where s.owner_id = end_sessions.owner_id and s.state <> 'Completed'
    order by s.session_id
    for no key update
  );
  perform from slots.wallets as w where w.owner_id = end_sessions.owner_id order by w.wallet_id for no key update;

  foreach _session_id in array _ids loop
    select * into strict _session from slots.sessions as s where s.session_id = _session_id;
    perform slots.end_session(_session, end_sessions.by);
  end loop;
end
$$;
comment on function slots.end_sessions(uuid, text) is
  'Completes every session of a user, placed bets played first; locks their accounts, then sessions, then wallets. by says in '
  'each last event what ended it. Where clients can look and roll back, ask core.is_settled of the bets first. [helper]';
revoke all on function slots.end_sessions(uuid, text) from public;
commit;
