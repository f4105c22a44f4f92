package io.copydesk.enrich;

import io.copydesk.enrich.VersionIndex.Place;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The versions of one article while one record is processed. For one thread. */
final class KnownVersions {

    /** How long a record stays in {@code articles} after another of its key came. */
    private static final Duration FOLLOWED = Objects.requireNonNull(Topics.ARTICLES.kept());

    private final ArticleVersions versions;
    private final String id;
    private final long now;
    private @Nullable VersionIndex index;
    private @Nullable StoredArticle newest;

    /**
     * What is known.
     *
     * @param newest the newest version, if it was read already
     */
    KnownVersions(
            ArticleVersions versions,
            String id,
            long now,
            @Nullable VersionIndex index,
            @Nullable StoredArticle newest) {
        this.versions = versions;
        this.id = id;
        this.now = now;
        this.index = index;
        this.newest = newest;
    }

    /** Where the versions are; {@code null} when none came yet. */
    @Nullable
    VersionIndex index() {
        return index;
    }

    /** The newest version; {@code null} when none came yet, or its text is nowhere any more. */
    @Nullable
    StoredArticle newest() {
        if (newest == null && index != null) {
            newest = versions.version(id, index.newest(), index.place(index.newest()), now);
        }
        return newest;
    }

    /** A version; {@code null} when it did not come yet, or is nowhere any more. */
    @Nullable
    Article version(int number) {
        if (index == null || number < 1) {
            return null;
        }
        StoredArticle stored =
                number == index.newest() ? newest() : versions.version(id, number, index.place(number), now);
        return stored == null ? null : stored.article();
    }

    /** Stores a version, or another state of it, as the newest. */
    void put(RevertibleWrites writes, Article version, Place place) {
        versions.store(version, place);
        if (index != null && index.place(version.version()) == null) {
            versions.storeEarlier(writes, id, version.version(), null);
        }
        index = index == null
                ? VersionIndex.of(version.version(), place)
                : index.with(version.version(), place, FOLLOWED);
        newest = null;
        versions.store(writes, id, index);
    }

    /** Notes that the newest version came once more as it is: its earlier record may be compacted away. */
    void isAlsoAt(RevertibleWrites writes, Article version, long offset) {
        Place place = Objects.requireNonNull(index).place(version.version());
        put(writes, version, new Place(offset, place == null ? now : place.time(), false));
    }

    /** Notes that the page of a version that was withdrawn came back, with another version. */
    void returned(RevertibleWrites writes, Article version) {
        VersionIndex known = Objects.requireNonNull(index);
        Article back = with(version, null);
        Place place = known.place(version.version());
        if (place == null) {
            versions.storeEarlier(writes, id, version.version(), back);
            return;
        }
        Place returned = new Place(place.offset(), place.time(), true);
        versions.store(back, returned);
        index = known.with(version.version(), returned);
        versions.store(writes, id, index);
    }

    /** The article, withdrawn or, with {@code null}, not. */
    static Article with(Article article, @Nullable Withdrawal withdrawal) {
        return article.toBuilder()
                .pipeline(article.pipeline().withdrawn(withdrawal))
                .build();
    }
}
