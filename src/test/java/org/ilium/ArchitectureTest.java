package org.ilium;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies.allow;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesBetweenModules;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.modules.ArchModules;
import com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The modules, what each may use, and the few rules that hold everywhere. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.ilium");

    /** Each module and those directly below it; it may also use whatever those may use. */
    private static final Map<String, Set<String>> DIRECTLY_BELOW = new LinkedHashMap<>();

    static {
        DIRECTLY_BELOW.put("shared", Set.of());
        DIRECTLY_BELOW.put("backup", Set.of("shared"));
        DIRECTLY_BELOW.put("web", Set.of("shared"));
        DIRECTLY_BELOW.put("access", Set.of("web"));
        DIRECTLY_BELOW.put("clinic", Set.of("access"));
        DIRECTLY_BELOW.put("patients", Set.of("clinic"));
        DIRECTLY_BELOW.put("messages", Set.of("patients"));
        DIRECTLY_BELOW.put("booking", Set.of("messages"));
        DIRECTLY_BELOW.put("desk", Set.of("booking"));
        DIRECTLY_BELOW.put("catalog", Set.of("access"));
        DIRECTLY_BELOW.put("programs", Set.of("booking", "catalog"));
        DIRECTLY_BELOW.put("reviews", Set.of("booking"));
        DIRECTLY_BELOW.put("site", Set.of("reviews", "catalog"));
        DIRECTLY_BELOW.put("chart", Set.of("programs", "reviews"));
        DIRECTLY_BELOW.put("demo", Set.of("site", "desk", "chart"));
    }

    /**
     * Where HTTP is spoken: a module's {@code web}, and the rooms of booking that take its place.
     */
    private static final String[] EDGES = {
        "org.ilium..web..",
        "org.ilium.booking.api..",
        "org.ilium.booking.link..",
        "org.ilium.booking.visitor.."
    };

    private static Set<String> mayUse(String module) {
        Set<String> all = new LinkedHashSet<>();
        for (String below : DIRECTLY_BELOW.get(module)) {
            all.add(below);
            all.addAll(mayUse(below));
        }
        return all;
    }

    @Test
    void theModulesAreExactlyTheseFifteen() {
        Set<String> found = new LinkedHashSet<>();
        ArchModules.defineByPackages("org.ilium.(*)..")
                .deriveNameFromPattern("$1")
                .modularize(CLASSES)
                .forEach(module -> found.add(module.getName()));

        assertThat(found).containsExactlyInAnyOrderElementsOf(DIRECTLY_BELOW.keySet());
    }

    @Test
    void dependenciesRunDownwardOnly() {
        AllowedModuleDependencies allowed = allow().fromModule("shared").toModules();
        for (String module : DIRECTLY_BELOW.keySet()) {
            allowed = allowed.fromModule(module).toModules(mayUse(module).toArray(String[]::new));
        }

        modules()
                .definedByPackages("org.ilium.(*)..")
                .derivingNameFromPattern("$1")
                .should()
                .respectTheirAllowedDependencies(
                        allowed, consideringOnlyDependenciesBetweenModules())
                .check(CLASSES);
    }

    @Test
    void aModulesWebEdgeIsItsOwn() {
        for (String module : DIRECTLY_BELOW.keySet()) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.ilium." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.ilium." + module + ".web..")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ilium.booking..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.ilium.booking.api..",
                        "org.ilium.booking.link..",
                        "org.ilium.booking.visitor..")
                .check(CLASSES);
    }

    @Test
    void availabilityUsesNothingOfTheRestOfBooking() {
        DescribedPredicate<JavaClass> restOfBooking =
                JavaClass.Predicates.resideInAPackage("org.ilium.booking..")
                        .and(
                                JavaClass.Predicates.resideOutsideOfPackage(
                                        "org.ilium.booking.availability.."));

        noClasses()
                .that()
                .resideInAPackage("org.ilium.booking.availability..")
                .should()
                .dependOnClassesThat(restOfBooking)
                .check(CLASSES);
    }

    @Test
    void theRoomsOfBookingHaveNoCircle() {
        SliceAssignment rooms =
                new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass item) {
                        String room = item.getPackageName();
                        return (room + ".").startsWith("org.ilium.booking.")
                                ? SliceIdentifier.of(room)
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "rooms of booking";
                    }
                };

        slices().assignedFrom(rooms).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void httpIsSpokenAtTheEdgesOnly() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .resideInAnyPackage(EDGES)
                .check(CLASSES);
    }

    @Test
    void thePureCoresKnowNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("org.ilium.booking.availability..")
                .or()
                .haveNameMatching(
                        "org\\.ilium\\.catalog\\.(Screening|RuleMatcher|Gates|PatientFacts).*")
                .or()
                .resideInAPackage("org.ilium.shared.pregnancy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "io.vertx..")
                .check(CLASSES);
    }

    @Test
    void entitiesStayOutOfTheEdges() {
        noClasses()
                .that()
                .resideInAnyPackage(EDGES)
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
    }

    @Test
    void timeIsJavaTime() {
        OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED.check(CLASSES);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        DescribedPredicate<JavaMethodCall> zeroArgumentNow =
                DescribedPredicate.describe(
                        "now() without a clock",
                        call ->
                                call.getTargetOwner().getPackageName().equals("java.time")
                                        && call.getName().equals("now")
                                        && call.getTarget().getRawParameterTypes().isEmpty());
        ArchRule rule = noClasses().should().callMethodWhere(zeroArgumentNow);
        ArchRule clocks =
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("org.ilium.shared.SystemClock")
                        .should()
                        .callMethodWhere(
                                target(
                                                owner(
                                                        DescribedPredicate.describe(
                                                                "Clock",
                                                                c ->
                                                                        c.isEquivalentTo(
                                                                                Clock.class))))
                                        .and(target(nameMatching("system.*"))));

        rule.check(CLASSES);
        clocks.check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        ArchCondition<JavaClass> beNullMarked =
                new ArchCondition<>("be in a @NullMarked package") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(
                                new SimpleConditionEvent(
                                        item,
                                        marked,
                                        item.getPackageName() + " is not @NullMarked"));
                    }
                };

        classes().that().resideInAPackage("org.ilium..").should(beNullMarked).check(CLASSES);
    }
}
