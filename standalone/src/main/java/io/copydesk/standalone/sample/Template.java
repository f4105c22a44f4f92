package io.copydesk.standalone.sample;

import java.util.function.UnaryOperator;

/**
 * Fills placeholders, in the notation of Mustache: <code>{{name}}</code> escaped, <code>{{{name}}}</code> as it is,
 * <code>{{#name}}…{{/name}}</code> only if the name has a value, <code>{{^name}}…{{/name}}</code> only if it has none.
 * Sections of one name do not nest.
 */
final class Template {

    private final String source;
    private final UnaryOperator<String> values;
    private final boolean escape;

    private Template(String source, UnaryOperator<String> values, boolean escape) {
        this.source = source;
        this.values = values;
        this.escape = escape;
    }

    /**
     * Fills an HTML template.
     *
     * @param values value of a name, {@code null} for none
     * @throws IllegalStateException when a placeholder outside a section has no value
     */
    static String html(String source, UnaryOperator<String> values) {
        return new Template(source, values, true).fill();
    }

    /** As {@link #html} for plain text: nothing is escaped. */
    static String plain(String source, UnaryOperator<String> values) {
        return new Template(source, values, false).fill();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String fill() {
        StringBuilder out = new StringBuilder(source.length() * 2);
        int position = 0;
        for (int open = source.indexOf("{{"); open >= 0; open = source.indexOf("{{", position)) {
            out.append(source, position, open);
            char mark = source.charAt(open + 2);
            position = mark == '#' || mark == '^' ? section(open, mark, out) : value(open, mark == '{', out);
        }
        return out.append(source, position, source.length()).toString();
    }

    private int value(int open, boolean raw, StringBuilder out) {
        String close = raw ? "}}}" : "}}";
        int start = open + close.length();
        int end = end(close, start);
        String name = source.substring(start, end);
        String value = values.apply(name);
        if (value == null) {
            throw new IllegalStateException("no value for " + name);
        }
        out.append(raw || !escape ? value : escape(value));
        return end + close.length();
    }

    private int section(int open, char mark, StringBuilder out) {
        int nameEnd = end("}}", open);
        String name = source.substring(open + 3, nameEnd);
        String close = "{{/" + name + "}}";
        int end = end(close, nameEnd);
        if ((values.apply(name) != null) == (mark == '#')) {
            out.append(new Template(source.substring(nameEnd + 2, end), values, escape).fill());
        }
        return end + close.length();
    }

    private int end(String close, int from) {
        int end = source.indexOf(close, from);
        if (end < 0) {
            throw new IllegalStateException("template without " + close);
        }
        return end;
    }
}
