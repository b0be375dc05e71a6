-- A cancellation that was taken back is told to whoever may have heard of it.
alter table outbox_message
    drop constraint outbox_message_kind_is_known,
    add constraint outbox_message_kind_is_known
        check (kind in ('appointment-booked', 'appointment-moved', 'appointment-cancelled',
                        'appointment-restored', 'plan', 'review-ask'));
-- Whether mail to an address came back is asked with each booking at the desk.
create index outbox_message_failed_to on outbox_message (lower(recipient), seq) where status = 'failed';
