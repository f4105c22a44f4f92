package io.copydesk.enrich.entity;

import java.util.List;
import java.util.Set;

/** A run of words with capitals, at one place of a text. Immutable. */
final class Name {

    private final List<Token> tokens;
    private final Set<Sign> signs;
    private final String text;
    private final String key;

    /**
     * @param tokens its words
     * @param signs what its neighbours show of its kind
     */
    Name(List<Token> tokens, Set<Sign> signs) {
        this.tokens = tokens;
        this.signs = signs;
        text = join(0, false);
        key = join(0, true);
    }

    private String join(int first, boolean lower) {
        Token one = tokens.get(first);
        if (first == tokens.size() - 1) {
            return lower ? one.lower() : one.text();
        }
        StringBuilder joined = new StringBuilder();
        for (int i = first; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            joined.append(i > first ? " " : "").append(lower ? token.lower() : token.text());
        }
        return joined.toString();
    }

    /** As written, with single spaces. */
    String text() {
        return text;
    }

    /** The same in lower case. */
    String key() {
        return key;
    }

    /** The key without the first words. */
    String keyFrom(int first) {
        return join(first, true);
    }

    Word word(int i) {
        return tokens.get(i).form();
    }

    Word first() {
        return word(0);
    }

    Word last() {
        return word(tokens.size() - 1);
    }

    /** Number of words. */
    int size() {
        return tokens.size();
    }

    boolean isWord() {
        return tokens.size() == 1;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Where its first character is in the text, in UTF-16 code units. */
    int start() {
        return tokens.get(0).start();
    }

    /** After its last character. */
    int end() {
        return tokens.get(tokens.size() - 1).end();
    }

    Set<Sign> signs() {
        return signs;
    }

    /** What is known of a name like this in any language. */
    KnownNames.Known known() {
        return KnownNames.of(tokens);
    }
}
