package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Invented pages that were written before any rule was read or changed for them, each after another public report, to measure what the rules are
 * worth on pages they were not made for. A case in a {@code .cases} file begins with {@code == name | kind | report | what}, then one line of what
 * is expected as {@link PageCase} reads it, perhaps lines {@code url …} and {@code charset …}, then the page. <code>{0:en}</code> is the headline
 * and <code>{1:en}</code> to <code>{3:en}</code> are the paragraphs of the English story of {@code stories.tsv}, <code>{p:en}</code> all three as
 * elements. {@code open.txt} names the cases that are not right yet, which must fail, so that the list stays true.
 */
class FurtherCasesTest {

    private static final Pattern PLACE = Pattern.compile("\\{([0-3p]):(\\w+)}");
    private static final List<String> FILES = List.of(
            "access",
            "text",
            "pages",
            "metadata",
            "second",
            "third-text",
            "third-access",
            "third-pages",
            "fourth",
            "fifth-text",
            "fifth-access",
            "fifth-pages",
            "fifth-metadata",
            "sixth",
            "seventh",
            "eighth-access",
            "eighth-text",
            "eighth-metadata",
            "ninth",
            "eighth-kinds",
            "eighth-kinds-more",
            "tenth",
            "eleventh-kinds",
            "eleventh-kept",
            "eleventh-access",
            "eleventh-text",
            "eleventh-metadata",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth");
    private static final Instant FETCHED = Instant.parse("2026-05-20T12:00:00Z");

    private final Extractor extractor = Extractor.create();

    @TestFactory
    Stream<DynamicTest> readsEveryPageThatIsNotOpen() throws IOException {
        Map<String, PageCase> cases = cases();
        assertThat(cases).hasSize(1332);
        Set<String> open = ResourceLines.of(FurtherCasesTest.class, "further/open.txt").stream()
                .map(line -> line.split("\t")[0])
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(cases.keySet()).containsAll(open);
        return cases.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(), () -> check(one.getValue(), open.contains(one.getKey()))));
    }

    private void check(PageCase one, boolean open) {
        if (open) {
            assertThatThrownBy(() -> one.check(extractor)).isInstanceOf(AssertionError.class);
        } else {
            one.check(extractor);
        }
    }

    static Map<String, PageCase> cases() throws IOException {
        Map<String, String[]> stories = new HashMap<>();
        for (String line : ResourceLines.of(FurtherCasesTest.class, "further/stories.tsv")) {
            String[] fields = line.split("\t");
            stories.put(fields[0], fields);
        }
        Map<String, PageCase> cases = new HashMap<>();
        for (String file : FILES) {
            List<String> lines = new ArrayList<>();
            for (String line : ResourceLines.of(FurtherCasesTest.class, "further/" + file + ".cases")) {
                if (line.startsWith("== ")) {
                    add(cases, lines);
                    lines.clear();
                }
                lines.add(filled(line, stories));
            }
            add(cases, lines);
        }
        return cases;
    }

    private static void add(Map<String, PageCase> cases, List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        String name = lines.get(0).substring(3).split(" \\| ")[0];
        String url = "https://www.newsdesk.example/stories/" + name;
        Charset charset = StandardCharsets.UTF_8;
        int page = 2;
        for (; !lines.get(page).startsWith("<"); page++) {
            String value = lines.get(page).replaceFirst("^\\w+ ", "");
            if (lines.get(page).startsWith("url ")) {
                url = value;
            } else {
                charset = Charset.forName(value);
            }
        }
        byte[] bytes = String.join("\n", lines.subList(page, lines.size())).getBytes(charset);
        cases.put(name, new PageCase(url, FETCHED, bytes, Json.tree(lines.get(1))));
    }

    private static String filled(String line, Map<String, String[]> stories) {
        return PLACE.matcher(line).replaceAll(found -> {
            String[] story = stories.get(found.group(2));
            return found.group(1).equals("p")
                    ? "<p>" + String.join("</p><p>", List.of(story).subList(2, 5)) + "</p>"
                    : story[Integer.parseInt(found.group(1)) + 1];
        });
    }
}
