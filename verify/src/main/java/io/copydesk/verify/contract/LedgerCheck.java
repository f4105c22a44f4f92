package io.copydesk.verify.contract;

import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Promise;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether the ledger balances: pages against its lines, and its lines against the articles. Not thread-safe. */
final class LedgerCheck {

    private final Map<String, Long> pages = new LinkedHashMap<>();
    private final Map<String, LedgerEntry> ledger = new LinkedHashMap<>();

    /**
     * A page is there.
     *
     * @param arrived epoch milliseconds
     */
    void page(String inputId, long arrived) {
        pages.merge(inputId, arrived, Math::max);
    }

    /** The ledger has a line under a key; {@code null} ends it. */
    void entry(String key, @Nullable LedgerEntry entry) {
        if (entry == null) {
            ledger.remove(key);
        } else {
            ledger.put(entry.inputId(), entry);
        }
    }

    /**
     * To be called after the last page and line.
     *
     * @param article whether there is an article of this id
     * @param now epoch milliseconds when the ledger was begun to be read
     */
    void end(Predicate<String> article, long now, BrokenPromises broken) {
        pages.forEach((inputId, arrived) -> {
            if (!ledger.containsKey(inputId) && now - arrived > Promise.FRESH.toMillis()) {
                broken.add(Promise.LEDGER, "a page has no line in the ledger: " + inputId);
            }
        });
        ledger.values().forEach(entry -> {
            if (entry.articleId() != null && !article.test(entry.articleId())) {
                broken.add(
                        Promise.LEDGER,
                        "the ledger names an article that there is not, " + entry.articleId() + ", for "
                                + entry.inputId());
            }
        });
    }
}
