package io.copydesk.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleBlockTest {

    @Test
    void readsParagraphsHeadingsQuotesAndListItems() {
        assertThat(SampleBlock.parse("One\nline.\n\n## A heading\n\n- first\n- second\n\n> Said.\n"))
                .containsExactly(
                        new SampleBlock(SampleBlock.Kind.PARAGRAPH, "One line."),
                        new SampleBlock(SampleBlock.Kind.HEADING, "A heading"),
                        new SampleBlock(SampleBlock.Kind.ITEM, "first"),
                        new SampleBlock(SampleBlock.Kind.ITEM, "second"),
                        new SampleBlock(SampleBlock.Kind.QUOTE, "Said."));
    }

    @Test
    void readsNothingFromBlankText() {
        assertThat(SampleBlock.parse("\n\n")).isEmpty();
    }
}
