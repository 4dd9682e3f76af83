-- History is kept.
begin;
select plan(4);

create temporary table kept (id integer);
create trigger guard_history_update before update on kept for each row execute function core.guard_history();
create trigger guard_history_delete before delete on kept for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on kept for each statement execute function core.guard_history();
insert into kept values (1);
select throws_ok('update kept set id = 2', 'KG008', null, 'a kept row is not changed, not even by a superuser');
select throws_ok('delete from kept', 'KG008', null, 'a kept row is not deleted');
select throws_ok('truncate kept', 'KG008', null, 'a kept table is not emptied');
select is((select array_agg(id) from kept), array[1], 'a refused write leaves the row');

select * from finish();
rollback;
