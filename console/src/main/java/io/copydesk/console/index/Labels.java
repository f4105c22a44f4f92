package io.copydesk.console.index;

import io.copydesk.schemas.LanguageRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** The values that a field has. */
final class Labels {

    /** Values beyond are not looked at. */
    private static final int MOST_READ = 100_000;

    private record Counted(String value, int documents) {}

    private Labels() {}

    /** The most frequent values, the most frequent first; documents that were replaced lately count as well. */
    static List<String> frequent(IndexSearcher searcher, String field, int most) throws IOException {
        PriorityQueue<Counted> kept = new PriorityQueue<>(Comparator.comparingInt(Counted::documents));
        forEach(searcher, field, counted -> {
            kept.add(counted);
            if (kept.size() > most) {
                kept.poll();
            }
        });
        return kept.stream()
                .sorted(Comparator.comparingInt(Counted::documents).reversed().thenComparing(Counted::value))
                .map(Counted::value)
                .toList();
    }

    /** The documents with a language tag in {@code field} that is of the wanted language. */
    static Query ofLanguage(IndexSearcher searcher, String field, String wanted) throws IOException {
        LanguageRange range = LanguageRange.of(wanted);
        List<BytesRef> tags = new ArrayList<>();
        forEach(searcher, field, counted -> {
            if (range.includes(counted.value())) {
                tags.add(new BytesRef(counted.value()));
            }
        });
        return new TermInSetQuery(field, tags);
    }

    private static void forEach(IndexSearcher searcher, String field, Consumer<Counted> values) throws IOException {
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
        if (terms == null) {
            return;
        }
        TermsEnum all = terms.iterator();
        int read = 0;
        for (BytesRef term = all.next(); term != null && read < MOST_READ; term = all.next(), read++) {
            values.accept(new Counted(term.utf8ToString(), all.docFreq()));
        }
    }
}
