-- Counted before each hold and booking by a stranger.
create index appointment_held on appointment (practitioner_id, hold_expires_at) where status = 'held';
create index appointment_by_phone on appointment (contact_phone, starts)
    where patient_id is null and status not in ('held', 'cancelled');
create index appointment_by_email on appointment (contact_email, starts)
    where patient_id is null and status not in ('held', 'cancelled');
