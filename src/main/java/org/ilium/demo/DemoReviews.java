package org.ilium.demo;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Staff;
import org.ilium.reviews.ModerationDecision;
import org.ilium.reviews.NameStyle;
import org.ilium.reviews.Permission;
import org.ilium.reviews.QueueItem;
import org.ilium.reviews.ReviewInvitations;
import org.ilium.reviews.ReviewPermissions;
import org.ilium.reviews.ReviewQueue;
import org.ilium.reviews.ReviewWriting;
import org.ilium.reviews.WithholdReason;

/** Reviews of made-up visits: shown, waiting, withheld and kept private, good and less good. */
@Singleton
class DemoReviews {

    private final EntityManager database;
    private final ReviewInvitations invitations;
    private final ReviewWriting writing;
    private final ReviewPermissions permissions;
    private final ReviewQueue queue;
    private final PatientLinks links;
    private final ActingStaff acting;

    DemoReviews(
            EntityManager database,
            ReviewInvitations invitations,
            ReviewWriting writing,
            ReviewPermissions permissions,
            ReviewQueue queue,
            PatientLinks links,
            ActingStaff acting) {
        this.database = database;
        this.invitations = invitations;
        this.writing = writing;
        this.permissions = permissions;
        this.queue = queue;
        this.links = links;
        this.acting = acting;
    }

    /** What becomes of a demo review. */
    private enum Fate {
        SHOWN,
        WAITING,
        WITHHELD,
        PRIVATE
    }

    private record Script(int rating, Fate fate, NameStyle style, String text) {}

    private static final List<Script> SCRIPTS =
            List.of(
                    new Script(
                            5,
                            Fate.SHOWN,
                            NameStyle.FIRST_NAME,
                            "Demo review. The call came on time, and she asked good questions. I"
                                    + " got five moves and a picture in my head of how to sit. After"
                                    + " two weeks I could work a full day at my desk again. What I"
                                    + " liked most was that nothing was rushed. She told me why each"
                                    + " move was there and what to do on a bad day. I did the short"
                                    + " list on those days and did not feel bad about it."),
                    new Script(
                            4,
                            Fate.SHOWN,
                            NameStyle.INITIALS,
                            "Demo review. Kind and clear. The plan in my mail was easy to follow. I"
                                    + " had to wait ten minutes for my visit."),
                    new Script(4, Fate.PRIVATE, NameStyle.ANONYMOUS, "Demo review, kept private."),
                    new Script(
                            2,
                            Fate.SHOWN,
                            NameStyle.ANONYMOUS,
                            "Demo review. The exercises did not help me much, and it was hard to"
                                    + " find time for them. The staff were nice."),
                    new Script(
                            5,
                            Fate.SHOWN,
                            NameStyle.FIRST_NAME,
                            "Demo review. I sleep through the night now. The pillow trick alone was"
                                    + " worth the visit."),
                    new Script(
                            1,
                            Fate.WITHHELD,
                            NameStyle.ANONYMOUS,
                            "Demo review. It names another patient and her phone number, so it is"
                                    + " withheld as private data."),
                    new Script(
                            3,
                            Fate.SHOWN,
                            NameStyle.INITIALS,
                            "Demo review. Good advice, but I wish there were times after six."),
                    new Script(
                            5,
                            Fate.WAITING,
                            NameStyle.FIRST_NAME,
                            "Demo review. She listened, and she knew what to change right away."),
                    new Script(3, Fate.PRIVATE, NameStyle.ANONYMOUS, "Demo review, kept private."));

    void make(Staff desk, Instant now) {
        List<Object[]> asked = askedUntil(now, now.minus(Duration.ofHours(30)));
        // the latest are left to answer in their own time
        for (int i = 0; i < Math.min(SCRIPTS.size(), asked.size()); i++) {
            UUID invitation = (UUID) asked.get(i)[0];
            Instant written = ((Instant) asked.get(i)[1]).plus(Duration.ofHours(20));
            Script script = SCRIPTS.get(i);
            acting.does(desk, written, () -> write(invitation, script));
            decide(desk, script.fate(), written.plus(Duration.ofHours(6)));
        }
    }

    /**
     * Nobody is asked by mail while the demo is made: they count as asked when they were due, but
     * for the last, whose ask then leaves in its own time.
     */
    @SuppressWarnings("unchecked")
    private List<Object[]> askedUntil(Instant now, Instant then) {
        database.createNativeQuery(
                        "update review_invitation set asked_at = due_at"
                                + " where excluded_reason is null and due_at <= :now and id <> (select"
                                + " id from review_invitation where excluded_reason is null and"
                                + " due_at <= :now order by due_at desc, id desc limit 1)")
                .setParameter("now", now)
                .executeUpdate();
        return database.createNativeQuery(
                        "select id, due_at from review_invitation where asked_at <= :then"
                                + " order by due_at, id",
                        Object[].class)
                .setParameter("then", then)
                .getResultList();
    }

    private UUID write(UUID invitation, Script script) {
        String token = invitations.mintLink(invitation);
        LinkOutcome.Opened link = (LinkOutcome.Opened) links.open(LinkKind.REVIEW, token);
        UUID review = writing.write(link, script.rating(), script.text()).orThrow();
        if (script.fate() != Fate.PRIVATE) {
            String terms = permissions.preview(invitation).orElseThrow().terms().version();
            Permission permission =
                    new Permission(script.style(), script.rating() > 3, "Demo Signature", terms);
            permissions.authorize(link, permission).orThrow();
        }
        return review;
    }

    private void decide(Staff desk, Fate fate, Instant then) {
        if (fate != Fate.SHOWN && fate != Fate.WITHHELD) {
            return;
        }
        QueueItem newest =
                acting.does(desk, then, () -> queue.waiting(100, null)).items().stream()
                        .reduce((first, second) -> second)
                        .orElseThrow();
        boolean shows = fate == Fate.SHOWN;
        acting.does(
                desk,
                then,
                () ->
                        queue.decide(
                                        newest.review().id(),
                                        newest.authorizationId(),
                                        shows
                                                ? ModerationDecision.SHOW
                                                : ModerationDecision.WITHHOLD,
                                        shows ? null : WithholdReason.PRIVATE_DATA)
                                .orThrow());
    }
}
