-- Why: a task says what its updates must carry: proof when it is done, a number held against a base, a check-in each week or each month.

alter table plans.task
  add column needs_evidence boolean not null default false,  -- "done" is said with a file or a document number
  add column direction text check (direction in ('up', 'down')), -- which way its number is to move; null: it is not judged
  add column rhythm text not null default 'monthly' check (rhythm in ('monthly', 'weekly')), -- of the check-ins of continuous work
  add column rhythm_from date;                               -- first day of the rhythm chosen later than issue

-- What the number was before, for each unit that leads the task: "tăng tỷ lệ" without it cannot be judged.
alter table plans.assignment
  add column base_numerator numeric check (base_numerator >= 0),
  add column base_denominator numeric check (base_denominator > 0), -- null for a count
  add column base_on date,
  add column base_source text,                               -- where the number comes from, as a person knows it
  add check ((base_numerator is null) = (base_on is null) and (base_numerator is not null or base_denominator is null));
