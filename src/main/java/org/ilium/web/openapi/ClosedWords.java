package org.ilium.web.openapi;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * Puts the words of JSON in the place of the constants of Java. A field says which enum it takes
 * its words from with {@code @Schema(implementation = Stage.class)}; they are its codes, or else
 * the names of its constants in kebab-case.
 */
final class ClosedWords {

    /** By the names of its constants. */
    private final Map<List<Object>, String> coded = new HashMap<>();

    ClosedWords(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isEnum() && type.method("code") != null) {
                coded.put(
                        type.unsortedFields().stream()
                                .filter(FieldInfo::isEnumConstant)
                                .<Object>map(FieldInfo::name)
                                .toList(),
                        type.name().toString());
            }
        }
    }

    void write(Map<String, Schema> schemas) {
        for (Schema schema : schemas.values()) {
            write(schema);
            if (schema.getProperties() != null) {
                schema.getProperties().values().forEach(this::write);
            }
        }
    }

    private void write(Schema schema) {
        if (schema.getRef() != null) {
            // the framework takes every enum that a text stands for to be an object
            schema.setType(null);
        } else if (schema.getEnumeration() != null) {
            schema.setEnumeration(words(schema.getEnumeration()));
            schema.setType(List.of(Schema.SchemaType.STRING));
        } else if (schema.getItems() != null) {
            write(schema.getItems());
        }
    }

    private List<Object> words(List<Object> constants) {
        String type = coded.get(constants);
        return type == null
                ? constants.stream()
                        .<Object>map(
                                name -> name.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList()
                : codes(type);
    }

    private static List<Object> codes(String enumName) {
        try {
            Class<?> type =
                    Class.forName(enumName, true, Thread.currentThread().getContextClassLoader());
            Method code = type.getDeclaredMethod("code");
            code.setAccessible(true);
            List<Object> codes = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                codes.add(code.invoke(constant));
            }
            return codes;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read the words of " + enumName, e);
        }
    }
}
