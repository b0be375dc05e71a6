package org.ilium.access.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.ilium.access.May;
import org.ilium.access.Roles;

/** Names in the description of the API the roles whose holders may use each operation. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = OperationRoles.AFTER_THE_REST)
public class OperationRoles implements OASFilter {

    /** Higher ones come first; one is usual. */
    static final int AFTER_THE_REST = 0;

    @Override
    public Operation filterOperation(Operation operation) {
        List<SecurityRequirement> needed = operation.getSecurity();
        if (needed != null) {
            needed.forEach(
                    requirement ->
                            Set.copyOf(requirement.getSchemes().keySet())
                                    .forEach(
                                            scheme ->
                                                    requirement.addScheme(
                                                            scheme,
                                                            roles(requirement.getScheme(scheme)))));
        }
        return operation;
    }

    private static List<String> roles(List<String> actions) {
        Set<String> who =
                actions.stream()
                        .flatMap(action -> May.who(action).stream())
                        .collect(Collectors.toSet());
        return Roles.ALL.stream().filter(who::contains).toList();
    }
}
