package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        assertThat(DecidedJson.of(Json.bytes(ARTICLE), DECISION, false)).isEqualTo(Json.bytes(with(ARTICLE, DECISION)));
    }

    @Test
    void theSameOfAPipelineThatEndsWithItsAccess() throws IOException {
        Article bare = ARTICLE.toBuilder()
                .pipeline(ARTICLE.pipeline().toBuilder()
                        .siteRule(null)
                        .confidence(null)
                        .build())
                .build();
        byte[] json = DecidedJson.of(Json.bytes(bare), DECISION, false);
        assertThat(json).isEqualTo(Json.bytes(with(bare, DECISION)));
        assertThat(Json.read(json, Article.class)).isEqualTo(with(bare, DECISION));
    }

    @Test
    void anArticleThatMustTellWhatItIsBasedOnHasToTellItAlready() {
        assertThat(DecidedJson.of(Json.bytes(ARTICLE), DECISION, true)).isNull();
        Article copy = ARTICLE.toBuilder().isBasedOn("Quay News").build();
        assertThat(DecidedJson.of(Json.bytes(copy), DECISION, true)).isEqualTo(Json.bytes(with(copy, DECISION)));
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
            assertThat(DecidedJson.of(other.getBytes(StandardCharsets.UTF_8), DECISION, false))
                    .as(other)
                    .isNull();
        }
        assertThat(DecidedJson.of(Json.bytes(with(ARTICLE, DECISION)), DECISION, false))
                .isNull();
    }

    private static Article with(Article article, Decision decision) {
        return article.toBuilder()
                .pipeline(article.pipeline().toBuilder().decision(decision).build())
                .build();
    }
}
