package org.ilium.web.openapi;

import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Finds the method that answers an operation. */
final class ApiMethods {

    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Map<String, MethodInfo> methods = new HashMap<>();

    ApiMethods(IndexView index) {
        for (AnnotationInstance path : index.getAnnotations(Path.class)) {
            if (path.target().kind() == org.jboss.jandex.AnnotationTarget.Kind.CLASS) {
                addAll(path.target().asClass(), path.value().asString());
            }
        }
    }

    private void addAll(ClassInfo resource, String root) {
        for (MethodInfo method : resource.methods()) {
            AnnotationInstance own = method.annotation(Path.class);
            String path = "/" + root + (own == null ? "" : "/" + own.value().asString());
            String plain = path.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
            for (String verb : VERBS) {
                if (method.hasAnnotation("jakarta.ws.rs." + verb)) {
                    methods.put(verb + " " + plain, method);
                }
            }
        }
    }

    /** Throws when there is none: each operation comes from a method. */
    MethodInfo of(String verb, String path) {
        MethodInfo method = methods.get(verb + " " + path);
        if (method == null) {
            throw new IllegalStateException("no method answers " + verb + " " + path);
        }
        return method;
    }
}
