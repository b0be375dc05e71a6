-- The week numbers of screening on which sources disagree, once this clinic has set its own; until then there is no row.
-- A stricter number is the clinic's choice. The last week is bounded by what the sources dispute.
create table week_settings (
    id             smallint primary key default 1 constraint week_settings_only_one check (id = 1),
    supine_warn    integer not null,
    supine_block   integer not null,
    previa_warn    integer not null,
    previa_block   integer not null,
    caesarean_late integer not null,
    version        integer not null default 0,
    constraint supine_warns_before_it_blocks check (0 <= supine_warn and supine_warn <= supine_block and supine_block <= 28),
    constraint previa_warns_before_it_blocks check (0 <= previa_warn and previa_warn <= previa_block and previa_block <= 28),
    constraint caesarean_late_in_range check (caesarean_late between 6 and 52)
);
