package io.copydesk.console.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** The values that a field has. */
final class Labels {

    /** Values beyond are not looked at. */
    private static final int MOST_READ = 100_000;

    private record Counted(String value, int documents) {}

    private Labels() {}

    /** The most frequent values, the most frequent first; documents that were replaced lately count as well. */
    static List<String> frequent(IndexSearcher searcher, String field, int most) throws IOException {
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
        if (terms == null) {
            return List.of();
        }
        PriorityQueue<Counted> kept = new PriorityQueue<>(Comparator.comparingInt(Counted::documents));
        TermsEnum all = terms.iterator();
        int read = 0;
        for (BytesRef term = all.next(); term != null && read < MOST_READ; term = all.next(), read++) {
            kept.add(new Counted(term.utf8ToString(), all.docFreq()));
            if (kept.size() > most) {
                kept.poll();
            }
        }
        return kept.stream()
                .sorted(Comparator.comparingInt(Counted::documents).reversed().thenComparing(Counted::value))
                .map(Counted::value)
                .toList();
    }
}
