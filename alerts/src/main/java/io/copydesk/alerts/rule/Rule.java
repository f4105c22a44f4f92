package io.copydesk.alerts.rule;

import io.copydesk.alerts.word.Phrase;
import io.copydesk.schemas.LanguageRange;
import java.time.Duration;
import java.util.List;

/** What an operator asks to be told of, under a name. Immutable. */
public sealed interface Rule {

    /** Its name, unique among all rules. */
    String name();

    /**
     * Phrases that a text is asked for.
     *
     * @param any one of them must be there, if there are any
     * @param all each of them must be there
     * @param without none of them may be there
     */
    record Wanted(List<Phrase> any, List<Phrase> all, List<Phrase> without) {
        /** Nothing is asked for. */
        public static final Wanted NOTHING = new Wanted(List.of(), List.of(), List.of());

        public Wanted {
            any = List.copyOf(any);
            all = List.copyOf(all);
            without = List.copyOf(without);
        }
    }

    /**
     * Articles that meet every condition which is given; an empty list is none.
     *
     * @param words in headline, summary or text
     * @param mentions names of people, organisations or places, one of which the article must mention
     * @param sites registrable domains, one of which it must be of
     * @param languages one of which its language must be of
     */
    record OfArticle(
            String name, Wanted words, List<Phrase> mentions, List<String> sites, List<LanguageRange> languages)
            implements Rule {
        public OfArticle {
            mentions = List.copyOf(mentions);
            sites = List.copyOf(sites);
            languages = List.copyOf(languages);
        }
    }

    /**
     * Stories that so many sites tell.
     *
     * @param words in its headline or among its terms
     * @param languages one of which an article of it must have
     */
    record OfStory(String name, int sites, Wanted words, List<LanguageRange> languages) implements Rule {
        public OfStory {
            languages = List.copyOf(languages);
        }
    }

    /**
     * Feeds that have become silent.
     *
     * @param feeds URLs; empty for all
     */
    record OfSilence(String name, List<String> feeds) implements Rule {
        public OfSilence {
            feeds = List.copyOf(feeds);
        }
    }

    /**
     * More dead letters than so many within some time.
     *
     * @param stages labels of stages whose letters count; empty for all
     * @param reasons labels of reasons that count; empty for all
     */
    record OfDeadLetters(String name, int above, Duration within, List<String> stages, List<String> reasons)
            implements Rule {
        public OfDeadLetters {
            stages = List.copyOf(stages);
            reasons = List.copyOf(reasons);
        }
    }
}
