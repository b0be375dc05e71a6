-- Who was asked for a review, what they wrote, what they allowed to be shown, and who decided.
create table review_invitation (
    id              uuid primary key,
    appointment_id  uuid not null references appointment (id),
    patient_id      uuid references patient (id),
    episode_id      uuid references episode_of_care (id),
    practitioner_id uuid not null references practitioner (id),
    practitioner_name text not null,
    visit_month     date not null check (extract(day from visit_month) = 1),
    due_at          timestamptz not null,
    asked_at        timestamptz,
    -- closed and blind to how the visit went: nobody is left out for being unhappy
    excluded_reason text check (excluded_reason in
                    ('opted-out', 'no-valid-address', 'pregnancy-loss', 'already-asked', 'no-chart')),
    excluded_at     timestamptz,
    constraint review_invitation_one_per_visit unique (appointment_id),
    constraint review_invitation_asked_or_excluded check (asked_at is null or excluded_reason is null),
    constraint review_invitation_exclusion_has_its_time check ((excluded_reason is null) = (excluded_at is null)),
    constraint review_invitation_is_of_a_patient check (patient_id is not null or excluded_reason = 'no-chart')
);
create unique index review_invitation_one_per_episode on review_invitation (patient_id, episode_id)
    nulls not distinct where excluded_reason is null;
create index review_invitation_due on review_invitation (due_at) where asked_at is null and excluded_reason is null;

create table review (
    -- random, not by time: strangers see it, and may learn the month of the visit but not the day
    id              uuid primary key,
    invitation_id   uuid not null references review_invitation (id),
    rating          smallint not null check (rating between 1 and 5),
    text            text not null check (length(text) <= 4000),
    written_at      timestamptz not null,
    practitioner_id uuid not null references practitioner (id),
    visit_month     date not null check (extract(day from visit_month) = 1),
    demo            boolean not null,
    status          text not null default 'written' check (status in ('written', 'shown', 'withheld', 'withdrawn')),
    shown_under     uuid,
    shown_active    boolean generated always as (case when status = 'shown' then true end) stored,
    constraint review_one_per_invitation unique (invitation_id),
    constraint review_shown_names_its_authorization check ((status = 'shown') = (shown_under is not null))
);
create index review_by_arrival on review (written_at, id);

-- Exactly what the patient allowed strangers to see (45 CFR 164.508); kept at least six years.
create table review_authorization (
    id                 uuid primary key,
    review_id          uuid not null references review (id),
    shown_text         text not null,
    shown_rating       smallint not null,
    name_style         text not null check (name_style in ('first-name', 'initials', 'anonymous')),
    shown_name         text not null check (length(shown_name) between 1 and 80),
    shown_practitioner text,
    terms_version      text not null,
    terms_text         text not null,
    signature          text not null check (length(signature) between 2 and 120),
    signed_at          timestamptz not null,
    expires_on         date not null,
    withdrawn_at       timestamptz,
    active             boolean generated always as (withdrawn_at is null) stored,
    constraint review_authorization_can_be_shown unique (id, review_id, active)
);
create unique index review_authorization_one_active_each on review_authorization (review_id) where withdrawn_at is null;

-- A shown review points at an active authorization of its own. An inactive one no longer has the
-- key, so it cannot be withdrawn while shown: the withdrawal must unshow first.
alter table review add constraint review_shown_only_while_authorized
    foreign key (shown_under, id, shown_active) references review_authorization (id, review_id, active);

create table review_moderation (
    id               uuid primary key,
    review_id        uuid not null references review (id),
    authorization_id uuid not null references review_authorization (id),
    decision         text not null check (decision in ('show', 'withhold')),
    -- closed and blind to stars and sentiment (16 CFR 465.7)
    reason           text check (reason in ('private-data', 'abuse', 'spam', 'off-topic',
                                            'not-a-patient', 'reviewer-withdrew', 'no-consent')),
    decided_by       uuid not null references staff_account (id),
    decided_at       timestamptz not null,
    constraint review_moderation_withholding_needs_a_reason check ((decision = 'withhold') = (reason is not null))
);
create index review_moderation_by_review on review_moderation (review_id, decided_at desc);

create function refuse_edit_of_review() returns trigger language plpgsql as $$
begin
    if (new.id, new.invitation_id, new.rating, new.text, new.written_at, new.practitioner_id, new.visit_month, new.demo)
       is distinct from
       (old.id, old.invitation_id, old.rating, old.text, old.written_at, old.practitioner_id, old.visit_month, old.demo)
    then
        raise exception 'what a reviewer wrote is never edited' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger review_is_never_edited before update on review
    for each row execute function refuse_edit_of_review();
create trigger review_is_never_removed before delete on review
    for each row execute function refuse_change();

create function refuse_edit_of_review_authorization() returns trigger language plpgsql as $$
begin
    if old.withdrawn_at is not null
       or (to_jsonb(new) - 'withdrawn_at' - 'active') is distinct from (to_jsonb(old) - 'withdrawn_at' - 'active')
    then
        raise exception 'an authorization is only ever withdrawn' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger review_authorization_is_only_withdrawn before update on review_authorization
    for each row execute function refuse_edit_of_review_authorization();
create trigger review_authorization_is_never_removed before delete on review_authorization
    for each row execute function refuse_change();
create trigger review_moderation_is_append_only before update or delete on review_moderation
    for each row execute function refuse_change();

create function refuse_misquoting_review() returns trigger language plpgsql as $$
begin
    if not exists (select from review r where r.id = new.review_id
                   and r.text = new.shown_text and r.rating = new.shown_rating)
    then
        raise exception 'an authorization quotes its review word for word' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger review_authorization_quotes_its_review before insert on review_authorization
    for each row execute function refuse_misquoting_review();
