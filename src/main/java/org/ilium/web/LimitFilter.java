package org.ilium.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Holds strangers to what {@link Limited} says, by the address they come from. */
@Singleton
class LimitFilter {

    private static final Logger LOG = Logger.getLogger(LimitFilter.class);

    /** The bucket to give back to, should the try not be refused. */
    private static final String TAKEN = "org.ilium.web.limit";

    private static final int REFUSED = 400;

    private final AddressLimits limits;
    private final LimitSettings settings;
    private final SecurityIdentity caller;
    private final ProblemResponses responses;
    private final boolean forwarded;
    private final AtomicBoolean warned = new AtomicBoolean();

    LimitFilter(
            AddressLimits limits,
            LimitSettings settings,
            SecurityIdentity caller,
            ProblemResponses responses,
            @ConfigProperty(
                            name = "quarkus.http.proxy.proxy-address-forwarding",
                            defaultValue = "false")
                    boolean forwarded) {
        this.limits = limits;
        this.settings = settings;
        this.caller = caller;
        this.responses = responses;
        this.forwarded = forwarded;
    }

    /** Before the form is checked: a refused request is to cost as little as it can. */
    @ServerRequestFilter(priority = 200)
    @Nullable Response take(
            ContainerRequestContext context, ResourceInfo resource, RoutingContext routing) {
        Limited limited = limited(resource);
        if (limited == null || !settings.enabled() || !caller.isAnonymous()) {
            return null;
        }
        HttpServerRequest request = routing.request();
        Bucket left = limits.of(limited.value(), CallersAddress.of(request.remoteAddress()));
        ConsumptionProbe probe = left.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            warnOfAProxy(request);
            return responses.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        if (limited.value() == Allowance.GUESSING) {
            context.setProperty(TAKEN, left);
        }
        return null;
    }

    /** Taken before the try, so that guesses sent together count too; given back to a good one. */
    @ServerResponseFilter
    void giveBack(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < REFUSED && request.getProperty(TAKEN) instanceof Bucket left) {
            left.addTokens(1);
        }
    }

    private static @Nullable Limited limited(ResourceInfo resource) {
        if (resource.getResourceMethod() == null) {
            return null;
        }
        Limited own = resource.getResourceMethod().getAnnotation(Limited.class);
        return own == null ? resource.getResourceClass().getAnnotation(Limited.class) : own;
    }

    /** Behind a proxy nobody told us of, everybody comes from one address: the proxy's. */
    private void warnOfAProxy(HttpServerRequest request) {
        boolean proxied =
                request.getHeader("X-Forwarded-For") != null
                        || request.getHeader("Forwarded") != null;
        if (proxied && !forwarded && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "Requests are refused as too many from one address, and they name another"
                            + " address before it. If a proxy of yours stands there, set"
                            + " QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING=true (README).");
        }
    }
}
