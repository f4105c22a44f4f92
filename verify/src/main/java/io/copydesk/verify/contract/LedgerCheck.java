package io.copydesk.verify.contract;

import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Promise;
import io.copydesk.verify.state.TemporaryTables;
import io.copydesk.verify.state.TemporaryTables.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whether the ledger balances: pages against its lines, and its lines against the articles. Not thread-safe. */
final class LedgerCheck {

    /** By the id of an input, when its last page arrived: epoch milliseconds, 8 bytes. */
    private final Table pages;

    /** By the id of an input, the id of the article that its line names; empty when it names none. */
    private final Table articles;

    LedgerCheck(TemporaryTables tables) {
        this.pages = tables.table();
        this.articles = tables.table();
    }

    /**
     * A page is there.
     *
     * @param arrived epoch milliseconds
     */
    void page(String inputId, long arrived) throws IOException {
        byte[] before = pages.get(inputId);
        if (before == null || ByteBuffer.wrap(before).getLong() < arrived) {
            pages.put(inputId, ByteBuffer.allocate(Long.BYTES).putLong(arrived).array());
        }
    }

    /** The ledger has a line under a key; {@code null} ends it. */
    void entry(String key, @Nullable LedgerEntry entry) throws IOException {
        if (entry == null) {
            articles.remove(key);
        } else {
            String article = entry.articleId() == null ? "" : entry.articleId();
            articles.put(entry.inputId(), article.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * To be called after the last page and line.
     *
     * @param published whether there is an article of an id
     * @param now epoch milliseconds when the ledger was begun to be read
     */
    void end(Known published, long now, BrokenPromises broken) throws IOException {
        pages.forEach((inputId, arrived) -> {
            if (now - ByteBuffer.wrap(arrived).getLong() > Promise.FRESH.toMillis() && !articles.has(inputId)) {
                broken.add(Promise.LEDGER, "a page has no line in the ledger: " + inputId);
            }
        });
        articles.forEach((inputId, value) -> {
            String article = new String(value, StandardCharsets.UTF_8);
            if (!article.isEmpty() && !published.has(article)) {
                broken.add(
                        Promise.LEDGER,
                        "the ledger names an article that there is not, " + article + ", for " + inputId);
            }
        });
    }

    /** What is there, by id. */
    interface Known {
        boolean has(String id) throws IOException;
    }
}
