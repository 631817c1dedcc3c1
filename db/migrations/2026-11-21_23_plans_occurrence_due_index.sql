-- Why: (unit, due day) tempted the planner to read all of a unit's periods for each of its tasks; the unique key on task and unit finds the twelve it needs.
-- Measured with 124 communes of 100 tasks: a commune's board went from 55 to 11 ms of query time.

drop index plans.occurrence_unit_due;
create index occurrence_due on plans.occurrence (organisation_id, due_on);
