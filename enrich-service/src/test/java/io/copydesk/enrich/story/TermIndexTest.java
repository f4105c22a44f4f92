package io.copydesk.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermIndexTest {

    private static final long DAY = 24L * 60 * 60 * 1000;

    /** More terms than are keys. */
    private static final int MANY = StoryConstants.KEYS + 1;

    private final TermIndex index = new TermIndex();

    @Test
    void worksOfOneLanguageAreComparedWhenTheyShareThreeTerms() {
        Node node = add("a", 0L, "en", 3);
        assertThat(index.candidates(node("b", 0L, "en", 3))).containsExactly(node);
        assertThat(index.candidates(node("b", 0L, "en", 2))).isEmpty();
        assertThat(index.candidates(node("b", 0L, null, 3))).containsExactly(node);
    }

    @Test
    void worksOfTwoLanguagesAreComparedWhenTheyShareTwoKeysAndMayShareAThirdTerm() {
        Node node = add("a", 0L, "en", MANY);
        assertThat(index.candidates(node("b", 0L, "fr", 2))).containsExactly(node);
        assertThat(index.candidates(node("b", 0L, "fr", 1))).isEmpty();
    }

    @Test
    void worksOfTwoLanguagesWithoutTermsThatAreNoKeysAreComparedWhenTheyShareThree() {
        Node node = add("a", 0L, "en", 3);
        assertThat(index.candidates(node("b", 0L, "fr", 3))).containsExactly(node);
        assertThat(index.candidates(node("b", 0L, "fr", 2))).isEmpty();
        assertThat(index.candidates(node("b", 0L, "fr", MANY))).containsExactly(node);
    }

    @Test
    void aWorkIsComparedWithThoseWithinTheWindowAndTheTimeless() {
        add("early", 0L, "en", 5);
        add("before", 15 * DAY, "en", 5);
        add("out", 15 * DAY - 3_600_000, "en", 5);
        add("same", 28 * DAY, "en", 5);
        add("after", 43 * DAY, "en", 5);
        add("late", 43 * DAY + 3_600_000, "en", 5);
        add("timeless", null, "en", 5);
        assertThat(index.candidates(node("x", 29 * DAY, "en", 5)))
                .extracting(Node::id)
                .containsExactly("timeless", "before", "same", "after");
        assertThat(index.candidates(node("x", null, "en", 5))).hasSize(7);
        assertThat(index.candidates(node("x", -20 * DAY, "en", 5)))
                .extracting(Node::id)
                .containsExactly("timeless");
    }

    @Test
    void findsWhatWasAddedAndNotRemovedOnceEach() {
        Random random = new Random(4);
        List<Node> in = new ArrayList<>();
        for (int step = 0; step < 2_000; step++) {
            if (in.size() > 150 || !in.isEmpty() && random.nextInt(3) == 0) {
                index.remove(in.remove(random.nextInt(in.size())));
            } else {
                in.add(add("w" + step, random.nextInt(3) * 14 * DAY, "en", random.nextInt(12)));
            }
            if (step % 20 == 0) {
                Node sought = node("sought", 14 * DAY, "en", 8);
                assertThat(index.candidates(sought))
                        .containsExactlyInAnyOrderElementsOf(in.stream()
                                .filter(node -> node.keys().length >= 6)
                                .toList());
            }
        }
    }

    /** Each is compared with all others by the terms that it shares with them, whatever else is in the slice. */
    @Test
    void worksOfAnyLanguagesComeAndGo() {
        Random random = new Random(6);
        String[] languages = {"en", "fr", "de", null};
        List<Node> in = new ArrayList<>();
        for (int step = 0; step < 1_000; step++) {
            boolean oneLanguage = step % 250 < 100;
            if (in.size() > 40 || !in.isEmpty() && (oneLanguage || random.nextInt(3) == 0)) {
                index.remove(in.remove(random.nextInt(in.size())));
            } else {
                in.add(add("w" + step, 0L, languages[random.nextInt(oneLanguage ? 1 : 4)], random.nextInt(6)));
            }
            for (String language : languages) {
                assertThat(index.candidates(node("sought", 0L, language, 5)))
                        .containsExactlyInAnyOrderElementsOf(in.stream()
                                .filter(node -> node.keys().length / 2 >= StoryConstants.LEAST_SHARED)
                                .toList());
            }
        }
    }

    @Test
    void aWorkIsNoCandidateForItself() {
        Node node = add("a", 0L, "en", 5);
        assertThat(index.candidates(node)).isEmpty();
        index.remove(node);
        assertThat(index.candidates(node("b", 0L, "en", 5))).isEmpty();
    }

    @Test
    void theHeaviestTermsAreKeys() {
        assertThat(node("a", 0L, "en", 30).keys()).hasSize(52);
        assertThat(node("a", 0L, "en", 0).keys()).isEmpty();
    }

    private Node add(String id, Long millis, @Nullable String language, int terms) {
        Node node = node(id, millis, language, terms);
        index.add(node);
        return node;
    }

    private static Node node(String id, Long millis, @Nullable String language, int terms) {
        return InventedWorks.node(InventedWorks.of(id, millis, language, "rain", terms));
    }
}
