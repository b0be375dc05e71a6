package org.ilium.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.ilium.shared.ElapsedTime;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Times each request by its method, the template of its route and its status. The framework's own
 * timer falls back to the path as it was asked for, with the token of a patient's link in it: here
 * what has no route is "other", whatever it is.
 */
@Singleton
class RequestMeters {

    /** Before anything is refused. */
    private static final int FIRST = 1001;

    private static final String ROUTE = "org.ilium.web.route";
    private static final String STARTED = "org.ilium.web.started";

    private static final Set<HttpMethod> METHODS =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE);

    /** Somebody is on the line: what takes longer than a tenth of a second is felt. */
    private static final Duration[] LIMITS = {
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry meters;
    private final ElapsedTime time;
    private final Map<Method, String> templates = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry meters, ElapsedTime time) {
        this.meters = meters;
        this.time = time;
    }

    void register(@Observes Filters filters) {
        filters.register(this::start, FIRST);
    }

    private void start(RoutingContext request) {
        // a request that is routed again within the program is still the same one
        if (request.get(STARTED) == null) {
            request.put(STARTED, time.nanos());
            request.addEndHandler(sent -> note(request));
        }
        request.next();
    }

    /** Before anything that may refuse it. */
    @ServerRequestFilter(priority = 0)
    void name(ResourceInfo resource, RoutingContext request) {
        Method method = resource.getResourceMethod();
        if (method != null) {
            request.put(
                    ROUTE,
                    templates.computeIfAbsent(
                            method, m -> template(resource.getResourceClass(), m)));
        }
    }

    private static String template(Class<?> resource, Method method) {
        String path =
                path(resource.getAnnotation(Path.class)) + path(method.getAnnotation(Path.class));
        return path.isEmpty() ? "/" : path;
    }

    private static String path(@Nullable Path path) {
        String plain = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
        return plain.isEmpty() ? "" : "/" + plain;
    }

    private void note(RoutingContext request) {
        long started = request.get(STARTED);
        String route = request.get(ROUTE);
        HttpMethod method = request.request().method();
        Timer.builder("http.server.requests")
                .description("Requests by the template of their route")
                .tag("method", METHODS.contains(method) ? method.name() : "other")
                .tag("route", route == null ? "other" : route)
                .tag("status", String.valueOf(request.response().getStatusCode()))
                .serviceLevelObjectives(LIMITS)
                .register(meters)
                .record(time.nanos() - started, TimeUnit.NANOSECONDS);
    }
}
