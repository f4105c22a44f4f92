package io.copydesk.console.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.console.index.ArticleQuery;
import io.copydesk.console.index.Indexes;
import io.copydesk.console.index.Slice;
import io.copydesk.console.live.Rates;
import io.copydesk.console.live.Viewers;
import io.copydesk.console.live.WaitingRecords;
import io.copydesk.schemas.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** What flows now; counted at most each second, however many ask. Safe for use by several threads. */
final class NowApi {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int NEWEST = 12;

    private final Indexes indexes;
    private final Rates rates;
    private final WaitingRecords waiting;
    private final Viewers viewers;
    private final BooleanSupplier caughtUp;
    private final DoubleSupplier progress;
    private final Clock clock;
    private @Nullable ObjectNode last;
    private long made;

    NowApi(
            Indexes indexes,
            Rates rates,
            WaitingRecords waiting,
            Viewers viewers,
            BooleanSupplier caughtUp,
            DoubleSupplier progress,
            Clock clock) {
        this.indexes = indexes;
        this.rates = rates;
        this.waiting = waiting;
        this.viewers = viewers;
        this.caughtUp = caughtUp;
        this.progress = progress;
        this.clock = clock;
    }

    void now(Context request) throws IOException {
        ObjectNode answer = figures().deepCopy();
        answer.set(
                "newest",
                indexes.articles()
                        .find(ArticleQuery.any(), new Slice(1, NEWEST))
                        .path("items"));
        Replies.json(request, answer);
    }

    /** The figures without the newest articles. */
    synchronized ObjectNode figures() throws IOException {
        ObjectNode known = last;
        if (known == null || System.nanoTime() - made > FRESH_NANOS) {
            known = count();
            last = known;
            made = System.nanoTime();
        }
        return known;
    }

    private ObjectNode count() throws IOException {
        long now = clock.millis();
        ObjectNode node = Json.object();
        node.put("at", now)
                .put("caughtUp", caughtUp.getAsBoolean())
                .put("progress", progress.getAsDouble())
                .put("problem", waiting.problem())
                .put("viewers", viewers.size());
        node.set("rates", rates.json(now));
        ObjectNode lag = node.putObject("waiting");
        waiting.byService().forEach(lag::put);
        node.set(
                "fetchesHour",
                indexes.outcomes().since(now - Duration.ofHours(1).toMillis()));
        node.set("fetchesDay", indexes.outcomes().since(now - Duration.ofDays(1).toMillis()));
        ObjectNode ledger = node.putObject("ledger");
        indexes.ledger().outcomes().forEach(ledger::put);
        ledger.put("firstVersions", indexes.ledger().firstVersions());
        node.putObject("known")
                .put("articles", indexes.articles().size())
                .put("stories", indexes.stories().present())
                .put("duplicates", indexes.duplicates().size())
                .put("deadLetters", indexes.deadLetters().size())
                .put("feeds", indexes.subscriptions().size());
        return node;
    }
}
