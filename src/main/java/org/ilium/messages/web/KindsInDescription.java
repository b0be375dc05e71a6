package org.ilium.messages.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.ilium.messages.MessageKind;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** Lists the kinds of messages in the description of the API, from the enums of the features. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class KindsInDescription implements OASFilter {

    /** What the description calls them. */
    static final String SCHEMA = "MailKind";

    private final IndexView index;

    public KindsInDescription(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        List<Object> codes =
                index.getAllKnownImplementations(MessageKind.class).stream()
                        .filter(ClassInfo::isEnum)
                        .map(type -> type.name().toString())
                        .sorted()
                        .flatMap(name -> Arrays.stream(constants(name)))
                        .<Object>map(MessageKind::code)
                        .toList();
        document.getComponents()
                .addSchema(
                        SCHEMA,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .enumeration(codes));
    }

    private static MessageKind[] constants(String type) {
        try {
            return (MessageKind[])
                    Class.forName(type, true, MessageKind.class.getClassLoader())
                            .getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("cannot read the kinds of messages in " + type, e);
        }
    }
}
