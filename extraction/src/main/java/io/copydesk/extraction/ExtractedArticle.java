package io.copydesk.extraction;

import io.copydesk.extraction.metadata.PageMetadata;
import io.copydesk.schemas.Access;
import io.copydesk.schemas.PageAssessment;
import io.copydesk.schemas.Removed;
import io.copydesk.schemas.Utf16;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as extracted from one document: what the document declares about it, and what was decided about its text. No two neighbouring
 * components have the same type, so that swapped arguments do not compile. All texts are well-formed, see {@link Utf16}. Immutable.
 *
 * @param metadata headline, authors, dates and the rest, as declared
 * @param body paragraphs separated by one blank line
 * @param places for each paragraph of the body where it stands on the pages of its site, see {@link
 *     io.copydesk.extraction.notice.Passage#place}; empty when that is not known
 * @param removed every removed block, in document order
 * @param language BCP 47 tag of the body, {@code null} when neither the document nor the text identifies it
 * @param access who may read it, and the evidence for that
 * @param isAccessibleForFree schema.org's {@code isAccessibleForFree} judged by all evidence, {@code null} when there is none
 * @param page what kind of page it was extracted from, {@code null} when that was not judged
 * @param confidence how likely the text is right, 0–1; {@code null} when that was not judged
 */
public record ExtractedArticle(
        PageMetadata metadata,
        String body,
        List<Integer> places,
        List<Removed> removed,
        @Nullable String language,
        Access access,
        @Nullable Boolean isAccessibleForFree,
        @Nullable PageAssessment page,
        @Nullable Double confidence) {

    private static final double PRECISION = 1000;

    public ExtractedArticle {
        body = Utf16.repaired(body);
        places = List.copyOf(places);
        removed = removed.stream().map(ExtractedArticle::repaired).toList();
    }

    /** The same with another confidence, rounded to thousandths. */
    ExtractedArticle withConfidence(double likelihood) {
        return new ExtractedArticle(
                metadata,
                body,
                places,
                removed,
                language,
                access,
                isAccessibleForFree,
                page,
                Math.round(likelihood * PRECISION) / PRECISION);
    }

    private static Removed repaired(Removed block) {
        return new Removed(Utf16.repaired(block.text()), block.reason(), block.rule(), block.language());
    }
}
