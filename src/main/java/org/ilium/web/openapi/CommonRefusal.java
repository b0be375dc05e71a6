package org.ilium.web.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.ilium.web.Problem;

/** A refusal that many operations share, described once. */
enum CommonRefusal {
    INVALID("Invalid", "400", "invalid-input or unreadable: 'errors' names each wrong field"),
    SIGN_IN_FIRST("SignInFirst", "401", "sign-in-first: this needs a signed-in account"),
    NOT_ALLOWED(
            "NotAllowed",
            "403",
            "not-allowed: the account's roles do not include this; or other-site: a browser sent it from another site's page"),
    OTHER_SITE(
            "OtherSite",
            "403",
            "other-site: a browser sent this from a page that is not the clinic's own"),
    NOT_FOUND("NotFound", "404", "not-found: there is no such thing, or it is not yours"),
    TOO_LARGE("TooLarge", "413", "too-large: the body is longer than is read"),
    WRONG_TYPE("WrongType", "415", "wrong-type: send application/json"),
    VERSION_NEEDED("VersionNeeded", "428", "version-needed: say in If-Match which version you saw"),
    TOO_MANY(
            "TooMany",
            "429",
            "too-many-requests: too many tries came from this address; Retry-After says how many"
                    + " seconds to wait. Signed-in staff are not held to it"),
    UNAVAILABLE(
            "Unavailable",
            "503",
            "unavailable: the database is away, and nothing was done; busy: too much is asked at"
                    + " once, and nothing was done; read-only: nothing can be saved for now;"
                    + " outcome-unknown: the connection broke too late to tell whether it was"
                    + " saved, so look before you send it again, or send it again with the same"
                    + " Idempotency-Key. Retry-After says how many seconds to wait");

    private final String key;
    private final String status;
    private final String description;

    CommonRefusal(String key, String status, String description) {
        this.key = key;
        this.status = status;
        this.description = description;
    }

    /** What the description calls it among its shared responses. */
    String key() {
        return key;
    }

    String status() {
        return status;
    }

    static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(
                                        OASFactory.createSchema()
                                                .ref("#/components/schemas/Problem")));
    }

    static void describe(Components components) {
        for (CommonRefusal refusal : values()) {
            APIResponse response =
                    OASFactory.createAPIResponse()
                            .description(refusal.description)
                            .content(problem());
            if (refusal == TOO_MANY || refusal == UNAVAILABLE) {
                response.addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("In seconds")
                                .schema(
                                        OASFactory.createSchema()
                                                .addType(
                                                        org.eclipse.microprofile.openapi.models
                                                                .media.Schema.SchemaType.INTEGER)));
            }
            components.addResponse(refusal.key, response);
        }
    }
}
