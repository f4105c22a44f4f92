package io.copydesk.lab;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

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
            .layer("standalone")
            .definedBy("io.copydesk.standalone..")
            .layer("lab")
            .definedBy("io.copydesk.lab..")
            .whereLayer("lab")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("standalone")
            .mayOnlyBeAccessedByLayers("lab")
            .whereLayer("enrich-service")
            .mayOnlyBeAccessedByLayers("standalone", "lab")
            .whereLayer("ingest-service")
            .mayOnlyBeAccessedByLayers("standalone", "lab")
            .whereLayer("service-kit")
            .mayOnlyBeAccessedByLayers("ingest-service", "enrich-service", "standalone", "lab")
            .whereLayer("extraction")
            .mayOnlyBeAccessedByLayers("ingest-service", "enrich-service", "standalone", "lab");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = SlicesRuleDefinition.slices()
            .matching("io.copydesk.(*).(*)..")
            .should()
            .beFreeOfCycles();

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
            .resideOutsideOfPackage("io.copydesk.standalone.broker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..");

    @ArchTest
    static final ArchRule onlyItsBackendKnowsTheHttpClient = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("io.copydesk.ingest.fetch.apache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..");
}
