package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ArticleKeyTest {

    private static final String ID = "urn:copydesk:article:0123456789abcdef9f8e7d6c5b4a3021";

    @Test
    void isWrittenAsItWasRead() {
        assertThat(ArticleKey.other(ID)).isNull();
        assertThat(ArticleKey.id(ArticleKey.high(ID), ArticleKey.low(ID))).isEqualTo(ID);
    }

    @Test
    void isThatOfOneIdOnly() {
        assertThat(ArticleKey.isOf(ID, ArticleKey.high(ID), ArticleKey.low(ID))).isTrue();
        for (int i = 0; i < ID.length(); i++) {
            String other = ID.substring(0, i) + (ID.charAt(i) == '7' ? '8' : '7') + ID.substring(i + 1);
            assertThat(ArticleKey.isOf(other, ArticleKey.high(ID), ArticleKey.low(ID)))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void isNoneOfAnIdInAnotherForm() {
        for (String other : List.of(ID.toUpperCase(Locale.ROOT), ID + "0", ID.substring(1), "a", "")) {
            assertThat(ArticleKey.other(other)).isEqualTo(other);
            assertThat(ArticleKey.isOf(other, ArticleKey.high(other), ArticleKey.low(other)))
                    .as(other)
                    .isFalse();
            assertThat(ArticleKey.hash(other))
                    .isEqualTo(ArticleKey.hash(ArticleKey.high(other), ArticleKey.low(other)));
        }
        assertThat(ArticleKey.hash(ID)).isEqualTo(ArticleKey.hash(ArticleKey.high(ID), ArticleKey.low(ID)));
    }
}
