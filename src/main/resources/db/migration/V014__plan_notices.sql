-- Each wish to send a plan again, by the key of its form or request: one sent twice mails once.
create table plan_notice (
    program_id     uuid not null,
    key            text not null constraint plan_notice_key_is_short check (length(key) between 1 and 255),
    version_number integer not null,
    asked_by       uuid not null references staff_account (id),
    asked_at       timestamptz not null,
    constraint plan_notice_once_each primary key (program_id, key),
    constraint plan_notice_is_of_a_sent_version
        foreign key (program_id, version_number) references program_version (program_id, number)
);
