package org.ilium.access.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ilium.access.CurrentRoute;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Notes the route of each request by the paths its method declares: no id, nothing typed. */
@Singleton
class RouteFilter {

    private final CurrentRoute route;
    private final Map<Method, String> paths = new ConcurrentHashMap<>();

    RouteFilter(CurrentRoute route) {
        this.route = route;
    }

    @ServerRequestFilter
    void note(ContainerRequestContext context, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method != null) {
            String path = paths.computeIfAbsent(method, m -> path(resource.getResourceClass(), m));
            route.set(context.getMethod() + " " + path);
        }
    }

    private static String path(Class<?> type, Method method) {
        String whole =
                "/"
                        + value(type.getAnnotation(Path.class))
                        + "/"
                        + value(method.getAnnotation(Path.class));
        String plain = whole.replaceAll("/+", "/").replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        return plain.length() > 1 && plain.endsWith("/")
                ? plain.substring(0, plain.length() - 1)
                : plain;
    }

    private static String value(@Nullable Path path) {
        return path == null ? "" : path.value();
    }
}
