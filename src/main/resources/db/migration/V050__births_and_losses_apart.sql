-- How a birth went and how a pregnancy ended without one shared their columns, so that recording the
-- one erased the other. A birth that a later one displaces by mistake is kept until that is put right.
alter table episode_of_care
    add column birth_outcome text
        check (birth_outcome in ('live-birth', 'stillbirth', 'neonatal-death')),
    add column birth_weeks smallint
        constraint episode_of_care_birth_weeks_in_range check (birth_weeks between 0 and 45),
    add column earlier_birth_date date,
    add column earlier_birth_mode text,
    add column earlier_birth_outcome text
        check (earlier_birth_outcome in ('live-birth', 'stillbirth', 'neonatal-death'));

update episode_of_care
   set birth_outcome = pregnancy_outcome, birth_weeks = ended_weeks,
       pregnancy_outcome = null, pregnancy_ended_on = null,
       ended_weeks = null, ended_surgically = null
 where pregnancy_outcome in ('live-birth', 'stillbirth');
