package io.copydesk.enrich.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pairs the quotation marks of a text in one pass: “ ” " " ‘ ’ ' ' „ “ ‚ ‘ « » » «. What is within a pair is part of it. A mark that
 * finds no partner is left out. For one text, by one thread.
 */
final class QuotationMarks {

    /** Marks that are open at a time; more are not read. */
    private static final int DEEPEST = 8;
    /** Most tokens of a passage that goes on after the end of a line. */
    private static final int LONGEST = 600;

    private static final String DOUBLE = "“„«\"";

    private final String text;
    private final List<Token> tokens;
    private final boolean outward;
    private final List<Quotation> pairs = new ArrayList<>();
    /** Tokens whose mark is open, the outermost first. */
    private final int[] open = new int[DEEPEST];

    private int depth;
    /** The token that ends the line before, -1 in the first. */
    private int lineEnd = -1;

    private QuotationMarks(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        outward = isOutward();
    }

    /** The passages in quotation marks of a text, in order. */
    static List<Quotation> in(String text, List<Token> tokens) {
        QuotationMarks marks = new QuotationMarks(text, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.word()) {
                marks.read(i, token.text().charAt(0));
            }
        }
        return outermost(marks.pairs, List.of());
    }

    /** Whether the first guillemets point to the words: »…«. */
    private boolean isOutward() {
        int right = text.indexOf('»');
        int left = text.indexOf('«');
        return right >= 0 && right < left && isOpening(right);
    }

    /** The passages of two lists that are not within another, in order. */
    static List<Quotation> outermost(List<Quotation> pairs, List<Quotation> others) {
        List<Quotation> sorted = new ArrayList<>(pairs);
        sorted.addAll(others);
        sorted.sort(Comparator.comparingInt(Quotation::open));
        List<Quotation> outer = new ArrayList<>();
        int end = -1;
        for (Quotation pair : sorted) {
            if (pair.open() > end && pair.size() > 0) {
                outer.add(pair);
                end = pair.close();
            }
        }
        return outer;
    }

    private void read(int at, char mark) {
        int start = tokens.get(at).start();
        switch (mark) {
            case '\n' -> endLine(at);
            case '„', '‚' -> open(at);
            case '«', '»' -> {
                if (mark == '«' ^ outward) {
                    open(at);
                } else {
                    close(at, mark == '»' ? "«" : "»");
                }
            }
            case '“' -> {
                if (!close(at, "„")) {
                    open(at);
                }
            }
            case '”' -> close(at, "“„\"");
            case '"' -> straight(at, start);
            case '‘' -> {
                if (!(isClosing(start) && close(at, "‚")) && isOpening(start)) {
                    open(at);
                }
            }
            case '’' -> {
                if (!isPossessive(start)) {
                    close(at, "‘‚");
                }
            }
            case '\'' -> {
                if (isOpening(start)) {
                    open(at);
                } else if (!isPossessive(start)) {
                    close(at, "'");
                }
            }
            default -> {
                // No quotation mark.
            }
        }
    }

    private void straight(int at, int start) {
        boolean opening = isOpening(start);
        boolean closing = isClosing(start);
        if (closing && !opening && close(at, "\"“„")) {
            return;
        }
        if (opening) {
            int same = find("\"");
            depth = same < 0 || open[same] > lineEnd && !closing ? depth : same;
            open(at);
        } else {
            close(at, "\"");
        }
    }

    private void open(int at) {
        if (depth < DEEPEST) {
            open[depth++] = at;
        }
    }

    /** Closes the innermost open mark that is one of these, and drops those within it. */
    private boolean close(int at, String marks) {
        int found = find(marks);
        if (found < 0) {
            return false;
        }
        depth = found;
        pairs.add(new Quotation(open[found], at, false));
        return true;
    }

    private int find(String marks) {
        for (int i = depth - 1; i >= 0; i--) {
            if (marks.indexOf(mark(open[i])) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private char mark(int at) {
        return tokens.get(at).text().charAt(0);
    }

    /** Single marks end with their line; double ones go on, with or without a mark that opens the next line. */
    private void endLine(int at) {
        lineEnd = at;
        if (depth == 0) {
            return;
        }
        char mark = mark(open[0]);
        boolean goesOn = DOUBLE.indexOf(mark) >= 0 && at - open[0] <= LONGEST;
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is('\n') && next - at < 2) {
            next++;
        }
        boolean repeated = next < tokens.size() && tokens.get(next).is(mark);
        if (goesOn && repeated) {
            pairs.add(new Quotation(open[0], at, true));
        }
        depth = goesOn && !repeated ? 1 : 0;
    }

    /** Whether a character has a word after it and none before it. */
    private boolean isOpening(int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        boolean free =
                at == 0 || isSpace(text.charAt(at - 1)) || "([{—–-:“„«‘‚\"'¿¡/’".indexOf(text.charAt(at - 1)) >= 0;
        return free && !isSpace(next) && ",.;:!?)]".indexOf(next) < 0;
    }

    private boolean isClosing(int at) {
        return at > 0 && !isSpace(text.charAt(at - 1));
    }

    /** Whether the mark is the apostrophe of a plural: a lower-case word follows. */
    private boolean isPossessive(int at) {
        return at > 0
                && text.charAt(at - 1) == 's'
                && at + 2 < text.length()
                && text.charAt(at + 1) == ' '
                && Character.isLowerCase(text.charAt(at + 2));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
    }
}
