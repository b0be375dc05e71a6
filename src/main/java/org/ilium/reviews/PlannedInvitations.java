package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.ilium.booking.VisitFollowUps;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/** An invitation falls with the completion it came from, unless she was asked already. */
@ApplicationScoped
class PlannedInvitations implements VisitFollowUps {

    private final Sql sql;

    PlannedInvitations(Sql sql) {
        this.sql = sql;
    }

    @Override
    @Transactional
    public boolean mayWithdraw(UUID appointmentId) {
        return sql.list(
                        "select exists (select from review_invitation"
                                + " where appointment_id = ? and asked_at is not null)",
                        row -> !row.flag(1),
                        appointmentId)
                .get(0);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean withdraw(UUID appointmentId) {
        List<Of> withdrawn =
                sql.list(
                        "delete from review_invitation where appointment_id = ? and asked_at is"
                                + " null returning patient_id, episode_id",
                        row -> new Of(row.orNull(1, UUID.class), row.orNull(2, UUID.class)),
                        appointmentId);
        withdrawn.forEach(this::askAboutTheNext);
        return mayWithdraw(appointmentId);
    }

    private record Of(@Nullable UUID patient, @Nullable UUID episode) {}

    /** Another visit of that episode was not to be asked about because this one was. */
    private void askAboutTheNext(Of withdrawn) {
        sql.change(
                """
                update review_invitation set excluded_reason = null, excluded_at = null
                 where id = (select id from review_invitation
                              where patient_id = ? and episode_id is not distinct from ?::uuid
                                and excluded_reason = 'already-asked'
                              order by due_at, id limit 1)
                   and not exists (select from review_invitation
                                    where patient_id = ?
                                      and episode_id is not distinct from ?::uuid
                                      and excluded_reason is null)
                """,
                withdrawn.patient(),
                withdrawn.episode(),
                withdrawn.patient(),
                withdrawn.episode());
    }
}
