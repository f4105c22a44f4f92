package io.copydesk.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.copydesk.schemas.Withdrawal.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That a page which was there seems to be gone. Its JSON is persisted. Times are epoch milliseconds. Mutable, for one thread. */
@PersistedFields
final class Gone {

    /** Evidence that is kept: the first pieces, and the last one. */
    private static final int KEPT = 6;

    /** The first answer that said so. */
    long since;

    /** The last one, and the one before. */
    long last;

    long before;

    /** Answers in a row that said so. */
    int looks;

    /** When it was told, 0 while it is not certain. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long told;

    /** The notice that the page itself shows in place of its text, {@code null} when servers said so alone. */
    @Nullable
    String notice;

    /** The last fetch that brought such a notice. */
    @Nullable
    String noticeIn;

    List<Evidence> evidence = new ArrayList<>();

    void seen(Evidence piece, long now) {
        since = since == 0 ? now : since;
        before = last;
        last = now;
        looks++;
        if (evidence.size() == KEPT) {
            evidence.remove(KEPT - 1);
        }
        evidence.add(piece);
    }
}
