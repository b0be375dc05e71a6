package org.ilium.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Leaves only the JSON API in the description, without the pages, and gives each operation the
 * refusals that follow from its method ({@link MethodRefusals}). What a rule refuses (409, 410,
 * 422) the method says itself with {@code @APIResponse}; the form of the problem is added here.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String API = "/api/v1/";
    private static final String SESSION = "session";

    /** Of an operation with roles: they say nothing of their form. */
    private static final Set<String> WRITTEN_BY_THE_FRAMEWORK =
            Set.of("Not Authorized", "Not Allowed");

    private final IndexView index;

    public ApiDescription(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setInfo(
                OASFactory.createInfo()
                        .title("Ilium")
                        .version("1")
                        .description(ApiIntroduction.TEXT));
        document.getComponents()
                .addSecurityScheme(
                        SESSION,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("The token from POST /api/v1/sessions"));
        CommonRefusal.describe(document.getComponents());
        Set.copyOf(document.getPaths().getPathItems().keySet()).stream()
                .filter(path -> !path.startsWith(API))
                .forEach(document.getPaths()::removePathItem);
        ApiMethods methods = new ApiMethods(index);
        document.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) ->
                                item.getOperations()
                                        .forEach(
                                                (verb, operation) ->
                                                        complete(
                                                                operation,
                                                                MethodRefusals.of(
                                                                        methods.of(
                                                                                verb.name(), path),
                                                                        path))));
        new ClosedWords(index).write(document.getComponents().getSchemas());
        keepUsedTags(document);
    }

    private static void complete(Operation operation, MethodRefusals refusals) {
        APIResponses responses = operation.getResponses();
        for (CommonRefusal refusal : refusals.all()) {
            APIResponse own = responses.getAPIResponse(refusal.status());
            if (own == null || WRITTEN_BY_THE_FRAMEWORK.contains(own.getDescription())) {
                responses.addAPIResponse(
                        refusal.status(),
                        OASFactory.createAPIResponse()
                                .ref("#/components/responses/" + refusal.key()));
            }
        }
        responses
                .getAPIResponses()
                .forEach(
                        (status, response) -> {
                            if (status.startsWith("4") && response.getRef() == null) {
                                response.setContent(CommonRefusal.problem());
                            }
                        });
        operation.setSecurity(null);
        if (!refusals.roles().isEmpty()) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SESSION, refusals.roles()));
        }
    }

    /** The pages have tags of their own, named after their classes. */
    private static void keepUsedTags(OpenAPI document) {
        Set<String> used = new LinkedHashSet<>();
        for (PathItem item : document.getPaths().getPathItems().values()) {
            for (Operation operation : item.getOperations().values()) {
                used.addAll(operation.getTags());
            }
        }
        document.setTags(
                document.getTags().stream().filter(tag -> used.contains(tag.getName())).toList());
    }
}
