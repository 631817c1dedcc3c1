-- Why: which rows are to be proved when done is decided while the plan is reviewed, for all rows at once, and not task by task after it was issued.

alter table plans.plan_row add column needs_evidence boolean;  -- null: as the words of its result say (catalog/documents/results.yaml)
