-- Why: one unit may get more time for any stage, appraisal too; then its stage is not that of the round, and what was decided about it stays
-- closed to it until its own stage is over.

alter table scorecards.participant
  add column appraisal1_to date,                   -- like self_score_to and explanation_to: other last days for this unit
  add column appraisal2_to date,
  add column council_to    date,
  add column reached_stage text not null default 'preparing'
    check (reached_stage in ('preparing', 'self_scoring', 'appraisal1', 'explanation', 'appraisal2', 'council', 'publication', 'published'));
update scorecards.participant p set reached_stage = r.reached_stage
from scorecards.round r where (r.organisation_id, r.id) = (p.organisation_id, p.round_id);

drop policy closed_about_oneself on scorecards.verdict;
create policy closed_about_oneself on scorecards.verdict for select
  using (subject_id = (select shared.current_organisation()) and organisation_id = any ((select access.superior_organisations())::uuid[])
    and exists (select from scorecards.participant p
      where (p.organisation_id, p.round_id, p.subject_id) = (verdict.organisation_id, verdict.round_id, verdict.subject_id)
        and scorecards.stage_number(p.reached_stage) > scorecards.stage_number(verdict.stage)));
