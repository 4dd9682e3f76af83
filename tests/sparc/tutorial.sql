-- The tutorial.
begin;
select plan(24);

select count(test.sparc_sign_up(name)) from unnest(array['ada', 'bo', 'cy']) as name;
select test.as_user(test.user('ada'));
select throws_ok($$select sparc.complete_step('welcome')$$, 'KG005', null, 'no step is completed before a tutorial is started');
select throws_ok('select sparc.start_tutorial(null)', 'KG001', null, 'a tutorial is started with a path');
select throws_ok($$select sparc.start_tutorial('bard')$$, '22P02', null, 'a tutorial has one of the two paths');
select is((select (path, current_step, completed_steps, skipped, completed_at) from sparc.start_tutorial(path => 'player')), ('player'::sparc.tutorial_path, 'welcome'::text, '{}'::text[], false, null::timestamptz), 'a tutorial begins with a welcome');
select is((select (current_step, completed_steps) from sparc.complete_step(step => 'welcome')), ('create_character'::text, '{welcome}'::text[]), 'a step leads to the next');
select is((sparc.complete_step('welcome')).completed_steps, '{welcome}', 'a step is completed only once');
select is((sparc.start_tutorial('player')).completed_steps, '{welcome}', 'a tutorial that is started again keeps its completed steps');
select is((sparc.complete_step('my_own_step')).current_step, 'create_character', 'a client may have steps of its own');
select throws_ok($$select sparc.complete_step('No Step!')$$, 'KG001', null, 'a step has the form of a name');
select throws_ok('select sparc.complete_step(null)', 'KG001', null, 'a step that is null is not completed');
select is((select completed_at from sparc.complete_step('create_character')), null, 'a tutorial is not completed while some steps remain');
select lives_ok($$select sparc.complete_step('join_session'), sparc.complete_step('roll_dice')$$, 'steps are completed in any order');
select is((select (completed_at, current_step) from sparc.complete_step('heroic_save')), (now(), 'heroic_save'::text), 'the last step completes the tutorial');
select is((sparc.complete_step('another')).completed_at, now(), 'a completed tutorial stays completed');
select is((sparc.start_tutorial('seer')).completed_steps, '{}', 'a tutorial of the other path begins without completed steps');
select is((select (skipped, path) from sparc.skip_tutorial()), (true, 'seer'::sparc.tutorial_path), 'a tutorial may be skipped');
select throws_ok($$select sparc.complete_step('welcome')$$, 'KG005', null, 'after a tutorial was skipped no step is completed');
select is((sparc.start_tutorial('seer')).skipped, false, 'a skipped tutorial may be started again');
select lives_ok($$select sparc.complete_step('step_' || i) from generate_series(1, 100) as i$$, 'a hundred steps are possible');
select throws_ok($$select sparc.complete_step('welcome')$$, 'KG001', null, 'a tutorial holds a hundred steps at most');
select test.as_user(test.user('bo'));
select is((select (skipped, path) from sparc.skip_tutorial()), (true, null::sparc.tutorial_path), 'a tutorial may be skipped before it began');
select is((select count(*) from sparc.tutorial_progress), 1::bigint, 'everybody sees their own progress');
select throws_ok($$update sparc.tutorial_progress set skipped = false$$, '42501', null, 'progress is written through the functions only');
select test.as_anon();
select throws_ok('select sparc.skip_tutorial()', '42501', null, 'strangers have no progress of their own');

select test.as_owner();
select * from finish();
rollback;
