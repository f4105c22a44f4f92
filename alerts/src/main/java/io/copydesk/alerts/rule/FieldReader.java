package io.copydesk.alerts.rule;

import io.copydesk.alerts.word.Phrase;
import io.copydesk.kit.config.NearestKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one entry of a rules file and notes what is wrong with them, each with file, line, entry and field; of an entry
 * that is in no file, with entry and field. After a problem reading goes on, so that one look shows them all. Not thread-safe.
 */
final class FieldReader {

    /** The most values of one field. */
    static final int MOST_VALUES = 200;

    /** The most characters of one value. */
    static final int LONGEST_VALUE = 200;

    private final String file;
    private final String entry;
    private final YamlValue.Fields fields;
    private final List<String> problems;

    /** @param file its name; empty for none */
    FieldReader(String file, String entry, YamlValue.Fields fields, List<String> problems) {
        this.file = file;
        this.entry = entry;
        this.fields = fields;
        this.problems = problems;
    }

    /** The same file for a value within this entry; a reader of nothing when the value has no fields. */
    FieldReader within(String field) {
        YamlValue value = fields.fields().get(field);
        if (value instanceof YamlValue.Fields inner) {
            return new FieldReader(file, entry + ", " + field, inner, problems);
        }
        if (value != null) {
            problem(value.line(), field + " must have fields of its own");
        }
        return new FieldReader(file, entry + ", " + field, new YamlValue.Fields(fields.line(), Map.of()), problems);
    }

    boolean has(String field) {
        return fields.fields().containsKey(field);
    }

    /** Notes each field that is none of {@code known}, with the one that was probably meant. */
    void allow(Collection<String> known) {
        fields.fields().forEach((field, value) -> {
            if (!known.contains(field)) {
                String meant = NearestKey.to(field, known)
                        .map(nearest -> "; did you mean " + nearest + '?')
                        .orElseGet(() -> "; there are " + String.join(", ", known));
                problem(value.line(), "there is no field " + field + meant);
            }
        });
    }

    /** Notes a problem of a field. */
    void problem(String field, String what) {
        YamlValue value = fields.fields().get(field);
        problem(value == null ? fields.line() : value.line(), field + ' ' + what);
    }

    /** Notes a problem of the whole entry. */
    void problem(String what) {
        problem(fields.line(), what);
    }

    private void problem(int line, String what) {
        problems.add((file.isEmpty() ? "" : file + " line " + line + ": ") + entry + ": " + what);
    }

    Optional<String> text(String field) {
        YamlValue value = fields.fields().get(field);
        if (value instanceof YamlValue.Text text && !text.text().isBlank()) {
            return Optional.of(text.text().strip());
        }
        if (value != null) {
            problem(value.line(), field + " must be a single value");
        }
        return Optional.empty();
    }

    /** A single value, or a list of them. */
    List<String> texts(String field) {
        YamlValue value = fields.fields().get(field);
        if (value == null) {
            return List.of();
        }
        List<YamlValue> items = value instanceof YamlValue.Items list ? list.items() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (YamlValue item : items) {
            String text = text(field, item);
            if (text != null) {
                texts.add(text);
            }
        }
        if (items.isEmpty()) {
            problem(value.line(), field + " names nothing");
        }
        if (items.size() > MOST_VALUES) {
            problem(value.line(), field + " has " + items.size() + " values; the most are " + MOST_VALUES);
        }
        return texts;
    }

    private @Nullable String text(String field, YamlValue item) {
        if (!(item instanceof YamlValue.Text text) || text.text().isBlank()) {
            problem(item.line(), field + " must be words, or a list of them");
            return null;
        }
        if (text.text().length() > LONGEST_VALUE) {
            problem(item.line(), field + " has a value of more than " + LONGEST_VALUE + " characters");
            return null;
        }
        return text.text().strip();
    }

    List<Phrase> phrases(String field) {
        List<Phrase> phrases = new ArrayList<>();
        for (String text : texts(field)) {
            try {
                phrases.add(Phrase.of(text));
            } catch (IllegalArgumentException e) {
                problem(field, ": " + e.getMessage());
            }
        }
        return phrases;
    }

    /** A whole number within bounds; {@code least} when it is none. */
    int number(String field, int least, int most) {
        Optional<String> text = text(field);
        try {
            int number = Integer.parseInt(text.orElse(""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        problem(
                field,
                "must be a number from " + least + " to " + most
                        + text.map(given -> ", but is " + given).orElse(""));
        return least;
    }
}
