package io.copydesk.ingest.xml;

/**
 * Finds the ends of comments, CDATA sections, DOCTYPEs and processing instructions, also where the end is missing or misspelt.
 * Amortised linear time over a document. One instance per document.
 */
final class Sections {

    private static final String CDATA = "<![CDATA[";

    /** Misspellings of {@code ]]>} met in feeds. */
    private static final String[] MISSPELT = {"]] >", "]]&gt;", "]]</", "]></"};

    private final String text;
    private boolean noComment;
    private boolean subsetSeen;
    /** The last end found, -1 before the first search: repeated searches would take quadratic time. */
    private int cdataEnd = -1;

    private int instructionEnd = -1;

    Sections(String text) {
        this.text = text;
    }

    /** The characters from {@code from} to {@code to} are text; the next markup starts at or after {@code next}. */
    record Section(int from, int to, int next) {}

    /** The section at {@code open}, where {@code <!} is. */
    Section at(int open) {
        if (text.startsWith("<!--", open)) {
            return skipped(comment(open));
        }
        if (text.regionMatches(true, open, CDATA, 0, CDATA.length())) {
            return cdata(open + CDATA.length());
        }
        if (text.regionMatches(true, open, XmlScanner.DOCTYPE, 0, XmlScanner.DOCTYPE.length())) {
            return skipped(doctype(open));
        }
        return skipped(after('>', open));
    }

    /** The index after the processing instruction at {@code open}. */
    int instruction(int open) {
        if (instructionEnd < open) {
            instructionEnd = found(text.indexOf("?>", open));
        }
        int tag = text.indexOf('<', open + 1);
        // No end, or only one after other tags, as after <?xml version="1.0">.
        if (instructionEnd == text.length() || tag >= 0 && tag < instructionEnd && text.startsWith("<?xml", open)) {
            return after('>', open);
        }
        return instructionEnd + 2;
    }

    private int comment(int open) {
        int end = noComment ? -1 : text.indexOf("-->", open + 4);
        noComment |= end < 0;
        if (end >= 0) {
            return end + 3;
        }
        int at = open + 4;
        while (at < text.length() && text.charAt(at) != '<' && text.charAt(at) != '>') {
            at++;
        }
        return at < text.length() && text.charAt(at) == '>' ? at + 1 : at;
    }

    private Section cdata(int from) {
        if (cdataEnd < from) {
            cdataEnd = found(text.indexOf("]]>", from));
        }
        int most = cdataEnd;
        boolean endless = most == text.length();
        int nested = indexOf(CDATA, from, most);
        if (endless || nested >= 0) {
            int misspelt = misspelt(from, nested >= 0 ? nested : most);
            if (misspelt >= 0) {
                int tag = text.indexOf('<', misspelt);
                int close = text.indexOf('>', misspelt);
                return new Section(
                        from, misspelt, close >= 0 && (tag < 0 || close < tag) ? close + 1 : tag < 0 ? most : tag);
            }
        }
        if (endless) {
            int tag = indexOf("</", from, most);
            return new Section(from, tag < 0 ? most : tag, tag < 0 ? most : tag);
        }
        return new Section(from, most, most + 3);
    }

    private int misspelt(int from, int to) {
        int first = -1;
        for (String end : MISSPELT) {
            int at = indexOf(end, from, first < 0 ? to : first);
            first = at >= 0 ? at : first;
        }
        return first;
    }

    /** Skips the internal subset. Quoted brackets in it are rare and end it early. */
    private int doctype(int open) {
        int end = text.indexOf('>', open);
        if (end < 0) {
            return text.length();
        }
        int bracket = indexOf("[", open, end);
        if (bracket < 0 || subsetSeen) {
            return end + 1;
        }
        subsetSeen = true;
        int close = bracket;
        do {
            close = text.indexOf(']', close + 1);
            int after = close + 1;
            while (close >= 0 && after < text.length() && text.charAt(after) <= ' ') {
                after++;
            }
            if (close >= 0 && after < text.length() && text.charAt(after) == '>') {
                return after + 1;
            }
        } while (close >= 0);
        return end + 1;
    }

    private int indexOf(String what, int from, int to) {
        char first = what.charAt(0);
        for (int i = from; i <= to - what.length(); i++) {
            if (text.charAt(i) == first && text.startsWith(what, i)) {
                return i;
            }
        }
        return -1;
    }

    private int after(char c, int from) {
        int end = text.indexOf(c, from);
        return end < 0 ? text.length() : end + 1;
    }

    private int found(int end) {
        return end < 0 ? text.length() : end;
    }

    private static Section skipped(int next) {
        return new Section(0, 0, next);
    }
}
