-- Why: A sheet of paper may carry a one-time code as well: the answer that is keyed from it spends the code.

alter table surveys.paper_form add column code_id uuid;
alter table surveys.paper_form add foreign key (organisation_id, code_id) references surveys.access_code (organisation_id, id);
