package io.copydesk.extraction.metadata;

import io.copydesk.extraction.metadata.PageTitles.Place;
import io.copydesk.extraction.metadata.PageTitles.Title;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What tells whether a title is the headline. */
enum TitleFeature {
    TAG((page, title) -> in(title, Place.TAG)),
    WHOLE_TAG((page, title) -> in(title, Place.WHOLE_TAG)),
    FIRST_PART((page, title) -> in(title, Place.FIRST_PART)),
    LATER_PART((page, title) -> in(title, Place.LATER_PART)),
    SOCIAL((page, title) -> in(title, Place.SOCIAL)),
    WHOLE_SOCIAL((page, title) -> in(title, Place.WHOLE_SOCIAL)),
    CARD((page, title) -> in(title, Place.CARD)),
    JSON_LD((page, title) -> in(title, Place.JSON_LD)),
    MAIN_HEADING((page, title) -> in(title, Place.MAIN_HEADING)),
    HEADING((page, title) -> in(title, Place.HEADING)),
    BOILERPLATE_HEADING((page, title) -> in(title, Place.BOILERPLATE_HEADING)),
    LOWER_HEADING((page, title) -> in(title, Place.LOWER_HEADING)),
    /** In how many places that name the page it stands word by word. */
    EQUAL((page, title) -> title.titles()),
    /** How many other titles are a part of it. */
    CONTAINS((page, title) -> page.named()
            .filter(other -> other != title && title.key().contains(other.key()))
            .count()),
    BEGINS_TAG((page, title) -> number(page.key(Place.WHOLE_TAG).startsWith(title.key()))),
    /** How much of it the URL spells. */
    ADDRESS((page, title) -> page.slug().likeness(title.text())),
    WORDS_1((page, title) -> number(title.words().size() == 1)),
    WORDS_2((page, title) -> number(title.words().size() == 2)),
    WORDS_3((page, title) -> number(title.words().size() == 3)),
    LENGTH((page, title) -> Math.log(1 + title.key().length())),
    SEPARATOR((page, title) -> number(hasSeparator(title.text()))),
    ENDS_WITH_SITE((page, title) -> number(isWithSite(page.publisher(), title.key()))),
    NEWS_JSON_LD((page, title) -> number(page.isNews() && title.isIn(Place.JSON_LD))),
    NEWS_HEADING((page, title) -> number(page.isNews() && title.isIn(Place.MAIN_HEADING))),
    /** The heading, where it shares hardly a word with the titles of the page. */
    UNRELATED_HEADING((page, title) -> number(title.isIn(Place.MAIN_HEADING) && isUnrelated(page))),
    SOCIAL_ALONE((page, title) ->
            number(title.isIn(Place.SOCIAL) && page.key(Place.MAIN_HEADING).isEmpty())),
    /** How much it shares with the titles of the page on average. */
    LIKENESS((page, title) -> page.named()
            .mapToDouble(other -> TitleWords.likeness(title.words(), other.words()))
            .average()
            .orElse(0)),
    /** The heading, where the title tag and the social title are the same. */
    HEADING_BESIDE_TAG(
            (page, title) -> number(title.isIn(Place.MAIN_HEADING) && isSame(page, Place.SOCIAL, Place.TAG))),
    /** On news: the social title, where the newsroom wrote it separately from the heading. */
    SEPARATE_SOCIAL((page, title) -> number(title.isIn(Place.SOCIAL) && isNewsSeparate(page))),
    SEPARATE_HEADING((page, title) -> number(title.isIn(Place.MAIN_HEADING) && isNewsSeparate(page))),
    /** On other pages: the social title that is repeated on cards, where the title tag repeats the heading. */
    SEPARATE_CARD((page, title) -> number(title.isIn(Place.SOCIAL) && isCardSeparate(page))),
    /** The heading, where all titles say the same in other words. */
    REWORDED_HEADING((page, title) -> number(title.isIn(Place.MAIN_HEADING) && isRewording(page))),
    /** The heading, where it is a later part of the title tag, as names of sites are. */
    LATER_PART_HEADING((page, title) -> number(title.isIn(Place.MAIN_HEADING) && isLaterPart(page))),
    /** The heading, where JSON-LD repeats another social title. */
    HEADING_BESIDE_JSON_LD((page, title) -> number(title.isIn(Place.MAIN_HEADING)
            && isSame(page, Place.SOCIAL, Place.JSON_LD)
            && !isSame(page, Place.SOCIAL, Place.MAIN_HEADING))),
    /** The social title that the heading ends with. */
    SOCIAL_BELOW_KICKER((page, title) -> number(title.isIn(Place.SOCIAL)
            && !isSame(page, Place.SOCIAL, Place.MAIN_HEADING)
            && page.key(Place.MAIN_HEADING).endsWith(page.key(Place.SOCIAL)))),
    SOCIAL_HEADING(
            (page, title) -> number(title.isIn(Place.MAIN_HEADING) && isSame(page, Place.SOCIAL, Place.MAIN_HEADING)));

    private interface Value {
        double of(PageTitles page, Title title);
    }

    private static final Pattern SEPARATORS = Pattern.compile(" [|–—»·•-] |\\|");

    /** Words of a heading that may say the same as a title in other words. */
    private static final int MIN_REWORDING = 4;
    /** Letters of a heading that may stand in a social title. */
    private static final int MIN_LABELLED = 12;

    private static final double HARDLY = 0.2;

    private final Value value;

    TitleFeature(Value value) {
        this.value = value;
    }

    double of(PageTitles page, Title title) {
        return value.of(page, title);
    }

    /** The name in files of the model. */
    String label() {
        return LowerCase.of(name()).replace('_', '-');
    }

    private static double in(Title title, Place place) {
        return number(title.isIn(place));
    }

    private static double number(boolean yes) {
        return yes ? 1 : 0;
    }

    private static boolean hasSeparator(String text) {
        return SEPARATORS.matcher(text).find();
    }

    private static boolean isSame(PageTitles page, Place one, Place other) {
        String key = page.key(one);
        return !key.isEmpty() && key.equals(page.key(other));
    }

    private static boolean isWithSite(String publisher, String key) {
        return !publisher.isEmpty() && !key.equals(publisher) && (key.endsWith(publisher) || key.startsWith(publisher));
    }

    /** Whether the heading shares hardly a word with the titles of the page, or there is none. */
    static boolean isUnrelated(PageTitles page) {
        Set<String> heading = page.words(Place.MAIN_HEADING);
        for (Place place : List.of(Place.SOCIAL, Place.JSON_LD, Place.TAG)) {
            if (TitleWords.likeness(heading, page.words(place)) >= HARDLY) {
                return false;
            }
        }
        return true;
    }

    /** The wording that readers see: the heading, else the headline of JSON-LD. */
    private static String shown(PageTitles page) {
        String heading = page.key(Place.MAIN_HEADING);
        return heading.isEmpty() ? page.key(Place.JSON_LD) : heading;
    }

    /** Whether the social title differs from what is shown by more than a label or the site's name. */
    private static boolean isApart(PageTitles page) {
        String social = page.key(Place.SOCIAL);
        String shown = shown(page);
        return !social.isEmpty()
                && !shown.isEmpty()
                && !social.equals(shown)
                && !(shown.length() >= MIN_LABELLED && social.contains(shown));
    }

    private static boolean isNewsSeparate(PageTitles page) {
        return page.isNews()
                && isApart(page)
                && (page.key(Place.TAG).equals(shown(page)) || isSame(page, Place.JSON_LD, Place.SOCIAL));
    }

    private static boolean isCardSeparate(PageTitles page) {
        return !page.isNews()
                && isApart(page)
                && isSame(page, Place.SOCIAL, Place.CARD)
                && page.key(Place.TAG).equals(shown(page));
    }

    private static boolean isRewording(PageTitles page) {
        String heading = page.key(Place.MAIN_HEADING);
        Set<String> words = page.words(Place.MAIN_HEADING);
        boolean alike = false;
        for (Place place : List.of(Place.TAG, Place.SOCIAL, Place.JSON_LD, Place.CARD)) {
            String other = page.key(place);
            if (!other.isEmpty() && heading.contains(other)) {
                return false;
            }
            Set<String> theirs = page.words(place);
            long shared = words.stream().filter(theirs::contains).count();
            alike |= shared * 2 >= Math.min(words.size(), theirs.size()) && !theirs.isEmpty();
        }
        return alike && !page.isNews() && words.size() >= MIN_REWORDING;
    }

    private static boolean isLaterPart(PageTitles page) {
        int at = page.parts().indexOf(page.key(Place.MAIN_HEADING));
        return at > 0;
    }
}
