package io.copydesk.extraction;

import io.copydesk.schemas.Access;
import io.copydesk.schemas.DatePrecision;
import io.copydesk.schemas.Removed;
import java.util.List;

/**
 * An article as read from one document. Unknown values are {@code null}, lists never are.
 *
 * @param canonicalUrl the URL the page calls its own, absolute; {@code null} when it names none that can be trusted
 * @param body paragraphs separated by one blank line
 * @param authors names only
 * @param datePublished ISO 8601 date or date-time with offset
 * @param language BCP 47 tag of the body
 * @param removed every stripped block, in document order
 */
public record ExtractedArticle(
        String canonicalUrl,
        String headline,
        String description,
        String body,
        String section,
        List<String> authors,
        String publisher,
        String datePublished,
        String dateModified,
        DatePrecision datePrecision,
        String language,
        List<String> keywords,
        List<String> images,
        Boolean isAccessibleForFree,
        Access access,
        List<Removed> removed) {}
