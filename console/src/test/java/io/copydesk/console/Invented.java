package io.copydesk.console;

import io.copydesk.schemas.Access;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.Withdrawal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records about invented places. */
final class Invented {

    private Invented() {}

    static Article article(String id, String headline, String body) {
        return article(id, headline, body, "story-1", List.of(), null);
    }

    static Article article(
            String id,
            String headline,
            String body,
            String story,
            List<Relation> relations,
            @Nullable Withdrawal withdrawn) {
        Pipeline pipeline = Pipeline.builder()
                .inputId("input-" + id)
                .site("quaypost.example")
                .eventTime("2026-03-25T07:00:00Z")
                .textDigest("0")
                .contentDigest("0")
                .extractor("test")
                .removed(List.of(new Removed("Share this", RemovalReason.SHARE, "share/en", "en")))
                .access(Access.FREE)
                .decision(new Decision(id, story, relations))
                .withdrawn(withdrawn)
                .build();
        return Article.builder()
                .id(id)
                .url("https://www.quaypost.example/" + id)
                .headline(headline)
                .articleBody(body)
                .inLanguage("en-GB")
                .datePublished("2026-03-25T07:00:00Z")
                .version(1)
                .pipeline(pipeline)
                .build();
    }

    static Story story(String id, String headline, List<String> members) {
        return Story.builder()
                .id(id)
                .headline(headline)
                .workCount(members.size())
                .works(members)
                .memberCount(members.size())
                .members(members)
                .languages(List.of("en"))
                .firstEventTime("2026-03-25T07:00:00Z")
                .lastEventTime("2026-03-26T07:00:00Z")
                .terms(List.of("harbour", "quay"))
                .build();
    }
}
