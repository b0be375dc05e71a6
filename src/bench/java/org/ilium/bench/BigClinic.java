package org.ilium.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A clinic with ten practitioners, 100,000 patients and 1,000,000 appointments: four years back and
 * four half-full weeks ahead. Made by SQL, since the domain would take hours.
 */
final class BigClinic {

    static final int PRACTITIONERS = 10;
    static final int PATIENTS = 100_000;
    static final int APPOINTMENTS = 1_000_000;

    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final UUID PHONE = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    static final UUID SOLO = UUID.fromString("00000000-0000-0000-0000-0000000000a2");
    static final UUID STAFF = UUID.fromString("00000000-0000-0000-0002-000000000001");

    private BigClinic() {}

    static UUID practitioner(int number) {
        return UUID.fromString("00000000-0000-0000-0000-0000000001%02d".formatted(number));
    }

    static List<UUID> practitioners() {
        return IntStream.range(0, PRACTITIONERS).mapToObj(BigClinic::practitioner).toList();
    }

    static UUID patient(int number) {
        return UUID.fromString("00000000-0000-0000-0001-%012d".formatted(number));
    }

    /** Into an empty database; the constraints are checked at the end, in one go each. */
    static void fill(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("set local maintenance_work_mem = '512MB'");
            SetAside guards = SetAside.from(sql, "patient", "appointment");
            insert(sql);
            guards.putBack(sql);
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum analyze");
            sql.execute("checkpoint");
        }
    }

    private static void insert(Statement sql) throws SQLException {
            sql.execute(
                    """
                    insert into clinic (id, name, short_name, sender_name, phone, zone)
                    values (1, 'Bench Clinic', 'Bench', 'Bench', '+12025550143', 'America/Chicago');

                    insert into service (id, slug, name, length_min, buffer_after_min, min_notice_min,
                                         horizon_days, step_min, mode, public_bookable)
                    values ('00000000-0000-0000-0000-0000000000a1', 'phone-consult', 'Phone consult',
                            15, 5, 60, 60, 15, 'phone', true),
                           ('00000000-0000-0000-0000-0000000000a2', 'solo-consult', 'One practitioner',
                            15, 5, 60, 60, 15, 'phone', true);

                    insert into practitioner (id, display_name, sort_order)
                    select ('00000000-0000-0000-0000-0000000001' || lpad(n::text, 2, '0'))::uuid,
                           'Bench ' || n, n
                      from generate_series(0, 9) n;
                    insert into practitioner_service
                    select id, '00000000-0000-0000-0000-0000000000a1' from practitioner;
                    insert into practitioner_service
                    select id, '00000000-0000-0000-0000-0000000000a2' from practitioner
                     where display_name = 'Bench 0';
                    insert into weekly_hours (id, practitioner_id, day_of_week, starts, ends)
                    select gen_random_uuid(), id, d, '08:00', '18:00'
                      from practitioner, generate_series(1, 5) d;
                    """);
            sql.execute(
                    """
                    insert into patient (id, given_name, family_name, birth_date, phone, email, created_at)
                    select ('00000000-0000-0000-0001-' || lpad(n::text, 12, '0'))::uuid,
                           (array['Ada','Bea','Cleo','Dina','Edith','Flora','Greta','Hana','Ines','Jana',
                                  'Kira','Lena','Mona','Nora','Olga','Petra','Rosa','Sina','Tara','Uma'])
                           [1 + n %% 20],
                           initcap((array['al','ber','cor','dan','el','far','gol','hart','in','jas'])[1 + n / 20 %% 10]
                             || (array['a','e','i','o','u','an','en','on','er','ar'])[1 + n / 200 %% 10]
                             || (array['son','man','ley','ton','berg','sen','ski','well','ford','wick'])[1 + n / 2000 %% 10]
                             || (array['','s','e','a','o','y','er','ing','en','is'])[1 + n / 20000 %% 10]),
                           date '1975-01-01' + (n * 7919 %% 11000),
                           '+1202' || lpad((n * 104729::bigint %% 10000000)::text, 7, '0'),
                           'bench' || n || '@ilium.invalid', now()
                      from generate_series(1, %d) n
                    """
                            .formatted(PATIENTS));
            // Per practitioner one visit each half hour, newest first: the last four weeks ahead of
            // now hold every second one, so that there is something free.
            sql.execute(
                    """
                    insert into appointment (id, practitioner_id, service_id, patient_id, status, starts,
                           ends, busy_starts, busy_ends, mode, booked_via, created_at, updated_at)
                    select gen_random_uuid(), p.id, '00000000-0000-0000-0000-0000000000a1',
                           ('00000000-0000-0000-0001-' || lpad((1 + (k * 10 + p.n) %% %d)::text, 12, '0'))::uuid,
                           case when s < now() then 'completed' else 'booked' end,
                           s, s + interval '15 minutes', s, s + interval '20 minutes', 'phone', 'staff',
                           now(), now()
                      from (select id, sort_order n from practitioner) p,
                           lateral (select k,
                                    case when k < 672
                                         then date_trunc('day', now()) + interval '28 days' - k * interval '1 hour'
                                         else date_trunc('day', now()) - (k - 672) * interval '30 minutes'
                                    end as s
                               from generate_series(0, %d) k) t
                     order by s, p.n
                    """
                            .formatted(PATIENTS, APPOINTMENTS / PRACTITIONERS - 1));
    }
}
