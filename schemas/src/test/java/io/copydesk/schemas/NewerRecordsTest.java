package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Articles as a later version may write them. */
class NewerRecordsTest {

    private static final String ARTICLE =
            "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"@id\":\"a\","
                    + "\"mood\":{\"value\":1},\"articleBody\":\"The ferry sails.\",\"version\":1,\"pipeline\":{\"inputId\":\"i\","
                    + "\"site\":\"quay.example\",\"tide\":[\"low\"],\"textDigest\":\"t\",\"contentDigest\":\"c\",\"extractor\":\"e\","
                    + "\"access\":{\"state\":\"free\",\"price\":2}}}";

    @Test
    void membersThatNobodyKnowsArePassedOverAtEveryLevel() throws Exception {
        Article article = read(ARTICLE);

        assertThat(article.articleBody()).isEqualTo("The ferry sails.");
        assertThat(article.pipeline().site()).isEqualTo("quay.example");
        assertThat(Json.line(Json.tree(Json.bytes(article)))).doesNotContain("mood", "tide", "price");
    }

    @Test
    void aValueOfAnEnumerationThatNobodyKnowsIsRefusedByName() {
        assertThatThrownBy(() -> read(ARTICLE.replace("\"free\"", "\"pay-per-view\"")))
                .hasMessageContaining("pay-per-view");
    }

    private static Article read(String json) throws Exception {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Article.class);
    }
}
