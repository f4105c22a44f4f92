package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Teasers with a wall below, in twelve languages: each line of {@code walls/walls.tsv} is a page. */
class WallPagesTest {

    private final Extractor extractor = Extractor.create();

    @TestFactory
    Stream<DynamicTest> findsTheWallOfEveryPage() {
        Map<String, String[]> articles = new HashMap<>();
        for (String line : ResourceLines.of(WallPagesTest.class, "walls/articles.tsv")) {
            articles.put(line.split("\t")[0], line.split("\t"));
        }
        List<String> walls = ResourceLines.of(WallPagesTest.class, "walls/walls.tsv");
        assertThat(walls).hasSize(30);
        return walls.stream()
                .map(line -> line.split("\t"))
                .map(wall ->
                        DynamicTest.dynamicTest(wall[0] + " " + wall[3], () -> check(articles.get(wall[0]), wall)));
    }

    private void check(String[] article, String[] wall) {
        String tag = wall[2].replaceAll("^<|[ >].*$", "");
        StringBuilder lines = new StringBuilder();
        for (String line : wall[3].split(" \\| ")) {
            lines.append(tag.equals("p") ? line : "<p>" + line + "</p>");
        }
        String html = "<!DOCTYPE html><html lang=\"" + article[0] + "\"><head><title>" + article[1]
                + "</title></head><body><main><article><h1>" + article[1] + "</h1><p>" + article[2] + "</p><p>"
                + article[3]
                + "</p>" + wall[2] + lines + "</" + tag + "></article></main></body></html>";
        Extraction extraction = extractor.extract(html, "https://www.coastpost.example/2026/lighthouse.html");
        assertThat(extraction).isInstanceOf(Extraction.Extracted.class);
        ExtractedArticle found = ((Extraction.Extracted) extraction).article();
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(found.access().state().name().toLowerCase(Locale.ROOT))
                .isEqualTo(wall[1]);
        softly.assertThat(found.body()).contains(article[2]).contains(article[3]);
        for (String line : wall[3].split(" \\| ")) {
            softly.assertThat(found.body()).doesNotContain(line);
        }
        softly.assertThat(found.access().bodyPartial()).isEqualTo(wall[1].equals("paywalled"));
        softly.assertAll();
    }
}
