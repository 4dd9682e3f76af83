-- Backups and drills that were reported, and what health makes of them.
begin;
select plan(21);

select test.as_user(test.user('ann'));
select throws_ok($$select core.record_backup('pgbackrest', now(), now(), 'x')$$, '42501', null, 'a user cannot report a backup');
select throws_ok($$select core.record_drill(now(), now(), '0', '0', '[{"ok": true}]')$$, '42501', null, 'a user cannot report a drill');

select test.as_owner();
update core.upkeep_tasks set added_at = now();
select ok(h.ok or current_setting('archive_mode') <> 'off', 'a new deploy has a day to begin with archiving') from core.health_archiving() as h;
select ok(h.ok, 'a new deploy may wait for its first backup') from core.health_backups() as h;
select ok(h.ok, 'a new deploy may wait for its first drill') from core.health_drills() as h;
update core.upkeep_tasks set added_at = now() - interval '92 days';
select ok(not h.ok and h.detail ~ 'no WAL is archived' or current_setting('archive_mode') <> 'off', 'a server that archives nothing is named after a day') from core.health_archiving() as h;
select ok(not h.ok and h.detail = 'there is no whole backup', 'a database without a backup is named after a day') from core.health_backups() as h;
select ok(not h.ok and h.detail = 'no restore was ever tried', 'a database that was never restored is named after a quarter') from core.health_drills() as h;

select test.as_service();
select core.record_backup('pgbackrest', now() - interval '28 hours', now() - interval '27 hours', '20261126F', 1000);
select test.as_owner();
select ok(not h.ok and h.detail ~ '20261126F', 'a backup of yesterday morning is too old') from core.health_backups() as h;
select core.record_backup('pgbackrest', now() - interval '2 hours', now() - interval '1 hour', '20261127F', 1000);
select ok(h.ok and h.detail ~ '20261127F', 'a backup of this night is recent') from core.health_backups() as h;
select core.record_backup('pgbackrest', now() - interval '2 hours', now() - interval '1 hour', 'another', 1000);
select is((select count(*) from core.backups), 2::bigint, 'a backup that is reported twice is noted as it was');
select core.record_backup('pgbackrest', now() - interval '5 minutes', now() - interval '4 minutes', problem => 'the disk is full');
select ok(not h.ok and h.detail ~ 'the last one failed: the disk is full', 'a backup that failed is named though one of this night is whole') from core.health_backups() as h;
select throws_ok($$select core.record_backup('pgbackrest', now(), now())$$, 'KG001', null, 'a backup has a label or a problem');
select core.set_setting('core.backed_up_by_host', 'true');
select ok(h.ok, 'what the host backs up is not asked for backups') from core.health_backups() as h;
select ok(h.ok, 'what the host backs up is not asked for an archive') from core.health_archiving() as h;

select is((d).ok, true, 'a drill of which every check passed is ok') from core.record_drill(now() - interval '93 days', now() - interval '93 days', '10 seconds', '2 minutes', '[{"name": "wallets", "ok": true}]') as d;
select ok(not h.ok, 'a drill of more than 92 days ago is too old') from core.health_drills() as h;
select core.record_drill(now() - interval '91 days', now() - interval '91 days', '10 seconds', '2 minutes', '[{"name": "wallets", "ok": true}]');
select ok(h.ok and h.detail ~ '00:00:10 would have been lost, back after 00:02:00', 'a drill of less than 92 days ago is recent') from core.health_drills() as h;
select is((core.record_drill(now(), null, null, null, '[{"name": "wallets", "ok": true}, {"name": "rolls", "ok": false, "detail": "2 differ"}]')).ok, false, 'a drill with a check that failed has failed');
select ok(not h.ok and h.detail ~ 'failed: rolls \(2 differ\)', 'the last drill''s failure is named, though one before it passed') from core.health_drills() as h;
select throws_ok($$select core.record_drill(now() + interval '1 second', null, null, null, '[]')$$, 'KG001', null, 'a drill that looked at nothing is none');

select * from finish();
rollback;
