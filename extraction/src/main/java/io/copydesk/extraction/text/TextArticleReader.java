package io.copydesk.extraction.text;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.extraction.dom.WholeTexts;
import io.copydesk.extraction.notice.GluedTeasers;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.Passage;
import io.copydesk.extraction.text.HeadLines.Labelled;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a plain text as an article. Immutable and thread-safe. */
public final class TextArticleReader {

    /** Most lines of the head after headline and standfirst: byline, dates, section. */
    private static final int MAX_HEAD = 12;

    private final GluedTeasers teasers;

    /** A reader that removes glued teasers with {@code teasers}. */
    public TextArticleReader(GluedTeasers teasers) {
        this.teasers = teasers;
    }

    /** Reads {@code text}; each line is a paragraph, blank lines are skipped. */
    public TextArticle read(String text) {
        return read(text, null);
    }

    /** The same for a text in {@code language} (BCP 47), {@code null} when unknown. */
    public TextArticle read(String text, @Nullable String language) {
        List<String> lines = lines(text);
        Reading reading = new Reading(lines, new DateHint(language, false));
        reading.headline();
        reading.head();
        for (int i = reading.next; i < lines.size(); i++) {
            reading.body(i, lines.get(i));
        }
        return reading.article();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\\R")) {
            String clean = clean(line);
            if (!clean.isEmpty()) {
                lines.add(clean);
            }
        }
        return lines;
    }

    private static String clean(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c <= ' ' || Character.isSpaceChar(c)) {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (!Character.isISOControl(c) && !WholeTexts.isInvisible(c)) {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    /** The state of one reading. */
    private final class Reading {
        private final List<String> lines;
        private final DateHint hint;
        private final Map<String, Integer> counts = new HashMap<>();
        private final List<Passage> passages = new ArrayList<>();
        private final List<Stripped> removed = new ArrayList<>();
        private int next;
        private @Nullable String headline;
        private @Nullable String standfirst;
        private List<String> authors = List.of();
        private @Nullable WrittenDate published;
        private @Nullable WrittenDate modified;
        private @Nullable String section;

        Reading(List<String> lines, DateHint hint) {
            this.lines = lines;
            this.hint = hint;
            lines.forEach(line -> counts.merge(line, 1, Integer::sum));
        }

        void headline() {
            if (!HeadLines.isHeadline(lines, 0)) {
                return;
            }
            headline = lines.get(0);
            next = 1;
            if (HeadLines.isStandfirst(lines, 1)) {
                standfirst = lines.get(1);
                next = 2;
            }
        }

        /** Byline, dates and section label, in any order, before the first paragraph. */
        void head() {
            int from = next;
            for (int i = from; i < Math.min(lines.size(), from + MAX_HEAD); i++) {
                String line = lines.get(i);
                if (authors.isEmpty() && !HeadLines.byline(line).isEmpty()) {
                    authors = HeadLines.byline(line);
                    remove(i, line, RemovalReason.BYLINE, "text/byline");
                } else if (HeadLines.isDateLine(line)) {
                    HeadLines.dates(line, hint).forEach(this::take);
                    remove(i, line, RemovalReason.DATE_LINE, "text/date-line");
                } else if (section == null && headline != null && HeadLines.isSectionLabel(line)) {
                    section = line;
                    remove(i, line, RemovalReason.SECTION_LABEL, "text/section-label");
                } else if (HeadLines.isLong(line)) {
                    next = i + 1;
                    firstParagraph(i, line);
                    return;
                } else {
                    body(i, line);
                }
                next = i + 1;
            }
        }

        private void firstParagraph(int i, String line) {
            GluedHead.read(line, hint)
                    .ifPresentOrElse(
                            glued -> {
                                authors = authors.isEmpty() ? glued.authors() : authors;
                                glued.dates().forEach(this::take);
                                remove(i, glued.head(), RemovalReason.BYLINE, "text/glued-head");
                                body(i, glued.rest());
                            },
                            () -> body(i, line));
        }

        void body(int i, String line) {
            if (line.equals(section) || line.equals(headline)) {
                remove(
                        i,
                        line,
                        line.equals(section) ? RemovalReason.SECTION_LABEL : RemovalReason.HEADLINE,
                        line.equals(section) ? "text/section-label" : "text/headline");
                return;
            }
            if (line.chars().noneMatch(Character::isLetterOrDigit)) {
                remove(i, line, RemovalReason.SEPARATOR, "text/separator");
                return;
            }
            if (line.length() > 60
                    && counts.getOrDefault(lines.get(i), 0) > 1
                    && passages.stream().anyMatch(p -> p.text().equals(line))) {
                remove(i, line, RemovalReason.REPEATED, "text/repeated");
                return;
            }
            GluedTeasers.Cleaned cleaned = teasers.clean(line);
            cleaned.removed().forEach(r -> removed.add(new Stripped(i, r)));
            if (!cleaned.text().isEmpty()) {
                passages.add(new Passage(i, cleaned.text(), false, 0));
            }
        }

        private void take(Labelled date) {
            if (date.modified()) {
                modified = modified == null ? date.date() : modified;
            } else if (published == null) {
                published = date.date();
            }
        }

        private void remove(int i, String text, RemovalReason reason, String rule) {
            removed.add(new Stripped(i, new Removed(text, reason, rule, null)));
        }

        TextArticle article() {
            return new TextArticle(headline, standfirst, authors, published, modified, section, passages, removed);
        }
    }
}
