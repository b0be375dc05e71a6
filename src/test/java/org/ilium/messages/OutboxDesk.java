package org.ilium.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ilium.booking.AppointmentInfo;
import org.ilium.patients.PlanDelivery;
import org.ilium.shared.Ids;

/** What tests do to the outbox by hand. */
@ApplicationScoped
public class OutboxDesk {

    private final EntityManager database;
    private final MessageKinds kinds;
    private final Deliveries deliveries;
    private final OutboxWorker worker;
    private final OutboxClaims claims;
    private final SmtpTransport smtp;

    OutboxDesk(
            EntityManager database,
            MessageKinds kinds,
            Deliveries deliveries,
            OutboxWorker worker,
            OutboxClaims claims,
            SmtpTransport smtp) {
        this.database = database;
        this.kinds = kinds;
        this.deliveries = deliveries;
        this.worker = worker;
        this.claims = claims;
        this.smtp = smtp;
    }

    /** Mails all that is due to the tests' server. */
    public void sendDue() {
        worker.sendDue(smtp);
    }

    /** A message taken up by a worker that is about to write it. */
    public record TakenUp(Composition.Order order, Object claim) {}

    /** Takes up the next that is due. */
    public TakenUp takeUp() {
        OutboxClaims.Claim claim = claims.next(false, List.of()).orElseThrow();
        return new TakenUp(claim.order(), claim);
    }

    /** The worker could not send it. */
    public void didNotLeave(TakenUp message, String why) {
        claims.notSent((OutboxClaims.Claim) message.claim(), why, false, false);
    }

    /** The worker found that nobody needs it. */
    public void wasNeedless(TakenUp message, String why) {
        claims.skipped((OutboxClaims.Claim) message.claim(), MailStatus.DROPPED, why);
    }

    /** Those not told, were there a mail server. */
    public List<Delivery> notToldThoughMailLeaves() {
        return deliveries.notTold(10, true);
    }

    @Transactional
    public void clear() {
        for (String table : List.of("local_mail", "mail_attempt", "outbox_message")) {
            database.createNativeQuery("delete from " + table).executeUpdate();
        }
    }

    @Transactional
    public void fail(UUID messageId) {
        database.createNativeQuery("update outbox_message set status = 'failed' where id = :id")
                .setParameter("id", messageId)
                .executeUpdate();
    }

    /** As another version of the program might have it. */
    @Transactional
    public void changeKind(UUID messageId, String kind) {
        database.createNativeQuery("update outbox_message set kind = :kind where id = :id")
                .setParameter("kind", kind)
                .setParameter("id", messageId)
                .executeUpdate();
    }

    /** As if the visit it tells of were so far away. */
    @Transactional
    public void visitIn(UUID messageId, Duration away) {
        OutboxMessage message = database.find(OutboxMessage.class, messageId);
        message.visitAt = message.queuedAt.plus(away);
        message.lateAt =
                message.queuedAt.plus(
                        kinds.of(message.kind).patience(message.queuedAt, message.visitAt));
    }

    /** A newer message about the same thing, which waits. */
    @Transactional
    public void again(UUID messageId) {
        OutboxMessage first = database.find(OutboxMessage.class, messageId);
        OutboxMessage second = new OutboxMessage();
        second.id = Ids.next();
        second.kind = first.kind;
        second.subjectId = first.subjectId;
        second.appointmentId = first.appointmentId;
        second.status = MailStatus.QUEUED;
        second.createdAt = first.createdAt;
        second.queuedAt = first.queuedAt;
        second.lateAt = first.lateAt;
        second.visitAt = first.visitAt;
        second.waitUntil(first.queuedAt, Duration.ZERO);
        database.persist(second);
    }

    /** Past every check of the forms, as an import might. */
    @Transactional
    public void rename(UUID appointmentId, String name) {
        database.createNativeQuery("update appointment set contact_name = :name where id = :id")
                .setParameter("name", name)
                .setParameter("id", appointmentId)
                .executeUpdate();
    }

    /** Her choice, as the desk records it after the warning. */
    @Transactional
    public void choose(UUID patientId, PlanDelivery choice) {
        database.createNativeQuery(
                        "update patient set plan_delivery = :choice, full_plan_warned_at ="
                                + " case when :choice = 'full-plan' then now() end, version = version + 1"
                                + " where id = :id")
                .setParameter("choice", choice.code())
                .setParameter("id", patientId)
                .executeUpdate();
    }

    /** An invitation for a visit, as if it had been completed. */
    @Transactional
    public UUID invitation(AppointmentInfo visit) {
        UUID id = Ids.next();
        database.createNativeQuery(
                        "insert into review_invitation (id, appointment_id, patient_id,"
                                + " practitioner_id, practitioner_name, visit_month, due_at) values"
                                + " (:id, :visit, :patient, :practitioner, :name, '2026-03-01', :due)")
                .setParameter("id", id)
                .setParameter("visit", visit.id())
                .setParameter("patient", visit.patientId())
                .setParameter("practitioner", visit.practitionerId())
                .setParameter("name", visit.practitionerName())
                .setParameter("due", visit.time().end())
                .executeUpdate();
        return id;
    }

    /** Every row of the outbox and its tries as text. */
    @Transactional
    public String everythingKept() {
        return (String)
                database.createNativeQuery(
                                "select coalesce(string_agg(t::text, ' '), '') || coalesce((select"
                                        + " string_agg(a::text, ' ') from mail_attempt a), '') from"
                                        + " outbox_message t")
                        .getSingleResult();
    }

    /** Whether a transaction waits for a row that another has changed. */
    @Transactional
    public boolean somebodyWaits() {
        return (boolean)
                database.createNativeQuery("select exists (select from pg_locks where not granted)")
                        .getSingleResult();
    }

    /** What became of each try, oldest first. */
    @Transactional
    public List<String> outcomes(UUID messageId) {
        return database.createQuery(
                        "select outcome from MailAttempt where messageId = :id order by id",
                        String.class)
                .setParameter("id", messageId)
                .getResultList();
    }
}
