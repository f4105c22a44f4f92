package io.copydesk.standalone.subscriptions;

import io.copydesk.ingest.link.UrlKey;
import io.copydesk.schemas.Subscription;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Subscriptions in OPML files. */
public final class OpmlFile {
    private OpmlFile() {}

    public static List<Subscription> read(Path file, Consumer<String> refused) throws java.io.IOException {
        return org.jsoup.Jsoup.parse(java.nio.file.Files.readString(file), "", org.jsoup.parser.Parser.xmlParser())
                .select("outline[xmlUrl]")
                .stream()
                .map(outline -> UrlKey.of(outline.attr("xmlUrl")) instanceof UrlKey.Key key
                        ? new Subscription(key.url(), outline.attr("title"), null, null)
                        : null)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
