package io.copydesk.console.index;

import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.UnspacedScripts;
import io.copydesk.schemas.Utf16;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Words as they are indexed and searched, in any language: by Unicode's word boundaries, in lower case and without accents, pairs of
 * characters where words are not separated. There a word that is searched is any substring. Safe for use by several threads.
 */
final class Words extends Analyzer {

    /** Code units of a search that are read. */
    static final int LONGEST_SEARCH = 500;

    private static final int SNIPPET = 220;

    private static final Analyzer INDEXED = new Words(true);
    private static final Analyzer SEARCHED = new Words(false);

    private final boolean isForIndex;

    private Words(boolean isForIndex) {
        this.isForIndex = isForIndex;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new CharacterPairs(folded(words), isForIndex));
    }

    /** A phrase is in one of the values of a field. */
    @Override
    public int getPositionIncrementGap(String field) {
        return 100;
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return folded(in);
    }

    private static TokenStream folded(TokenStream words) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(new FoldingFilter(words)));
    }

    /** Words as an index has them. */
    static Analyzer indexed() {
        return INDEXED;
    }

    /**
     * All words of {@code typed}, in any of the fields; {@code "a phrase"}, {@code -without}, {@code this|that}, {@code begins*}.
     * Any text is a search.
     *
     * @param fields name to weight
     */
    static Query query(String typed, Map<String, Float> fields) {
        String words = typed.length() > LONGEST_SEARCH ? typed.substring(0, LONGEST_SEARCH) : typed;
        if (words.isBlank()) {
            return new MatchAllDocsQuery();
        }
        int understood = SimpleQueryParser.AND_OPERATOR
                | SimpleQueryParser.OR_OPERATOR
                | SimpleQueryParser.NOT_OPERATOR
                | SimpleQueryParser.PHRASE_OPERATOR
                | SimpleQueryParser.PREFIX_OPERATOR
                | SimpleQueryParser.PRECEDENCE_OPERATORS
                | SimpleQueryParser.WHITESPACE_OPERATOR;
        SimpleQueryParser parser = new SimpleQueryParser(SEARCHED, fields, understood) {
            @Override
            protected Query newDefaultQuery(String word) {
                return hasRuns(word) ? newPhraseQuery(word, 0) : super.newDefaultQuery(word);
            }

            /** What begins a word is found anyhow where words do not begin after spaces. */
            @Override
            protected Query newPrefixQuery(String beginning) {
                return hasRuns(beginning) ? newPhraseQuery(beginning, 0) : super.newPrefixQuery(beginning);
            }
        };
        parser.setDefaultOperator(Occur.MUST);
        Query query = parser.parse(words);
        return query == null ? new MatchAllDocsQuery() : query;
    }

    private static boolean hasRuns(String word) {
        return word.codePoints().anyMatch(UnspacedScripts::contains);
    }

    /** The part of {@code text} around the first word of the search, or its beginning. */
    static String snippet(String text, String typed) {
        String plain = LowerCase.of(text);
        int at = plain.length() != text.length()
                ? 0
                : wanted(typed).stream()
                        .mapToInt(plain::indexOf)
                        .filter(i -> i >= 0)
                        .min()
                        .orElse(0);
        int from = Math.max(0, at - SNIPPET / 3);
        while (from > 0 && from < at && !Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        int to = Math.min(text.length(), from + SNIPPET);
        while (to < text.length() && to > from + SNIPPET / 2 && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        String part = text.substring(Utf16.boundary(text, from), Utf16.boundary(text, to));
        return (from > 0 ? "… " : "") + part.strip() + (to < text.length() ? " …" : "");
    }

    private static List<String> wanted(String typed) {
        List<String> words = new ArrayList<>();
        for (String word : LowerCase.of(typed).split("[\\s\"|()+*]+", 64)) {
            if (!word.isEmpty() && !word.startsWith("-")) {
                words.add(word);
            }
        }
        return words;
    }
}
