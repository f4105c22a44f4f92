package io.copydesk.ingest.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Withdrawal.Evidence;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An input of the topic {@code pages} that is no page: the word that the page at its URL is gone, or is there again. It is a
 * {@code resource} record (ISO 28500 §6.4) of the media type {@value #MEDIA_TYPE}; a {@code response} record is none, whatever
 * media type the server declared. Its time of fetch is when the last evidence was seen.
 *
 * @param articleId the article that is meant; {@code null} for the one that the page at the URL gave last
 * @param restored true when the page is there again, so that an earlier notice is over
 * @param evidence what says so, in order; empty when {@code restored}
 */
public record WithdrawalNotice(
        @Nullable String articleId,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean restored,
        List<Evidence> evidence) {

    /** The media type of the record's block, which is a JSON object with the fields of this record. */
    public static final String MEDIA_TYPE = "application/vnd.copydesk.withdrawal+json";

    /** The most pieces of evidence that a notice has. */
    public static final int MOST_EVIDENCE = 50;

    private static final int MOST_BYTES = 64 * 1024;

    public WithdrawalNotice {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** The record that tells of it, for the topic {@code pages}. */
    public Page page(String inputId, String url, Instant at) {
        return Page.resource(inputId, url, at, MEDIA_TYPE, null, Json.bytes(this));
    }

    /** Whether a page is such a record, readable or not. */
    public static boolean isOne(Page page) {
        return page.capture() == Capture.RESOURCE && MEDIA_TYPE.equals(page.mediaType());
    }

    /**
     * The notice that a record holds; empty when it cannot be read, has no time or no URL, more than {@value #MOST_EVIDENCE} pieces of
     * evidence, or none for a withdrawal.
     */
    public static Optional<WithdrawalNotice> of(Page page) {
        if (!isOne(page) || page.fetched() == null || page.url() == null || page.body().length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            WithdrawalNotice notice = Json.read(page.body(), WithdrawalNotice.class);
            return notice.isSound() ? Optional.of(notice) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isSound() {
        return restored == evidence.isEmpty()
                && evidence.size() <= MOST_EVIDENCE
                && evidence.stream().allMatch(seen -> seen.at() != null && seen.sign() != null);
    }
}
