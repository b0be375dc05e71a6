-- What the outbox decides no longer rests on a clock that somebody may set: a wait is a span, and
-- outside it, before as well as after, a message is due; and whether a claim's owner lives is told
-- by a count that it raises.
alter table outbox_message
    -- the order in which messages were put here, whatever the clocks said
    add column seq              bigint,
    -- by the database's clock: put here, and the end of the time in which nobody worries about it
    add column queued_at        timestamptz,
    add column late_at          timestamptz,
    -- when whoever was not told would come in vain, or not come; none for plans and asks
    add column visit_at         timestamptz,
    -- by the database's clock: from when it waits; it is due at send_after
    add column waits_from       timestamptz,
    -- it took the mail server long before, so it is tried apart from the others
    add column slow             boolean not null default false,
    add column claim_beat       integer not null default 0;

update outbox_message m set seq = numbered.place
  from (select id, row_number() over (order by created_at, id) as place from outbox_message) numbered
 where numbered.id = m.id;
update outbox_message set queued_at = created_at, late_at = created_at + interval '1 hour',
       waits_from = least(created_at, send_after),
       visit_at = (select starts from appointment where appointment.id = outbox_message.appointment_id);

alter table outbox_message
    alter column seq set not null,
    alter column seq add generated always as identity,
    alter column queued_at set not null,
    alter column queued_at set default now(),
    alter column late_at set not null,
    alter column late_at set default now() + interval '1 hour',
    alter column waits_from set not null,
    alter column waits_from set default now(),
    -- whoever claimed it before this version is gone
    drop constraint outbox_message_claim_is_whole,
    drop column claimed_until,
    add constraint outbox_message_is_late_after_it_came check (queued_at <= late_at);
update outbox_message set claim_id = null where claim_id is not null;

select setval(pg_get_serial_sequence('outbox_message', 'seq'),
              (select coalesce(max(seq), 0) + 1 from outbox_message), false);

create unique index outbox_message_in_order on outbox_message (seq);
drop index outbox_message_due;
create index outbox_message_waiting on outbox_message (seq) where status in ('queued', 'deferred');
create index outbox_message_claimed on outbox_message (subject_id) where claim_id is not null;
drop index outbox_message_by_subject;
create index outbox_message_by_subject on outbox_message (subject_id, seq);
drop index outbox_message_by_time;
drop index outbox_message_not_told;
create index outbox_message_not_told on outbox_message (seq)
    where told_by_phone_at is null and status not in ('sent', 'dropped');
