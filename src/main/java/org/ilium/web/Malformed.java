package org.ilium.web;

/** What is said to a request that cannot be read, before anything looks at what it asks for. */
final class Malformed {

    static final Problem ADDRESS =
            Problem.of(
                    400,
                    "unreadable",
                    "We cannot read this address",
                    "A part of the link is missing or broken. Check it, or begin at the start page.");

    static final Problem FORM =
            Problem.of(
                    400,
                    "unreadable",
                    "We cannot read what was sent",
                    "It is damaged. Nothing was saved. Go back and send it again.");

    static final Problem TOO_LARGE =
            Problem.of(
                    413,
                    "too-large",
                    "Too much at once",
                    "What you sent is too long for us. Nothing was saved. Go back, make it shorter,"
                            + " and send it again.");

    static final Problem TOO_SLOW =
            Problem.of(
                    408,
                    "too-slow",
                    "That took too long",
                    "What you sent did not arrive in time. Nothing was saved. Go back and send it"
                            + " again.");

    private Malformed() {}

    /** The body is of a kind, or packed in a way, that nothing here takes. */
    static Problem type(boolean api) {
        return Problem.of(
                415,
                "wrong-type",
                "Wrong kind of content",
                api
                        ? "Send application/json in UTF-8, and not packed."
                        : "Nothing was saved. Open the page again and fill in its form there.");
    }
}
