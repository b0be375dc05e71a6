package org.ilium.web.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ilium.web.Limited;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The refusals that a method's roles, limits and parameters bring with them. */
record MethodRefusals(Set<CommonRefusal> all, List<String> roles) {

    static MethodRefusals of(MethodInfo method, String path) {
        Set<CommonRefusal> all = new TreeSet<>(Set.of(CommonRefusal.UNAVAILABLE));
        List<String> roles = roles(method);
        if (!roles.isEmpty()) {
            all.add(CommonRefusal.SIGN_IN_FIRST);
            all.add(CommonRefusal.NOT_ALLOWED);
        } else if (changes(method)) {
            all.add(CommonRefusal.OTHER_SITE);
        }
        if (path.contains("{")) {
            all.add(CommonRefusal.NOT_FOUND);
        }
        if (has(method, Limited.class)) {
            all.add(CommonRefusal.TOO_MANY);
        }
        if (takesBody(method)) {
            all.add(CommonRefusal.TOO_LARGE);
            all.add(CommonRefusal.WRONG_TYPE);
        }
        for (MethodParameterInfo parameter : method.parameters()) {
            if (!parameter.hasAnnotation(RestPath.class)) {
                all.add(CommonRefusal.INVALID);
            }
            AnnotationInstance header = parameter.annotation(RestHeader.class);
            if (header != null && header.value().asString().equals("If-Match")) {
                all.add(CommonRefusal.VERSION_NEEDED);
            }
        }
        return new MethodRefusals(all, roles);
    }

    /** Also one without use for a body refuses a wrong one. */
    private static boolean takesBody(MethodInfo method) {
        return has(method, Consumes.class) && changes(method) && !isDelete(method);
    }

    private static boolean changes(MethodInfo method) {
        return method.hasAnnotation(POST.class)
                || method.hasAnnotation(PUT.class)
                || method.hasAnnotation(PATCH.class)
                || isDelete(method);
    }

    private static boolean isDelete(MethodInfo method) {
        return method.hasAnnotation(DELETE.class);
    }

    private static List<String> roles(MethodInfo method) {
        if (method.hasAnnotation(PermitAll.class)) {
            return List.of();
        }
        DotName name = DotName.createSimple(RolesAllowed.class);
        AnnotationInstance own = method.annotation(name);
        AnnotationInstance allowed =
                own == null ? method.declaringClass().declaredAnnotation(name) : own;
        return allowed == null ? List.of() : List.of(allowed.value().asStringArray());
    }

    private static boolean has(MethodInfo method, Class<?> annotation) {
        DotName name = DotName.createSimple(annotation);
        return method.hasAnnotation(name)
                || method.declaringClass().declaredAnnotation(name) != null;
    }
}
