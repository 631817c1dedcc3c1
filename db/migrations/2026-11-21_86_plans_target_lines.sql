-- Why: published and running results of an index are held against what the plan in force wants of it, by the module that has the results.
-- Published by Plans: the targets of issued plans of organisations (not of single units), with the years they are for.
create view plans.target_line with (security_invoker = true) as
  select t.organisation_id, t.id as target_id, p.id as plan_id, p.title as plan, p.number, p.symbol, p.period_from, p.period_to,
    t.position, t.index_code, t.content, t.kind, t.value, t.upper, t.among, t.out_of, t.unit, t.text
  from plans.plan_target t
  join plans.plan p on (p.organisation_id, p.id) = (t.organisation_id, t.plan_id)
  where p.state = 'issued' and p.unit_id is null;
grant select on plans.target_line to diemsang_app;
