package io.copydesk.extraction.metadata;

import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Removes the site's name from a title: {@code Harbour reopens | The Example Times}. */
final class SiteSuffix {

    private static final String[] SEPARATORS = {
        " | ", " – ", " — ", " - ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ", " › ", " ⋆ ", " // ", " ǀ ",
        " -- ", " || ", " _ ", " ︱ ", "｜", "︱", "－"
    };
    /** Separate in titles without blanks, as in Chinese and Japanese. */
    private static final String[] DENSE_SEPARATORS = {"_", "|", "-", "—", "–"};

    /** Separate a title from its section and site when they occur twice or more. */
    private static final String[] CHAIN_SEPARATORS = {
        " - ", " – ", " — ", " -- ", " / ", " < ", " « ", " » ", " › ", " ‹ ", " • ", " · "
    };

    private static final List<String> DASHES = List.of(" - ", " – ", " — ", " -- ");

    /** Separate the site's name in front of a title only. */
    private static final String[] FRONT_SEPARATORS = {": ", "："};

    private static final int MAX_SITE_WORDS = 6;
    /** Words of a title at least that sections may follow. */
    private static final int LEAST_WORDS = 3;
    /** Least letters of a host's own label that a site's name can be told by. */
    private static final int LEAST_LABEL = 5;

    private final String publisher;
    private final String host;

    SiteSuffix(@Nullable String publisher, @Nullable String host) {
        this.publisher = publisher == null ? "" : Headlines.key(publisher);
        this.host = host == null ? "" : withoutWww(LowerCase.of(host));
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    /** {@code title} without the names of the site or its sections at the end or start; {@code null} stays {@code null}. */
    @Nullable
    String strip(@Nullable String title) {
        if (title == null) {
            return null;
        }
        String rest = title;
        for (int round = 0; round < 3; round++) {
            String shorter = once(rest);
            if (shorter.equals(rest)) {
                return rest;
            }
            rest = shorter;
        }
        return rest;
    }

    /** {@code heading} without the name of the publisher or the host at its end; {@code null} stays {@code null}. */
    @Nullable
    String withoutPublisher(@Nullable String heading) {
        if (heading == null) {
            return null;
        }
        for (String separator : SEPARATORS) {
            int at = heading.lastIndexOf(separator);
            if (at > 0 && isPublisher(heading.substring(at + separator.length()))) {
                return heading.substring(0, at).strip();
            }
        }
        return heading;
    }

    /** Whether {@code text} is the name of the publisher or of the host and nothing else. */
    boolean isSiteName(String text) {
        String key = Headlines.key(text);
        return isPublisher(text) || !host.isEmpty() && key.equals(Headlines.key(host));
    }

    private String once(String title) {
        String front = withoutFront(title);
        if (!front.equals(title)) {
            return front;
        }
        String head = ofChain(title);
        if (head != null) {
            return head;
        }
        int at = -1;
        String mark = "";
        boolean dense = isDense(title);
        for (String separator : SEPARATORS) {
            int last = title.lastIndexOf(separator);
            if (last > at) {
                at = last;
                mark = separator;
            }
        }
        for (String separator : dense ? DENSE_SEPARATORS : new String[0]) {
            int last = title.lastIndexOf(separator);
            if (last > at && at < 0) {
                at = last;
                mark = separator;
            }
        }
        if (at <= 0) {
            return title;
        }
        String before = withoutMiddle(title, mark);
        if (!before.equals(title)) {
            return before;
        }
        head = title.substring(0, at).strip();
        String tail = title.substring(at + mark.length()).strip();
        if (isSite(tail)) {
            return head;
        }
        int first = title.indexOf(mark);
        if (isSite(title.substring(0, first).strip())) {
            return title.substring(first + mark.length()).strip();
        }
        if (dense) {
            return tail.length() * 2 <= head.length() ? head : title;
        }
        if (DASHES.contains(mark) && isName(tail) && isSentence(head)) {
            return head;
        }
        boolean bar = mark.contains("|") || mark.contains("::") || mark.contains("»") || mark.contains("ǀ");
        boolean unlikely = words(tail) <= MAX_SITE_WORDS && words(head) >= 3 && words(head) > words(tail);
        return bar && unlikely ? head : title;
    }

    /** Two to four words with a capital each, as names of sites are written. */
    private static boolean isName(String text) {
        String[] words = text.split(" ");
        return words.length >= 2
                && words.length <= 4
                && Stream.of(words).allMatch(word -> !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)));
    }

    /** Whether most words of {@code text} begin with a small letter, as in a headline that is written like a sentence. */
    private static boolean isSentence(String text) {
        String[] words = text.split("\\s+");
        long small = Stream.of(words)
                .filter(word -> !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)))
                .count();
        return words.length >= LEAST_WORDS && small * 2 > words.length;
    }

    /** The part before the first of several equal separators when it has more words than each of the others, {@code null} otherwise. */
    private static @Nullable String ofChain(String title) {
        for (String mark : CHAIN_SEPARATORS) {
            int at = title.indexOf(mark);
            int second = at < 0 ? -1 : title.indexOf(mark, at + mark.length());
            if (at <= 0 || second < 0) {
                continue;
            }
            String head = title.substring(0, at).strip();
            int own = words(head);
            boolean longest = own >= LEAST_WORDS;
            for (String part : title.substring(second).split(Pattern.quote(mark))) {
                longest &= words(part) < own;
            }
            if (longest && words(title.substring(at + mark.length(), second)) < own) {
                return head;
            }
        }
        return null;
    }

    /** {@code title} without the site's name and a colon in front of it. */
    private String withoutFront(String title) {
        for (String separator : FRONT_SEPARATORS) {
            int at = title.indexOf(separator);
            String name = at <= 0 ? "" : title.substring(0, at).strip();
            if (!name.isEmpty() && isPublisher(name)) {
                return title.substring(at + separator.length()).strip();
            }
        }
        return title;
    }

    /** {@code title} up to the site's name when sections or a slogan follow the name. */
    private String withoutMiddle(String title, String mark) {
        int from = title.indexOf(mark);
        while (from > 0) {
            int to = title.indexOf(mark, from + mark.length());
            if (to < 0) {
                return title;
            }
            if (isSite(title.substring(from + mark.length(), to).strip())) {
                return title.substring(0, from).strip();
            }
            from = to;
        }
        return title;
    }

    /** Whether most of its letters are of a script without blanks. */
    static boolean isDense(String title) {
        long dense = title.chars().filter(c -> c >= 0x3040 && c <= 0x9FFF).count();
        return dense * 2 > title.length();
    }

    private boolean isPublisher(String name) {
        String key = Headlines.key(name);
        return !publisher.isEmpty() && key.equals(publisher) || isHost(key);
    }

    /** Whether a name of this key is that of the host, perhaps with an article or a suffix: The Quay Post of quaypost.example. */
    private boolean isHost(String key) {
        String[] labels = host.split("[.]");
        String own = labels.length < 2 ? "" : labels[labels.length - 2].replace("-", "");
        return own.length() >= LEAST_LABEL && key.contains(own) && key.length() <= own.length() + LEAST_LABEL;
    }

    private boolean isSite(String name) {
        String key = Headlines.key(name);
        if (key.isEmpty() || words(name) > MAX_SITE_WORDS) {
            return key.isEmpty();
        }
        if (!publisher.isEmpty()
                && (key.equals(publisher)
                        || key.length() > 3 && publisher.contains(key)
                        || publisher.length() > 3 && key.contains(publisher))) {
            return true;
        }
        if (isHost(key)) {
            return true;
        }
        String flat = host.replace("-", "").replace(".", "");
        return key.length() > 2
                && !host.isEmpty()
                && (flat.startsWith(key) || flat.contains(key) && key.length() > 4 || key.equals(Headlines.key(host)));
    }

    private static int words(String text) {
        int n = 0;
        boolean in = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c >= '\t' && c <= '\r';
            n += !blank && !in ? 1 : 0;
            in = !blank;
        }
        return Math.max(1, n);
    }
}
