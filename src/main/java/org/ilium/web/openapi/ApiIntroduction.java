package org.ilium.web.openapi;

/** What a reader of the description has to know before its first operation. */
final class ApiIntroduction {

    static final String TEXT =
            """
            Practice management for a women's-health physical-therapy clinic. What its pages do, \
            programs can do here.

            **Signing in.** Booking, shown reviews and the clinic's profile are open to everybody. \
            For the rest, `POST /api/v1/sessions` with an account's email and password gives a \
            token. Send it as `Authorization: Bearer <token>`. Each operation names the roles that \
            may use it.

            **Errors.** A refusal is a problem detail (RFC 9457), `application/problem+json`. Its \
            `code` is a stable word. `errors` names each wrong field as it stands in the JSON, such \
            as `contact.phone`. `more` holds what you can do instead.

            **Versions and stale edits.** What can be edited is answered with an `ETag` or a \
            `version`. Send it back in `If-Match`, or as `version` in the body. If somebody changed \
            the same thing meanwhile, the answer is 409 `stale` with the fields that differ, and \
            nothing of yours was saved.

            **Sending again.** With an `Idempotency-Key` of 1 to 255 characters, a request that is \
            sent twice is done once. The operations that take one name it.

            **Times.** A moment is RFC 3339 with an offset, such as `2030-06-04T10:00:00-05:00`; \
            answers are in UTC unless you asked for a zone. A date is a calendar date of the \
            clinic's time zone, such as `2030-06-04`. A period includes its start, not its end.
            """;

    private ApiIntroduction() {}
}
