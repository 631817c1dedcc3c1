-- Why: a file that answers a request (an explanation, a contribution) is a proof like any other: kept once, with its hash, found again.

alter table evidence.evidence_use drop constraint evidence_use_subject_kind_check;
alter table evidence.evidence_use add constraint evidence_use_subject_kind_check check (subject_kind in ('occurrence', 'criterion', 'conclusion', 'entry', 'request'));

-- Published by Plans: what a unit was asked about a task, for readers in other modules that only know the request.
create view plans.request_line with (security_invoker = true) as
  select q.organisation_id, q.id as request_id, q.task_id, q.unit_id, u.name as unit, q.kind, q.due_on,
    concat_ws(' ', nullif(r.index_code, ''), nullif(r.code, ''), r.title) as name
  from plans.unit_request q
  join plans.task t on (t.organisation_id, t.id) = (q.organisation_id, q.task_id)
  join plans.plan_row r on (r.organisation_id, r.id) = (t.organisation_id, t.row_id)
  join access.unit u on (u.organisation_id, u.id) = (q.organisation_id, q.unit_id);
grant select on plans.request_line to diemsang_app;
