-- Of twins or more, one may live and another not: neither a live birth alone nor a loss alone says so.
alter table episode_of_care
    drop constraint episode_of_care_birth_outcome_check,
    drop constraint episode_of_care_earlier_birth_outcome_check,
    add constraint episode_of_care_birth_outcome_check
        check (birth_outcome in
            ('live-birth', 'stillbirth', 'neonatal-death', 'live-birth-and-loss')),
    add constraint episode_of_care_earlier_birth_outcome_check
        check (earlier_birth_outcome in
            ('live-birth', 'stillbirth', 'neonatal-death', 'live-birth-and-loss'));
