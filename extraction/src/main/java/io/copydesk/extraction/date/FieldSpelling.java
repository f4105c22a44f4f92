package io.copydesk.extraction.date;

/** Normalises the spelling of a field: comments, Chinese, Japanese and Korean dates, a.m. */
final class FieldSpelling {

    private FieldSpelling() {}

    /** Digits of a year within an era. */
    private static final int MAX_YEAR_OF_ERA = 3;

    /**
     * A field in the form that is read.
     *
     * @param text folded
     * @param comment the text in the last brackets, empty when there were none
     * @param korean whether its zone, when missing, is that of Korea
     */
    record Plain(String text, String comment, boolean korean) {}

    static Plain of(String text) {
        String folded = DateWords.fold(text);
        String comment = "";
        if (folded.indexOf('(') >= 0) {
            StringBuilder out = new StringBuilder();
            comment = withoutComments(folded, out);
            folded = out.toString().strip();
        }
        boolean korean = folded.indexOf('년') >= 0 || folded.contains("오전") || folded.contains("오후");
        boolean eastern = korean || folded.indexOf('年') >= 0;
        return new Plain(eastern ? eastern(folded) : folded, comment, korean);
    }

    /** Year, month, day, hour, minute and second marks become those of ISO 8601. */
    private static String eastern(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            switch (c) {
                case '년', '年', '월', '月' -> {
                    trimEnd(out);
                    if (c == '年') {
                        ofEra(out);
                    }
                    out.append('-');
                    i = overSpaces(folded, i);
                }
                case '일', '日', '号' -> out.append(' ');
                case '시', '時', '时', '点' -> {
                    trimEnd(out);
                    out.append(':');
                    i = overSpaces(folded, i);
                }
                case '분', '分' -> {
                    trimEnd(out);
                    i = overSpaces(folded, i);
                    boolean seconds = i + 1 < folded.length() && Character.isDigit(folded.charAt(i + 1));
                    out.append(seconds ? ":" : " ");
                }
                case '초', '秒' -> out.append(' ');
                default -> out.append(c);
            }
        }
        return out.toString().strip();
    }

    /** A year of an era, such as 令和8 and 令和元, at the end of {@code out} becomes the year of the common calendar. */
    private static void ofEra(StringBuilder out) {
        int end = out.length();
        boolean first = end > 0 && out.charAt(end - 1) == '元';
        int from = first ? end - 1 : end;
        while (!first && from > 0 && end - from <= MAX_YEAR_OF_ERA && Character.isDigit(out.charAt(from - 1))) {
            from--;
        }
        int before =
                from == end ? 0 : DateWords.yearBefore(out.substring(0, from).strip());
        if (before > 0 && end - from <= MAX_YEAR_OF_ERA) {
            int year = before + (first ? 1 : Integer.parseInt(out.substring(from)));
            out.setLength(from);
            out.append(year);
        }
    }

    private static void trimEnd(StringBuilder out) {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    private static int overSpaces(String text, int at) {
        int next = at;
        while (next + 1 < text.length() && text.charAt(next + 1) == ' ') {
            next++;
        }
        return next;
    }

    /** Comments of RFC 822 §3.4.3 may be nested and quote their brackets; the last one is returned. */
    private static String withoutComments(String text, StringBuilder out) {
        StringBuilder comment = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (depth > 0 && c == '\\') {
                i++;
            } else if (c == '(') {
                if (depth++ == 0) {
                    comment.setLength(0);
                    out.append(' ');
                }
            } else if (c == ')' && depth > 0) {
                depth--;
            } else {
                (depth > 0 ? comment : out).append(c);
            }
        }
        return comment.toString().strip();
    }
}
