package io.copydesk.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockTest {

    @Test
    void readsParagraphsHeadingsQuotesAndListItems() {
        assertThat(Block.parse("One\nline.\n\n## A heading\n\n- first\n- second\n\n> Said.\n"))
                .containsExactly(
                        new Block(Block.Kind.PARAGRAPH, "One line."),
                        new Block(Block.Kind.HEADING, "A heading"),
                        new Block(Block.Kind.ITEM, "first"),
                        new Block(Block.Kind.ITEM, "second"),
                        new Block(Block.Kind.QUOTE, "Said."));
    }

    @Test
    void readsNothingFromBlankText() {
        assertThat(Block.parse("\n\n")).isEmpty();
    }
}
