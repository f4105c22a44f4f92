package io.copydesk.enrich;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.JsonSerde;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * An article as it is published.
 *
 * @param site of the article
 * @param json of the article with its decision
 */
record AssembledArticle(String site, byte[] json) {

    /** For a topic that is written only: what is read from it is an {@link Article}. */
    static final Serde<AssembledArticle> SERDE = Serdes.serdeFrom(
            (topic, assembled) -> assembled == null ? null : JsonSerde.bounded(Article.class, topic, assembled.json()),
            (topic, bytes) -> {
                throw new UnsupportedOperationException("the topic is written only");
            });
}
