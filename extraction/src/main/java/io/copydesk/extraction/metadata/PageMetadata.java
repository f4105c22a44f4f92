package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.WrittenDate;
import java.util.List;
import java.util.Optional;

/**
 * What a page says about its article. Unknown values are {@code null} or empty, lists never {@code null}.
 *
 * @param canonicalUrl only when it can be trusted
 * @param heading what readers see above the text, which may differ from the headline
 * @param language BCP 47 tag the page declares for itself
 * @param isAccessibleForFree as declared in JSON-LD or meta tags, to be judged together with other evidence
 * @param articleBody the text JSON-LD declares
 */
public record PageMetadata(
        String canonicalUrl,
        String headline,
        String heading,
        String description,
        List<String> authors,
        String publisher,
        String section,
        List<String> keywords,
        List<String> images,
        Optional<WrittenDate> published,
        Optional<WrittenDate> modified,
        String language,
        Boolean isAccessibleForFree,
        String articleBody) {}
