package org.ilium.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.ilium.access.SignIn;
import org.junit.jupiter.api.Test;

/**
 * Whatever strangers may send has its limit; signing out needs none, as it only ends things, and
 * signing in has one of its own.
 */
class LimitedRoutesTest {

    @Test
    void whateverStrangersMaySendIsLimited() {
        ArchCondition<JavaMethod> beLimited =
                new ArchCondition<>("be @Limited") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean limited =
                                method.isAnnotatedWith(Limited.class)
                                        || method.getOwner().isAnnotatedWith(Limited.class);
                        events.add(
                                new SimpleConditionEvent(
                                        method,
                                        limited || isSignOut(method) || triesAPassword(method),
                                        method.getFullName()));
                    }
                };

        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .and()
                .areAnnotatedWith(PermitAll.class)
                .should(beLimited)
                .check(
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.ilium"));
    }

    /** Counted by account and network together, in the database. */
    private static boolean triesAPassword(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(SignIn.class));
    }

    private static boolean isSignOut(JavaMethod method) {
        return method.tryGetAnnotationOfType(Path.class)
                .filter(path -> path.value().equals("sign-out"))
                .isPresent();
    }
}
