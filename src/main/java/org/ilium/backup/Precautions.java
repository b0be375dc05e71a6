package org.ilium.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Nobody knows what happened between a backup and its restore: what the program would do once more,
 * and what was taken back since, waits for somebody of the clinic.
 */
final class Precautions {

    private static final String WHY =
            "Waited when the database was restored; it may have been sent before.";

    private final Connection connection;
    private final Catalog catalog;
    private final List<String> taken = new ArrayList<>();

    private Precautions(Connection connection) {
        this.connection = connection;
        this.catalog = new Catalog(connection);
    }

    /**
     * Takes them, in the transaction of the restore; a sentence for each that changed something.
     */
    static List<String> take(Connection connection) throws SQLException {
        Precautions precautions = new Precautions(connection);
        precautions.takeAll();
        return precautions.taken;
    }

    private void takeAll() throws SQLException {
        take(
                "outbox_message",
                "update outbox_message set status = 'failed', last_error = '"
                        + WHY
                        + "', claim_id = null"
                        + (catalog.has("outbox_message", "claimed_until")
                                ? ", claimed_until = null"
                                : "")
                        + " where status in ('queued', 'deferred')",
                "%d waiting messages are not sent, since they may have been; look under Messages"
                        + " whom to tell.");
        take(
                "review",
                "update review set status = 'written', shown_under = null where status = 'shown'",
                "%d reviews are not shown until somebody decides anew, since their authors may"
                        + " have taken them back.");
        take(
                "setup_link",
                "update setup_link set expires_at = now() where used_at is null and expires_at >"
                        + " now()",
                "%d invitations for staff are over, since they may have been used; invite again.");
        take(
                "staff_session",
                "delete from staff_session",
                "%d sessions of staff are over; everybody signs in again.");
    }

    /** An older backup may not have the table yet, or have other columns. */
    private void take(String table, String change, String sentence) throws SQLException {
        if (!catalog.has(table)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            int changed = statement.executeUpdate(change);
            if (changed > 0) {
                taken.add(sentence.formatted(changed));
            }
        }
    }
}
