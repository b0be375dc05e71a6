-- The last birth or loss stands beside a new pregnancy, with what recovery depends on: whether it took surgery and how
-- many completed weeks the pregnancy had lasted. Null is not recorded.
alter table episode_of_care add column ended_surgically boolean;
alter table episode_of_care add column ended_weeks smallint
    constraint episode_of_care_ended_weeks_in_range check (ended_weeks between 0 and 45);

-- Asked about and not there is something else than not asked.
alter table episode_condition add column present boolean not null default true;
alter table episode_condition alter column present drop default;

alter table screening_result drop constraint screening_result_form_check;
alter table screening_result add constraint screening_result_form_check check (form in ('gaq-p', 'gaq-pp', 'gaq'));

alter table week_settings add column loss_effort integer not null default 2;
alter table week_settings add column loss_effort_long integer not null default 6;
alter table week_settings add column loss_impact integer not null default 6;
alter table week_settings add column loss_impact_long integer not null default 12;
alter table week_settings alter column loss_effort drop default;
alter table week_settings alter column loss_effort_long drop default;
alter table week_settings alter column loss_impact drop default;
alter table week_settings alter column loss_impact_long drop default;
alter table week_settings add constraint loss_weeks_in_order check (
    0 <= loss_effort and loss_effort <= loss_effort_long and loss_effort_long <= 52
    and 0 <= loss_impact and loss_impact <= loss_impact_long and loss_impact_long <= 52);
