package io.copydesk.lab;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.copydesk.schemas.NormalForms;
import java.lang.reflect.Field;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** A module uses only those above it in the README's tree; the lab sees all of them and none sees the lab. */
@AnalyzeClasses(packages = "io.copydesk", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule modulesUseOnlyThoseBelow = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("schemas")
            .definedBy("io.copydesk.schemas..")
            .layer("extraction")
            .definedBy("io.copydesk.extraction..")
            .layer("service-kit")
            .definedBy("io.copydesk.kit..")
            .layer("ingest-service")
            .definedBy("io.copydesk.ingest..")
            .layer("enrich-service")
            .definedBy("io.copydesk.enrich..")
            .layer("alerts")
            .definedBy("io.copydesk.alerts..")
            .layer("embedded-broker")
            .definedBy("io.copydesk.broker..")
            .layer("verify")
            .definedBy("io.copydesk.verify..")
            .layer("console")
            .definedBy("io.copydesk.console..")
            .layer("standalone")
            .definedBy("io.copydesk.standalone..")
            .layer("lab")
            .definedBy("io.copydesk.lab..")
            .whereLayer("lab")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("standalone")
            .mayOnlyBeAccessedByLayers("lab")
            .whereLayer("console")
            .mayOnlyBeAccessedByLayers("standalone", "lab")
            .whereLayer("verify")
            .mayOnlyBeAccessedByLayers("standalone", "lab")
            .whereLayer("embedded-broker")
            .mayOnlyBeAccessedByLayers("standalone", "lab")
            .whereLayer("alerts")
            .mayOnlyBeAccessedByLayers("console", "standalone", "lab")
            .whereLayer("enrich-service")
            .mayOnlyBeAccessedByLayers("standalone", "lab")
            .whereLayer("ingest-service")
            .mayOnlyBeAccessedByLayers("alerts", "console", "standalone", "lab")
            .whereLayer("service-kit")
            .mayOnlyBeAccessedByLayers(
                    "ingest-service", "enrich-service", "alerts", "verify", "console", "standalone", "lab")
            .whereLayer("extraction")
            .mayOnlyBeAccessedByLayers("ingest-service", "enrich-service", "standalone", "lab");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = SlicesRuleDefinition.slices()
            .matching("io.copydesk.(*).(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule normalFormsAreMadeInOnePlaceAsThatTakesBounds = ArchRuleDefinition.noClasses()
            .that()
            .doNotBelongToAnyOf(NormalForms.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Normalizer.class);

    @ArchTest
    static final ArchRule whatPagesAndFeedsSayIsMadeSmallInOnePlaceAsThatTakesBounds = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage("io.copydesk.extraction..", "io.copydesk.ingest..")
            .should()
            .callMethod(String.class, "toLowerCase", Locale.class)
            .orShould()
            .callMethod(String.class, "toLowerCase");

    @ArchTest
    static final ArchRule extractionKnowsNeitherKafkaNorTheNetwork = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("io.copydesk.extraction..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "java.net.http..", "java.nio.channels..");

    @ArchTest
    static final ArchRule onlyTheEmbeddedBrokerKnowsKafkasInsides = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("io.copydesk.broker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..");

    @ArchTest
    static final ArchRule parsersKnowNeitherKafkaNorTheKit = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage(
                    "io.copydesk.ingest.link..",
                    "io.copydesk.ingest.xml..",
                    "io.copydesk.ingest.feed..",
                    "io.copydesk.ingest.sitemap..",
                    "io.copydesk.ingest.discovery..",
                    "io.copydesk.ingest.opml..",
                    "io.copydesk.ingest.robots..",
                    "io.copydesk.ingest.page..",
                    "io.copydesk.ingest.archive..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.copydesk.kit..");

    @ArchTest
    static final ArchRule fetchKnowsNoFrontier = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("io.copydesk.ingest.fetch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.copydesk.ingest.frontier..");

    @ArchTest
    static final ArchRule nothingUsesInternalsOfOtherProjects = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("io.copydesk.broker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..internals..",
                    "org.apache.kafka..internal..",
                    "org.jsoup.internal..",
                    "org.apache.hc..internal..",
                    "io.micrometer..internal..",
                    "com.fasterxml.jackson..internal..",
                    "sun..",
                    "jdk.internal..");

    /** A static map that grows with input is a leak that any page can cause. */
    @ArchTest
    static final ArchRule noStaticMapIsMutable = ArchRuleDefinition.noFields()
            .that()
            .areStatic()
            .should(new ArchCondition<>("hold a mutable map") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    if (field.getRawType().isAssignableTo(Map.class)) {
                        Object value = value(field);
                        events.add(new SimpleConditionEvent(
                                field, value != null && isMutable((Map<?, ?>) value), field.getFullName()));
                    }
                }
            });

    private static Object value(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            return reflected.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static boolean isMutable(Map<?, ?> map) {
        try {
            ((Map<Object, Object>) map).entrySet().removeIf(entry -> false);
            ((Map<Object, Object>) map).remove(new Object());
            return true;
        } catch (UnsupportedOperationException | ClassCastException | NullPointerException e) {
            return e instanceof ClassCastException;
        }
    }

    @ArchTest
    static final ArchRule onlyItsBackendKnowsTheHttpClient = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("io.copydesk.ingest.fetch.apache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..");
}
