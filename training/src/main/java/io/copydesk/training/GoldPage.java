package io.copydesk.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.extraction.SourceDocument;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page whose article text is known.
 *
 * @param text the article, {@code null} when only segments are known
 * @param head a standfirst that may count as text or not, {@code null} when there is none
 * @param with pieces that are the article's
 * @param without pieces that are not
 */
record GoldPage(
        String set,
        String id,
        String url,
        String host,
        @Nullable String text,
        @Nullable String head,
        List<String> with,
        List<String> without,
        Path html) {

    /** The pages of the set in {@code folder}: {@code gold.jsonl} and {@code html/<id>.html}. */
    static List<GoldPage> of(Path folder) throws IOException {
        List<GoldPage> pages = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
            if (line.isBlank()) {
                continue;
            }
            JsonNode gold = Json.tree(line);
            String id = gold.get("id").asText();
            pages.add(new GoldPage(
                    folder.getFileName().toString(),
                    id,
                    gold.path("url").asText("https://unknown.example/" + id),
                    gold.path("host").asText(id),
                    gold.path("text").asText(null),
                    gold.path("optional_head").asText(null),
                    strings(gold.path("with")),
                    strings(gold.path("without")),
                    folder.resolve("html").resolve(id + ".html")));
        }
        return pages;
    }

    /** The page as it was fetched, without the time. */
    SourceDocument document() throws IOException {
        return new SourceDocument(url, "text/html", null, Files.readAllBytes(html), null);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }
}
