package io.copydesk.extraction.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordListsTest {

    @Test
    void readsNamedListsInTheOrderOfTheFile() {
        WordLists lists = WordLists.of(WordListsTest.class, "lists.txt");

        assertThat(lists.all().keySet()).containsExactly("SECOND", "FIRST");
        assertThat(lists.get("SECOND")).containsExactly("og:title", "b", "a");
        assertThatThrownBy(() -> lists.get("THIRD"))
                .hasMessageContaining("THIRD")
                .hasMessageContaining("lists.txt");
    }

    @Test
    void refusesALineWithoutANameAndANameThatOccursTwice() {
        assertThatThrownBy(() -> WordLists.of(WordListsTest.class, "nameless.txt"))
                .hasMessageContaining("a b c");
        assertThatThrownBy(() -> WordLists.of(WordListsTest.class, "twice.txt")).hasMessageContaining("FIRST");
    }
}
