-- Messages, written in the transaction of the change they tell of and sent later; the rows stay as
-- the delivery ledger. No text and no link is kept here: both are made when the message is sent.
create table outbox_message (
    id              uuid primary key,
    kind            text not null constraint outbox_message_kind_is_known
                    check (kind in ('appointment-booked', 'appointment-moved', 'appointment-cancelled',
                                    'plan', 'review-ask')),
    -- the appointment, program or review invitation it tells of; it outlives them
    subject_id      uuid not null,
    subject_version integer,
    patient_id      uuid references patient (id),
    appointment_id  uuid,
    recipient       text,
    status          text not null constraint outbox_message_status_is_known
                    check (status in ('queued', 'deferred', 'sent', 'failed', 'skipped-no-address',
                                      'skipped-print-only', 'dropped')),
    send_after      timestamptz not null,
    attempts        integer not null default 0,
    -- whoever claimed it may send it until then; afterwards another may
    claim_id        uuid,
    claimed_until   timestamptz,
    last_error      text check (length(last_error) <= 300),
    -- what a sent message said, so that the next one need not say it again, and its fingerprint
    told            text,
    content_sha256  bytea,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    told_by_phone_at timestamptz,
    told_by         uuid references staff_account (id),
    constraint outbox_message_is_sent_at_a_time check ((status = 'sent') = (sent_at is not null)),
    constraint outbox_message_claim_is_whole check ((claim_id is null) = (claimed_until is null)),
    constraint outbox_message_phone_call_has_a_caller check ((told_by_phone_at is null) = (told_by is null))
);
create index outbox_message_due on outbox_message (send_after) where status in ('queued', 'deferred');
create index outbox_message_by_subject on outbox_message (subject_id, created_at);
create index outbox_message_by_time on outbox_message (created_at desc);
create index outbox_message_not_told on outbox_message (created_at)
    where told_by_phone_at is null and status not in ('sent', 'dropped');

create table mail_attempt (
    id         bigint generated always as identity primary key,
    message_id uuid not null references outbox_message (id),
    at         timestamptz not null,
    outcome    text not null constraint mail_attempt_outcome_is_known
               check (outcome in ('sent', 'deferred', 'failed', 'skipped')),
    -- what the server said or why it was skipped; no health data
    detail     text check (length(detail) <= 300)
);
create index mail_attempt_by_message on mail_attempt (message_id, at);

-- Demo only: the message as it would have been sent, its link included.
create table local_mail (
    id        uuid primary key references outbox_message (id),
    at        timestamptz not null,
    recipient text not null,
    subject   text not null,
    headers   text not null,
    plain     text not null,
    html      text not null,
    calendar  text
);
create index local_mail_by_time on local_mail (at desc);
