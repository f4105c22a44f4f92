package io.copydesk.verify.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.Relation.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ledger, one line for each input, joined with the work, story and relations of its article. Not thread-safe. */
public final class LedgerReport {

    /** How many earlier versions a line names. */
    private static final int REVISIONS = 24;

    /** One line; relations name inputs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String inputId,
            Outcome outcome,
            @Nullable String reason,
            @Nullable String articleId,
            @Nullable Integer version,
            @Nullable String workId,
            @Nullable String storyId,
            List<Edge> relations) {}

    /** A relation between two inputs. */
    record Edge(@Nullable String to, Kind kind, double score) {}

    private record Known(String inputId, @Nullable Decision decision) {}

    private final Map<String, Known> articles = new HashMap<>();
    private final Map<String, String> inputs = new HashMap<>();
    private final TreeMap<String, LedgerEntry> entries = new TreeMap<>();

    /** Takes the newest version of an article, with its decision. */
    void article(byte[] value) throws IOException {
        Article article = Json.read(value, Article.class);
        articles.put(
                article.id(),
                new Known(article.pipeline().inputId(), article.pipeline().decision()));
    }

    /** Takes an entry of the topic {@code ledger}; {@code null} ends its key. */
    void entry(String key, @Nullable LedgerEntry entry) {
        if (entry == null) {
            entries.remove(key);
        } else {
            entries.put(entry.inputId(), entry);
        }
    }

    /** How many inputs have an entry. */
    public int size() {
        return entries.size();
    }

    /** Whether this input has an entry. */
    public boolean has(String inputId) {
        return entries.containsKey(inputId);
    }

    /** How many of these inputs have none. */
    public long missing(Collection<String> inputIds) {
        return inputIds.stream().filter(id -> !has(id)).count();
    }

    /** How many inputs ended where. */
    public Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        entries.values().forEach(entry -> counts.merge(entry.outcome(), 1, Integer::sum));
        return counts;
    }

    /** How many inputs were refused, by reason. */
    public Map<String, Integer> reasons() {
        Map<String, Integer> reasons = new TreeMap<>();
        entries.values().stream()
                .filter(entry -> entry.outcome() == Outcome.DEAD_LETTER)
                .forEach(entry -> reasons.merge(entry.reason(), 1, Integer::sum));
        return reasons;
    }

    /** Hands each line, as JSON, to {@code lines}, in the order of the input ids. */
    void forEachLine(LineHandler lines) throws IOException {
        inputs.clear();
        for (LedgerEntry entry : entries.values()) {
            String article = entry.articleId();
            Integer version = entry.version();
            if (entry.outcome() == Outcome.ARTICLE && article != null && version != null) {
                inputs.put(versionKey(article, version), entry.inputId());
            }
        }
        for (LedgerEntry entry : entries.values()) {
            lines.accept(Json.line(line(entry)));
        }
    }

    private Line line(LedgerEntry entry) {
        String article = entry.articleId();
        Integer last = entry.version();
        Known known = article == null ? null : articles.get(article);
        Decision decision = known == null ? null : known.decision();
        List<Edge> edges = new ArrayList<>();
        if (decision != null) {
            for (Relation relation : decision.relations()) {
                Known other = articles.get(relation.to());
                if (other != null) {
                    edges.add(new Edge(other.inputId(), relation.kind(), relation.score()));
                }
            }
        }
        if (entry.outcome() == Outcome.ARTICLE && article != null && last != null) {
            int earliest = Math.max(1, last - REVISIONS);
            for (int version = last - 1; version >= earliest; version--) {
                edges.add(new Edge(inputs.get(versionKey(article, version)), Kind.REVISION, 1));
            }
        }
        return new Line(
                entry.inputId(),
                entry.outcome(),
                entry.reason(),
                article,
                last,
                decision == null ? null : decision.workId(),
                decision == null ? null : decision.storyId(),
                edges);
    }

    private static String versionKey(String articleId, int version) {
        return articleId + " " + version;
    }

    /** What is done with each line. */
    interface LineHandler {
        void accept(String line) throws IOException;
    }
}
