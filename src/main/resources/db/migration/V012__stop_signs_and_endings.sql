-- What a patient reports that stops her plan, who wrote it down, and when it was over. Rows are kept.
create table stop_sign_report (
    id           uuid primary key,
    episode_id   uuid not null references episode_of_care (id),
    sign         text not null,
    reported_on  date not null,
    recorded_by  uuid not null references staff_account (id),
    recorded_at  timestamptz not null,
    cleared_on   date,
    cleared_by   uuid references staff_account (id),
    cleared_at   timestamptz,
    cleared_note text check (length(cleared_note) <= 300),
    constraint stop_sign_is_cleared_after_its_report check (cleared_on >= reported_on),
    constraint stop_sign_clearing_is_whole
        check ((cleared_on is null) = (cleared_by is null) and (cleared_on is null) = (cleared_at is null)),
    constraint stop_sign_note_is_of_a_clearing check (cleared_note is null or cleared_on is not null)
);
create unique index stop_sign_report_once_while_it_stands
    on stop_sign_report (episode_id, sign) where cleared_on is null;
create index stop_sign_report_by_episode on stop_sign_report (episode_id);

-- How a pregnancy ended, when somebody said, and why an episode was closed.
alter table episode_of_care
    add column pregnancy_outcome text check (pregnancy_outcome in
        ('live-birth', 'stillbirth', 'miscarriage', 'ectopic', 'termination', 'not-said')),
    add column close_reason text check (close_reason in
        ('goals-met', 'home-program', 'her-wish', 'did-not-return', 'referred', 'moved', 'other')),
    add constraint episode_closed_for_a_reason check (close_reason is null or closed_on is not null);
create index episode_of_care_by_patient on episode_of_care (patient_id, opened_on);
