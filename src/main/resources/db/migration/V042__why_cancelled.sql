-- Who cancelled was told by who pressed the button; now the desk says it, and why, in a closed
-- word. What it was before is kept so that a cancellation can be taken back.
alter table appointment
    add column cancel_reason  text,
    add column cancelled_from text check (cancelled_from in ('requested', 'booked', 'arrived')),
    add constraint appointment_cancel_reason_is_of_whoever_cancelled check (
        cancel_reason is null
        or (coalesce(cancelled_by, '') = 'patient'
            and cancel_reason in ('sick', 'schedule', 'family', 'travel', 'cost', 'not-needed', 'other'))
        or (coalesce(cancelled_by, '') = 'clinic'
            and cancel_reason in ('therapist-sick', 'therapist-away', 'closed', 'authorization', 'mistake', 'other'))),
    add constraint appointment_cancelled_from_only_while_cancelled check (
        cancelled_from is null or status = 'cancelled');
