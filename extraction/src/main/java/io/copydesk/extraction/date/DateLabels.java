package io.copydesk.extraction.date;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words beside a date that label it as one of publication or of a change, from {@code date-labels.txt}. Thread-safe. */
public final class DateLabels {

    private static final Map<String, List<String>> LABELS = labels();

    private DateLabels() {}

    /** Whether the text before a date labels it as that of a change; of several labels the last counts. */
    public static boolean isOfChange(String before) {
        String text = LowerCase.of(before);
        int change = last("changed", text);
        return change >= 0 && change >= last("published", text);
    }

    /** Whether the text before a date labels it as that of publication; of several labels the last counts. */
    public static boolean isOfPublication(String before) {
        String text = LowerCase.of(before);
        int published = last("published", text);
        return published >= 0 && published > last("changed", text);
    }

    /** Whether the text in front of the label of a change says that the publication was the day before. */
    public static boolean isOfDayBefore(String before) {
        String text = LowerCase.of(before);
        int change = last("changed", text);
        int published = last("published", text);
        return published >= 0 && published < change && last("yesterday", text.substring(published, change)) >= 0;
    }

    /** How many characters of {@code rest} are a share word glued to the sentence that follows; 0 when there is none. */
    public static int gluedShareWord(String rest) {
        for (String word : list("share")) {
            boolean glued = rest.length() > word.length()
                    && rest.startsWith(word)
                    && (Character.isUpperCase(rest.charAt(word.length()))
                            || "“\"‘«".indexOf(rest.charAt(word.length())) >= 0);
            if (glued) {
                return word.length();
            }
        }
        return 0;
    }

    /** The last place of a word of the list in {@code text}, -1 when it has none. */
    private static int last(String list, String text) {
        int last = -1;
        for (String word : list(list)) {
            last = Math.max(last, text.lastIndexOf(word));
        }
        return last;
    }

    private static List<String> list(String name) {
        return Objects.requireNonNull(LABELS.get(name), name);
    }

    private static Map<String, List<String>> labels() {
        Map<String, List<String>> labels = new HashMap<>();
        for (String line : ResourceLines.of(DateLabels.class, "date-labels.txt")) {
            int colon = line.indexOf(':');
            labels.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).strip().split("\\s*[|]\\s*")));
        }
        return Map.copyOf(labels);
    }
}
