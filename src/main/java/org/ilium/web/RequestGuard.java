package org.ilium.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every request before anything else does, and refuses what the parsers behind it would
 * break at: an address, a Content-Type or a form that cannot be read, a body that is too long, too
 * slow or packed. The body is read here, once and whole, so that what follows has all of it or is
 * never asked.
 */
@Singleton
class RequestGuard {

    /** Before the server's own checks, which answer without a word. */
    private static final int FIRST = 1000;

    /** As many as the framework's own parser takes before it breaks. */
    private static final int MOST_FIELDS = 1000;

    /** How long a refused sender may go on before the line is cut, so that it hears the answer. */
    private static final long LINGER_MS = 5_000;

    private static final String TYPE = "Content-Type";
    private static final String LENGTH = "Content-Length";
    private static final String LANGUAGES = "Accept-Language";
    private static final String EXPECT = "Expect";
    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final long mostBytes;
    private final long mostOfAField;
    private final long patienceMs;
    private final EarlyAnswers answers;

    RequestGuard(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes,
            @ConfigProperty(name = "quarkus.http.limits.max-form-attribute-size")
                    MemorySize mostOfAField,
            @ConfigProperty(name = "quarkus.http.read-timeout", defaultValue = "60s")
                    Duration patience,
            EarlyAnswers answers) {
        this.mostBytes = mostBytes.asLongValue();
        this.mostOfAField = mostOfAField.asLongValue();
        this.patienceMs = patience.toMillis();
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        boolean hasBody = hasBody(request);
        Problem wrong = wrongHead(request, hasBody);
        if (wrong != null) {
            refuse(routing, wrong);
        } else if (hasBody) {
            new Reading(routing).begin();
        } else {
            routing.next();
        }
    }

    private @Nullable Problem wrongHead(HttpServerRequest request, boolean hasBody) {
        if (!isUri(request.uri()) || !isReadable(request.path()) || !isReadable(request.query())) {
            return Malformed.ADDRESS;
        }
        if (declaredLength(request) > mostBytes) {
            return Malformed.TOO_LARGE;
        }
        MultiMap headers = request.headers();
        forgetUnreadableLanguages(headers);
        if (READING.contains(request.method())) {
            // it means nothing here, and is not worth a refusal
            headers.remove(TYPE);
            return null;
        }
        return wrongType(request, headers, hasBody);
    }

    /** She is answered in the clinic's own, as if she had asked for none. */
    private static void forgetUnreadableLanguages(MultiMap headers) {
        try {
            for (String languages : headers.getAll(LANGUAGES)) {
                Locale.LanguageRange.parse(languages);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            headers.remove(LANGUAGES);
        }
    }

    private static @Nullable Problem wrongType(
            HttpServerRequest request, MultiMap headers, boolean hasBody) {
        boolean api = ProblemResponses.isApi(request);
        String packed = headers.get("Content-Encoding");
        if (hasBody && packed != null && !packed.equalsIgnoreCase("identity")) {
            return Malformed.type(api);
        }
        List<String> types = headers.getAll(TYPE);
        if (types.isEmpty()) {
            return null;
        }
        ContentKind kind = types.size() == 1 ? ContentKind.of(types.get(0)) : null;
        // no page has a form of parts, and the API takes no form
        if (kind == null || kind.isMultipart() || (api && kind.isForm())) {
            return Malformed.type(api);
        }
        headers.set(TYPE, kind.plainly());
        return null;
    }

    /** What comes after us relies on it; see {@link OwnAddressCheck}. */
    private static boolean isUri(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isReadable(@Nullable String coded) {
        return coded == null
                || coded.chars().noneMatch(c -> c > '\u00ff')
                        && PercentCoding.isWhole(escaped(coded), StandardCharsets.UTF_8);
    }

    /** Bytes outside ASCII are no part of an address, but browsers of old send them. */
    private static byte[] escaped(String coded) {
        byte[] bytes = coded.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] < 0 ? (byte) '?' : bytes[i];
        }
        return bytes;
    }

    private static boolean hasBody(HttpServerRequest request) {
        return declaredLength(request) > 0 || request.headers().contains("Transfer-Encoding");
    }

    /** What is no number never comes as far as this. */
    private static long declaredLength(HttpServerRequest request) {
        String said = request.getHeader(LENGTH);
        try {
            return said == null ? 0 : Long.parseLong(said.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** What is left of the body is passed over for a while: a line that is cut loses the answer. */
    private void refuse(RoutingContext routing, Problem problem) {
        HttpServerRequest request = routing.request();
        if (!request.isEnded()) {
            routing.response().putHeader("Connection", "close");
            routing.vertx().setTimer(LINGER_MS, late -> request.connection().close());
            request.exceptionHandler(gone -> {});
            request.handler(more -> {});
            request.endHandler(ended -> request.connection().close());
            request.resume();
        }
        answers.answer(routing, problem);
    }

    /** One body, as it comes in. */
    private final class Reading {

        private final RoutingContext routing;
        private final HttpServerRequest request;
        private final Buffer body = Buffer.buffer();
        private final Context context;
        private long timer;
        private boolean over;

        Reading(RoutingContext routing) {
            this.routing = routing;
            this.request = routing.request();
            this.context = Vertx.currentContext();
        }

        void begin() {
            if ("100-continue".equalsIgnoreCase(request.getHeader(EXPECT))) {
                routing.response().writeContinue();
            }
            request.headers().remove(EXPECT);
            timer = routing.vertx().setTimer(patienceMs, late -> refused(Malformed.TOO_SLOW));
            request.exceptionHandler(this::broken);
            request.handler(this::more);
            request.endHandler(this::whole);
            request.resume();
        }

        private void more(Buffer part) {
            if (body.length() + (long) part.length() > mostBytes) {
                refused(Malformed.TOO_LARGE);
            } else if (!over) {
                body.appendBuffer(part);
            }
        }

        private void broken(Throwable reason) {
            boolean gone = reason instanceof HttpClosedException;
            if (done() && !gone) {
                answers.answer(routing, Malformed.FORM);
            }
        }

        private void whole(Void end) {
            if (!done()) {
                return;
            }
            Problem wrong = wrongBody();
            if (wrong != null) {
                answers.answer(routing, wrong);
                return;
            }
            if (!READING.contains(request.method())) {
                ((RoutingContextInternal) routing).setBody(body);
            }
            // of requests sent without waiting for answers, the end comes on another context
            if (Vertx.currentContext() == context) {
                routing.next();
            } else {
                context.runOnContext(now -> routing.next());
            }
        }

        private @Nullable Problem wrongBody() {
            String type = request.getHeader(TYPE);
            ContentKind kind = type == null ? null : ContentKind.of(type);
            return kind == null || !kind.isForm()
                    ? null
                    : FormSyntax.wrong(body.getBytes(), kind.charset(), MOST_FIELDS, mostOfAField);
        }

        private void refused(Problem problem) {
            if (done()) {
                refuse(routing, problem);
            }
        }

        /** False when it was answered, or given up, before. */
        private boolean done() {
            boolean first = !over;
            over = true;
            routing.vertx().cancelTimer(timer);
            return first;
        }
    }
}
