package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.ilium.booking.VisitFollowUps;
import org.ilium.shared.sql.Sql;

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
        sql.change(
                "delete from review_invitation where appointment_id = ? and asked_at is null",
                appointmentId);
        return mayWithdraw(appointmentId);
    }
}
