package io.copydesk.verify.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.Relation.Kind;
import io.copydesk.verify.state.TemporaryTables.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
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

    private final TemporaryTables tables;

    /** By the id of an article, the input of its newest version. */
    private final Table inputs;

    /** By the id of an article, what was decided about its newest version, if anything was. */
    private final Table decisions;

    /** By the id of an input. */
    private final Table entries;

    /** By article and version, the input that became it; {@code null} until it is asked for. */
    private @Nullable Table versions;

    /** A report without lines, which keeps in {@code tables} what it is told. */
    LedgerReport(TemporaryTables tables) {
        this.tables = tables;
        this.inputs = tables.table();
        this.decisions = tables.table();
        this.entries = tables.table();
    }

    /** Takes the newest version of an article, with its decision. */
    void article(byte[] value) throws IOException {
        Article article = Json.read(value, Article.class);
        inputs.put(article.id(), utf8(article.pipeline().inputId()));
        Decision decision = article.pipeline().decision();
        if (decision != null) {
            decisions.put(article.id(), Json.bytes(decision));
        }
    }

    /** Takes an entry of the topic {@code ledger}; {@code null} ends its key. */
    void entry(String key, @Nullable LedgerEntry entry) throws IOException {
        versions = null;
        if (entry == null) {
            entries.remove(key);
        } else {
            entries.put(entry.inputId(), Json.bytes(entry));
        }
    }

    /** How many inputs have an entry. */
    public long size() {
        return entries.size();
    }

    /** Whether this input has an entry. */
    boolean has(String inputId) throws IOException {
        return entries.has(inputId);
    }

    /** How many of these inputs have none. */
    public long missing(Collection<String> inputIds) throws IOException {
        long missing = 0;
        for (String inputId : inputIds) {
            missing += has(inputId) ? 0 : 1;
        }
        return missing;
    }

    /** How many of these inputs have none. */
    public long missing(InputIds inputIds) throws IOException {
        AtomicLong missing = new AtomicLong();
        inputIds.forEach(inputId -> {
            if (!has(inputId)) {
                missing.incrementAndGet();
            }
        });
        return missing.get();
    }

    /** How many inputs ended where. */
    public Map<Outcome, Integer> counts() throws IOException {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        forEach(entry -> counts.merge(entry.outcome(), 1, Integer::sum));
        return counts;
    }

    /** How many inputs were refused, by reason. */
    public Map<String, Integer> reasons() throws IOException {
        Map<String, Integer> reasons = new TreeMap<>();
        forEach(entry -> {
            if (entry.outcome() == Outcome.DEAD_LETTER) {
                reasons.merge(entry.reason(), 1, Integer::sum);
            }
        });
        return reasons;
    }

    /** Hands each line, as JSON, to {@code lines}, in the order of the input ids (their bytes in UTF-8). */
    void forEachLine(LineHandler lines) throws IOException {
        Table known = versions();
        forEach(entry -> lines.accept(Json.line(line(entry, known))));
    }

    private Table versions() throws IOException {
        Table known = versions;
        if (known == null) {
            Table read = tables.table();
            forEach(entry -> {
                String article = entry.articleId();
                Integer version = entry.version();
                if (entry.outcome() == Outcome.ARTICLE && article != null && version != null) {
                    read.put(versionKey(article, version), utf8(entry.inputId()));
                }
            });
            versions = read;
            known = read;
        }
        return known;
    }

    private void forEach(EntryHandler handler) throws IOException {
        entries.forEach((inputId, entry) -> handler.accept(Json.read(entry, LedgerEntry.class)));
    }

    private Line line(LedgerEntry entry, Table known) throws IOException {
        String article = entry.articleId();
        Integer last = entry.version();
        Decision decision = article == null ? null : decision(article);
        List<Edge> edges = new ArrayList<>();
        if (decision != null) {
            for (Relation relation : decision.relations()) {
                String other = text(inputs.get(relation.to()));
                if (other != null) {
                    edges.add(new Edge(other, relation.kind(), relation.score()));
                }
            }
        }
        if (entry.outcome() == Outcome.ARTICLE && article != null && last != null) {
            int earliest = Math.max(1, last - REVISIONS);
            for (int version = last - 1; version >= earliest; version--) {
                edges.add(new Edge(text(known.get(versionKey(article, version))), Kind.REVISION, 1));
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

    private @Nullable Decision decision(String articleId) throws IOException {
        byte[] value = decisions.get(articleId);
        return value == null ? null : Json.read(value, Decision.class);
    }

    private static @Nullable String text(byte @Nullable [] utf8) {
        return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String versionKey(String articleId, int version) {
        return articleId + " " + version;
    }

    private interface EntryHandler {
        void accept(LedgerEntry entry) throws IOException;
    }

    /** What is done with each line. */
    interface LineHandler {
        void accept(String line) throws IOException;
    }
}
