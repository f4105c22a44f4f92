package io.copydesk.ingest.clean;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Withdrawal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a version of an article is issued, from what was issued of the article before. */
final class VersionCause {

    private VersionCause() {}

    /**
     * The cause of a version that differs from those before.
     *
     * @param before all versions before, in the order of their issue; none of an article that is new
     */
    static Cause of(List<Article> before, Article version) {
        Article known = last(before, version.version());
        if (known == null) {
            Cause text = before.isEmpty() && version.version() == 1 ? Cause.NEW : Cause.REVISED;
            return version.pipeline().withdrawn() == null ? text : Cause.WITHDRAWN;
        }
        Pipeline then = known.pipeline();
        Pipeline now = version.pipeline();
        if (!then.contentDigest().equals(now.contentDigest())) {
            return then.inputId().equals(now.inputId()) ? Cause.REPLAYED : Cause.REVISED;
        }
        Withdrawal gone = now.withdrawn();
        if (!Objects.equals(gone, then.withdrawn())) {
            return gone == null ? Cause.RETURNED : Cause.WITHDRAWN;
        }
        if (!Objects.equals(known.articleBody(), version.articleBody())
                || !Objects.equals(then.siteRule(), now.siteRule())
                || !then.removed().equals(now.removed())) {
            return Cause.CLEANED;
        }
        return Objects.equals(then.announced(), now.announced()) ? Cause.REPLAYED : Cause.ANNOUNCED;
    }

    private static @Nullable Article last(List<Article> before, int version) {
        Article last = null;
        for (Article article : before) {
            if (article.version() == version) {
                last = article;
            }
        }
        return last;
    }
}
