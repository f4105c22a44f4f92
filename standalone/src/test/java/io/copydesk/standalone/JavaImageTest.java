package io.copydesk.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java runtime of the image {@code copydesk/java} has the modules that the product needs. */
class JavaImageTest {

    private static final Path MODULES = Path.of("../docker/java/modules");
    private static final String LABELS = "/io/copydesk/extraction/charset/labels.txt";

    @Test
    void decodesEveryCharsetOfTheWebThatJavaHas() throws IOException {
        Set<String> modules = charsets().stream()
                .filter(Charset::isSupported)
                .map(name -> Charset.forName(name).getClass().getModule().getName())
                .collect(Collectors.toSet());

        assertThat(modules).hasSizeGreaterThan(1).isSubsetOf(inImage());
    }

    @Test
    void hasTheModulesThatOurClassesUse() throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--print-module-deps", "--ignore-missing-deps", "--multi-release", "17"));
        Stream.of(
                        "schemas",
                        "extraction",
                        "service-kit",
                        "ingest-service",
                        "enrich-service",
                        "embedded-broker",
                        "verify")
                .map(module -> Path.of("..", module, "target", "classes").toString())
                .forEach(arguments::add);
        arguments.add(Path.of("target", "classes").toString());
        StringWriter out = new StringWriter();

        int code = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));

        assertThat(code).as(out.toString()).isZero();
        assertThat(List.of(out.toString().strip().split(",")))
                .contains("jdk.httpserver")
                .isSubsetOf(inImage());
    }

    private static List<String> charsets() throws IOException {
        try (BufferedReader labels = new BufferedReader(
                new InputStreamReader(JavaImageTest.class.getResourceAsStream(LABELS), StandardCharsets.UTF_8))) {
            return labels.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ")[0])
                    .toList();
        }
    }

    /** The modules that jlink is asked for, and those that they require. */
    private static Set<String> inImage() throws IOException {
        return Configuration.empty()
                .resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), Files.readAllLines(MODULES))
                .modules()
                .stream()
                .map(module -> module.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
