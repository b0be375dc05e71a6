package org.ilium.booking.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Tells programs which questions a booking without sign-in must answer, and their words. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RedFlagDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Schema answers =
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .description(
                                "Needed without sign-in: her answer to every one of these"
                                        + " questions. Any true refuses the booking as red-flag.");
        for (RedFlag flag : RedFlag.values()) {
            answers.addRequired(flag.code());
            answers.addProperty(
                    flag.code(),
                    OASFactory.createSchema()
                            .addType(Schema.SchemaType.BOOLEAN)
                            .description(flag.question()));
        }
        Objects.requireNonNull(document.getComponents().getSchemas().get("Booking"))
                .addProperty("redFlags", answers);
    }
}
