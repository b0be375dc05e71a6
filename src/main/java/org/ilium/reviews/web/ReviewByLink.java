package org.ilium.reviews.web;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.reviews.MyReview;
import org.ilium.reviews.ReviewOutcome;
import org.ilium.reviews.ReviewOutcome.Refused;
import org.ilium.reviews.ReviewPermissions;
import org.ilium.reviews.ReviewRefusal;
import org.ilium.reviews.ReviewWriting;
import org.ilium.reviews.SharePreview;
import org.ilium.web.FieldErrors;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;

/** What she who holds the link does with her review, by page or JSON. */
@Singleton
class ReviewByLink {

    private final PatientLinks links;
    private final ReviewWriting writing;
    private final ReviewPermissions permissions;

    ReviewByLink(PatientLinks links, ReviewWriting writing, ReviewPermissions permissions) {
        this.links = links;
        this.writing = writing;
        this.permissions = permissions;
    }

    <T> T open(String token, Function<LinkOutcome.Opened, T> then, Function<LinkEnd, T> otherwise) {
        return open(links.open(LinkKind.REVIEW, token), then, otherwise);
    }

    private static <T> T open(
            LinkOutcome link, Function<LinkOutcome.Opened, T> then, Function<LinkEnd, T> end) {
        return link instanceof LinkOutcome.Opened good
                ? then.apply(good)
                : end.apply(LinkEnd.of(link));
    }

    MyReview review(LinkOutcome.Opened link) {
        return writing.ofInvitation(link.subjectId()).orElseThrow(RefusedException::notFound);
    }

    Optional<SharePreview> preview(LinkOutcome.Opened link) {
        return permissions.preview(link.subjectId());
    }

    /** Returns what is wrong with it; nothing was kept then. */
    FieldErrors write(LinkOutcome.Opened link, ReviewEntry entered) {
        FieldErrors errors = entered.errors();
        if (errors.isEmpty()) {
            done(writing.write(link, entered.stars(), entered.text()));
        } else if (review(link).step() != MyReview.Step.TO_WRITE) {
            throw refused(ReviewRefusal.ALREADY_WRITTEN);
        }
        return errors;
    }

    /** Returns what is wrong with it; nothing is shared then. */
    FieldErrors share(LinkOutcome.Opened link, PermissionEntry entered) {
        FieldErrors errors = entered.errors();
        if (errors.isEmpty()) {
            done(permissions.authorize(link, entered.permission()));
        } else if (preview(link).isEmpty()) {
            boolean unwritten = review(link).step() == MyReview.Step.TO_WRITE;
            throw refused(unwritten ? ReviewRefusal.WRITE_FIRST : ReviewRefusal.ALREADY_AUTHORIZED);
        }
        return errors;
    }

    /** Also for a link that has run out: it shows nothing any more, but can still take back. */
    <T> T withdraw(
            String token, Function<LinkOutcome.Opened, T> then, Function<LinkEnd, T> otherwise) {
        LinkOutcome link = links.open(LinkKind.REVIEW, token);
        if (link instanceof LinkOutcome.Expired expired) {
            permissions.withdraw(expired.subjectId(), null);
            return otherwise.apply(LinkEnd.TAKEN_DOWN);
        }
        return open(
                link,
                good -> {
                    done(permissions.withdraw(good.subjectId(), good.linkId()));
                    return then.apply(good);
                },
                otherwise);
    }

    private static void done(ReviewOutcome outcome) {
        if (outcome instanceof Refused no) {
            throw refused(no.refusal());
        }
    }

    private static RefusedException refused(ReviewRefusal why) {
        return new RefusedException(Problem.of(why));
    }
}
