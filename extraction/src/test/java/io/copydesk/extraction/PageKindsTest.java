package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The kinds of pages that news is printed on. Each pair {@code x.html} and {@code x.expected.txt} under {@code kinds/} is a test: the body is the
 * expected one, all of it, in order, once.
 */
class PageKindsTest {

    private final Extractor extractor = Extractor.create();

    @TestFactory
    Stream<DynamicTest> readsEveryKindOfPage() throws IOException, URISyntaxException {
        Path folder = Path.of(PageKindsTest.class.getResource("kinds").toURI());
        List<Path> pages;
        try (Stream<Path> files = Files.list(folder)) {
            pages = files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        }
        assertThat(pages).hasSizeGreaterThan(20);
        return pages.stream()
                .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)));
    }

    private void check(Path page) throws IOException {
        String expected = page.getFileName().toString().replace(".html", ".expected.txt");
        Extraction extraction = extractor.extract(new SourceDocument(
                "https://www.herald.example/1", "text/html", "utf-8", Files.readAllBytes(page), null));
        assertThat(extraction).isInstanceOf(Extraction.Extracted.class);
        assertThat(((Extraction.Extracted) extraction).article().body())
                .isEqualTo(Files.readString(page.resolveSibling(expected)).strip());
    }
}
