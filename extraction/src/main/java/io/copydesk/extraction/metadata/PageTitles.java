package io.copydesk.extraction.metadata;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** All that a page may be called, each wording once with the places that it was found in. One instance for each page; not thread-safe. */
final class PageTitles {

    private static final int MAX = 400;
    private static final int MAX_HEADINGS = 20;

    /** Where a title was found. */
    enum Place {
        /** The title tag without the site's name. */
        TAG,
        WHOLE_TAG,
        /** The title tag up to its first separator. */
        FIRST_PART,
        LATER_PART,
        /** The title for social networks without the site's name. */
        SOCIAL,
        WHOLE_SOCIAL,
        CARD,
        JSON_LD,
        OTHER_META,
        /** The heading above the text. */
        MAIN_HEADING,
        /** Any heading of the first level. */
        HEADING,
        BOILERPLATE_HEADING,
        /** A heading of a lower level. */
        LOWER_HEADING;

        /** Whether this names the page, in contrast to parts of such names and headings of anything. */
        boolean isTitle() {
            return switch (this) {
                case TAG, SOCIAL, CARD, JSON_LD, OTHER_META, MAIN_HEADING -> true;
                default -> false;
            };
        }
    }

    /** A wording. */
    static final class Title {

        private final String key;
        private final Set<String> words;
        private final Set<Place> places = EnumSet.noneOf(Place.class);
        private String text;

        Title(String text, String key) {
            this.text = text;
            this.key = key;
            this.words = Set.copyOf(new HashSet<>(List.of(key.split(" "))));
        }

        /** As written; of equal wordings the one with the fewest pictures, such as emoji. */
        String text() {
            return text;
        }

        /** See {@link TitleWords#key}. */
        String key() {
            return key;
        }

        Set<String> words() {
            return words;
        }

        boolean isIn(Place place) {
            return places.contains(place);
        }

        boolean isTitle() {
            return places.stream().anyMatch(Place::isTitle);
        }

        /** In how many of the places that name the page. */
        long titles() {
            return places.stream().filter(Place::isTitle).count();
        }

        private void add(Place place, String other) {
            places.add(place);
            text = TitleWords.symbols(other) < TitleWords.symbols(text) ? other : text;
        }
    }

    private final Map<String, Title> titles = new LinkedHashMap<>();
    private final Map<Place, String> keys = new LinkedHashMap<>();
    private final List<String> parts;
    private final UrlSlug slug;
    private final boolean news;
    private final String publisher;
    private final SiteSuffix site;

    /**
     * @param tag the title tag, {@code null} when there is none
     * @param news whether the page declares a news article
     */
    PageTitles(@Nullable String tag, UrlSlug slug, boolean news, @Nullable String publisher, SiteSuffix site) {
        this.slug = slug;
        this.news = news;
        this.publisher = publisher == null ? "" : TitleWords.key(publisher);
        this.site = site;
        this.parts = tag == null
                ? List.of()
                : Stream.of(PrintedPart.parts(tag)).map(TitleWords::key).toList();
        add(Place.WHOLE_TAG, tag);
    }

    /** Notes which titles are parts of the title tag. A part that stands nowhere else is no title: marks separate halves of headlines, too. */
    void addParts() {
        for (int i = 0; i < parts.size() && parts.size() > 1; i++) {
            Title title = titles.get(parts.get(i));
            if (title != null) {
                title.places.add(i == 0 ? Place.FIRST_PART : Place.LATER_PART);
            }
        }
    }

    /** Adds a title; nothing when it is {@code null}, too long, or without words. */
    void add(Place place, @Nullable String text) {
        String key = text == null || text.length() > MAX ? "" : TitleWords.key(text);
        if (text != null && !key.isEmpty()) {
            titles.computeIfAbsent(key, k -> new Title(text.strip(), k)).add(place, text.strip());
            keys.putIfAbsent(place, key);
        }
    }

    /** Adds the headings of the first level. */
    void addHeadings(List<Element> headings) {
        for (Element heading : headings.subList(0, Math.min(MAX_HEADINGS, headings.size()))) {
            String text = site.withoutPublisher(MainHeading.text(heading));
            add(Place.HEADING, text);
            if (MainHeading.isOfPage(heading)) {
                add(Place.BOILERPLATE_HEADING, text);
            }
        }
    }

    /** Removes the names of the site. */
    void removeSites(Set<String> names) {
        String declared = key(Place.SOCIAL);
        titles.values()
                .removeIf(title -> site.isSiteName(title.text)
                        || !declared.isEmpty()
                                && !title.key.equals(declared)
                                && names.contains(Headlines.key(title.text)));
    }

    List<Title> all() {
        return List.copyOf(titles.values());
    }

    /** The wording at {@code place}, of several the first; empty when there is none. */
    String key(Place place) {
        return keys.getOrDefault(place, "");
    }

    /** The parts of the title tag; one when it has no separator. */
    List<String> parts() {
        return parts;
    }

    UrlSlug slug() {
        return slug;
    }

    boolean isNews() {
        return news;
    }

    /** The wording of the publisher's name, empty when unknown. */
    String publisher() {
        return publisher;
    }

    /** The wordings of the places that name the page. */
    Stream<Title> named() {
        return titles.values().stream().filter(Title::isTitle);
    }

    /** The words at {@code place}, empty when there is none. */
    Set<String> words(Place place) {
        Title title = titles.get(key(place));
        return title == null ? Set.of() : title.words;
    }
}
