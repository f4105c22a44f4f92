package io.copydesk.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.Mention;
import io.copydesk.schemas.Mention.Occurrence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of annotated texts of our own is found in languages beside English and Spanish. */
class EuropeanNamesTest {

    private static final Pattern MARKED = Pattern.compile("\\[([POL]) ([^\\]]+)\\]");
    private static final Map<String, String> TYPES =
            Map.of("P", Mention.PERSON, "O", Mention.ORGANIZATION, "L", Mention.PLACE);

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "it", "pt", "nl", "pl"})
    void findsWhatIsMarkedAndLittleElse(String language) {
        Set<String> marked = new HashSet<>();
        Set<String> found = new HashSet<>();
        List<String> lines = ResourceLines.of(EuropeanNamesTest.class, "texts.tsv");
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", 2);
            if (cells[0].equals(language)) {
                String text = read(cells[1], i, marked);
                for (Mention mention : EntityFinder.find(language, null, text)) {
                    for (Occurrence place : mention.occurrences()) {
                        found.add(span(i, place.start(), place.end(), mention.type(), text));
                    }
                }
            }
        }
        Set<String> right = new HashSet<>(found);
        right.retainAll(marked);
        List<String> wrong = new ArrayList<>(found);
        wrong.removeAll(marked);
        List<String> missed = new ArrayList<>(marked);
        missed.removeAll(found);

        assertThat((double) right.size() / found.size()).as("wrong: %s", wrong).isGreaterThanOrEqualTo(0.95);
        assertThat((double) right.size() / marked.size())
                .as("missed: %s", missed)
                .isGreaterThanOrEqualTo(0.95);
    }

    /** The text without marks; adds what is marked. */
    private static String read(String line, int number, Set<String> marked) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = MARKED.matcher(line);
        int end = 0;
        List<int[]> spans = new ArrayList<>();
        List<String> types = new ArrayList<>();
        while (matcher.find()) {
            text.append(line, end, matcher.start());
            spans.add(new int[] {text.length(), text.length() + matcher.group(2).length()});
            types.add(TYPES.get(matcher.group(1)));
            text.append(matcher.group(2));
            end = matcher.end();
        }
        text.append(line.substring(end));
        for (int i = 0; i < spans.size(); i++) {
            marked.add(span(number, spans.get(i)[0], spans.get(i)[1], types.get(i), text.toString()));
        }
        return text.toString();
    }

    private static String span(int line, int start, int end, String type, String text) {
        return line + ":" + start + " " + type + " " + text.substring(start, end);
    }

    @Test
    void anElidedArticleIsNoPartOfAName() {
        assertThat(EntityFinder.find("fr", null, "Le sénateur de l’Arizona et l'Italie."))
                .extracting(Mention::name)
                .containsExactly("Arizona", "Italie");
        assertThat(EntityFinder.find("en", null, "Detective Brian O'Hagan said so."))
                .extracting(Mention::name)
                .containsExactly("Brian O'Hagan");
    }

    @Test
    void germanNounsAreNoNames() {
        assertThat(EntityFinder.find(
                        "de", null, "Mann, 32, nach Streit im Garten verletzt. Freunde des Mannes riefen die Polizei."))
                .isEmpty();
    }

    @Test
    void anInflectedPlaceIsThePlace() {
        assertThat(EntityFinder.find("pl", null, "Prom do Szwecji znów popłynie.")
                        .get(0)
                        .geo()
                        .addressCountry())
                .isEqualTo("SE");
        assertThat(EntityFinder.find("de", null, "Die Küste Dänemarks ist lang.")
                        .get(0)
                        .sameAs())
                .isEqualTo("http://www.wikidata.org/entity/Q756617");
    }
}
