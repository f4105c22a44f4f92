package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecidedJsonTest {

    private static final Decision DECISION = new Decision("urn:a", "urn:b", List.of());

    private static final Article ARTICLE = Article.builder()
            .id("urn:a")
            .headline("\"access\": {} – “Łódź”, 渡轮")
            .articleBody("The ferry runs again.\n\n{\"pipeline\":{\"access\":{}}}")
            .version(3)
            .pipeline(Pipeline.builder()
                    .inputId("1")
                    .site("ferry.example")
                    .textDigest("00")
                    .contentDigest("01")
                    .extractor("none")
                    .siteRule("site/1")
                    .confidence(0.75)
                    .build())
            .build();

    @Test
    void isTheJsonOfTheArticleWithTheDecision() {
        assertThat(DecidedJson.of(Json.bytes(ARTICLE), DECISION, null)).isEqualTo(Json.bytes(with(ARTICLE, DECISION)));
    }

    @Test
    void theSameOfAPipelineThatEndsWithItsAccess() throws IOException {
        Article bare = ARTICLE.toBuilder()
                .pipeline(ARTICLE.pipeline().toBuilder()
                        .siteRule(null)
                        .confidence(null)
                        .build())
                .build();
        byte[] json = DecidedJson.of(Json.bytes(bare), DECISION, null);
        assertThat(json).isEqualTo(Json.bytes(with(bare, DECISION)));
        assertThat(Json.read(json, Article.class)).isEqualTo(with(bare, DECISION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"w1", "with \"quotes\", \u00fcml\u00e4uts and \u2028"})
    void tellsWhatAnArticleIsBasedOnUnlessItSaysSo(String work) {
        Article copy = ARTICLE.toBuilder().isBasedOn(work).build();
        Article bare = ARTICLE.toBuilder().headline(null).quotes(null).build();

        assertThat(DecidedJson.of(Json.bytes(ARTICLE), DECISION, work)).isEqualTo(Json.bytes(with(copy, DECISION)));
        assertThat(DecidedJson.of(Json.bytes(bare), DECISION, work))
                .isEqualTo(Json.bytes(with(bare.toBuilder().isBasedOn(work).build(), DECISION)));
        assertThat(DecidedJson.of(Json.bytes(copy), DECISION, "another")).isEqualTo(Json.bytes(with(copy, DECISION)));
    }

    @Test
    void anArticleWithoutMentionsIsLeftToTheCaller() {
        byte[] json =
                Json.line(ARTICLE).replaceFirst("\"mentions\":\\[[^\\]]*],", "").getBytes(StandardCharsets.UTF_8);

        assertThat(DecidedJson.of(json, DECISION, null)).isNotNull();
        assertThat(DecidedJson.of(json, DECISION, "w1")).isNull();
    }

    @Test
    void otherBytesAreLeftToTheCaller() {
        for (String other : List.of(
                "",
                "[]",
                "{",
                "{}",
                "{\"pipeline\":3}",
                "{\"pipeline\":{}}",
                "{\"pipeline\":{\"access\":\"free\"}}",
                "{\"pipeline\":{\"access\":{")) {
            assertThat(DecidedJson.of(other.getBytes(StandardCharsets.UTF_8), DECISION, null))
                    .as(other)
                    .isNull();
        }
        assertThat(DecidedJson.of(Json.bytes(with(ARTICLE, DECISION)), DECISION, null))
                .isNull();
    }

    private static Article with(Article article, Decision decision) {
        return article.toBuilder()
                .pipeline(article.pipeline().toBuilder().decision(decision).build())
                .build();
    }
}
