package io.copydesk.schemas;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A URL that was discovered and is to be fetched.
 *
 * @param url absolute and normalised
 * @param target what is expected there
 * @param source the feed that named it, or the page that redirects to it; {@code null} when not known
 * @param title as the feed gives it
 * @param published when the feed says it was published, ISO 8601
 * @param updated true when the feed says that it changed since it was named first
 * @param hops redirects that were followed to get here
 * @param hop the request that waits for the answer, {@code null} without one
 * @param withdrawn true when {@code source}, a sitemap index, does not name it any more, else {@code null}
 * @param announced for a page: how {@code source} announced it; of a redirect's target, how feeds announced what leads there; {@code null} when no
 *     feed did
 * @param editedIn of a page that was fetched: the input in which its text is another one than before, or of which {@code verdict} tells;
 *     {@code null} for a URL that is to be fetched
 * @param priority of the feed that named it, {@code null} for normal
 * @param verdict what became of the page with {@code editedIn} or, of a feed, of one page that it announced, then with
 *     {@code withdrawn}, by which versions that know no verdicts pass over it; {@code null} for a URL that is to be fetched
 * @param cookies that the redirects which led here have set, the earliest first; {@code null} for none
 */
public record Link(
        String url,
        FetchTarget target,
        @Nullable String source,
        @Nullable String title,
        @Nullable String published,
        boolean updated,
        int hops,
        @Nullable Hop hop,
        @Nullable Boolean withdrawn,
        @Nullable List<Announcement> announced,
        @Nullable String editedIn,
        @Nullable FeedPriority priority,
        @Nullable PageVerdict verdict,
        @Nullable List<SetCookie> cookies) {

    public Link {
        announced = announced == null || announced.isEmpty() ? null : List.copyOf(announced);
        cookies = cookies == null || cookies.isEmpty() ? null : List.copyOf(cookies);
    }

    /** A builder of a link, without any value. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a link by the names of its fields; the record says what they mean. Not thread-safe. */
    public static final class Builder {
        private @Nullable String url;
        private @Nullable FetchTarget target;
        private @Nullable String source;
        private @Nullable String title;
        private @Nullable String published;
        private boolean updated;
        private int hops;
        private @Nullable Hop hop;
        private @Nullable Boolean withdrawn;
        private @Nullable List<Announcement> announced;
        private @Nullable String editedIn;
        private @Nullable FeedPriority priority;
        private @Nullable PageVerdict verdict;
        private @Nullable List<SetCookie> cookies;

        private Builder() {}

        public Builder url(String url) {
            this.url = url;
            return this;
        }

        public Builder target(FetchTarget target) {
            this.target = target;
            return this;
        }

        public Builder source(@Nullable String source) {
            this.source = source;
            return this;
        }

        public Builder title(@Nullable String title) {
            this.title = title;
            return this;
        }

        public Builder published(@Nullable String published) {
            this.published = published;
            return this;
        }

        public Builder updated(boolean updated) {
            this.updated = updated;
            return this;
        }

        public Builder hops(int hops) {
            this.hops = hops;
            return this;
        }

        public Builder hop(@Nullable Hop hop) {
            this.hop = hop;
            return this;
        }

        public Builder withdrawn(@Nullable Boolean withdrawn) {
            this.withdrawn = withdrawn;
            return this;
        }

        public Builder announced(@Nullable List<Announcement> announced) {
            this.announced = announced;
            return this;
        }

        public Builder editedIn(@Nullable String editedIn) {
            this.editedIn = editedIn;
            return this;
        }

        public Builder priority(@Nullable FeedPriority priority) {
            this.priority = priority;
            return this;
        }

        public Builder verdict(@Nullable PageVerdict verdict) {
            this.verdict = verdict;
            return this;
        }

        public Builder cookies(@Nullable List<SetCookie> cookies) {
            this.cookies = cookies;
            return this;
        }

        /** @throws NullPointerException when a required field was not set; its message is the field's name */
        public Link build() {
            return new Link(
                    Objects.requireNonNull(url, "url"),
                    Objects.requireNonNull(target, "target"),
                    source,
                    title,
                    published,
                    updated,
                    hops,
                    hop,
                    withdrawn,
                    announced,
                    editedIn,
                    priority,
                    verdict,
                    cookies);
        }
    }
}
