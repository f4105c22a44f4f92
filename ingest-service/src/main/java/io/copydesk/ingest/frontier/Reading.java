package io.copydesk.ingest.frontier;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The contents of the body of a subscribed document. */
sealed interface Reading {

    /**
     * Items: a feed, or a sitemap of pages.
     *
     * @param title {@code null} without one
     * @param asked the shortest time between two polls that it asks for, in milliseconds, 0 when it asks for none
     * @param quiet when it says that nothing is published
     * @param hub the WebSub hub that it names, {@code null} without one
     * @param self what it calls its own address, {@code null} without one
     */
    record Items(
            @Nullable String title,
            List<ReadItem> items,
            long asked,
            QuietTimes quiet,
            @Nullable String hub,
            @Nullable String self)
            implements Reading {

        /** Of a document that names neither a hub nor itself. */
        Items(@Nullable String title, List<ReadItem> items, long asked, QuietTimes quiet) {
            this(title, items, asked, quiet, null, null);
        }

        /** How many items have no link that leads to a page. */
        int withoutLink() {
            return (int) items.stream().filter(item -> item.url() == null).count();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.items.apply(this);
        }
    }

    /** Other documents to subscribe to: a sitemap index. */
    record Sitemaps(List<String> urls) implements Reading {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.sitemaps.apply(this);
        }
    }

    /** Neither a feed nor a sitemap; {@code detail} says why in one sentence. */
    record Unreadable(String detail) implements Reading {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.unreadable.apply(this);
        }
    }

    /** No body, or one of another target, which is not read. */
    record Nothing() implements Reading {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.nothing.get();
        }
    }

    /** One case for each kind of contents. */
    default <T> T fold(
            Function<Items, T> items,
            Function<Sitemaps, T> sitemaps,
            Function<Unreadable, T> unreadable,
            Supplier<T> nothing) {
        return match(new Cases<>(items, sitemaps, unreadable, nothing));
    }

    /** The value of the case for this kind of contents. */
    <T> T match(Cases<T> cases);

    /** What to do with each kind of contents. */
    record Cases<T>(
            Function<Items, T> items,
            Function<Sitemaps, T> sitemaps,
            Function<Unreadable, T> unreadable,
            Supplier<T> nothing) {}
}
