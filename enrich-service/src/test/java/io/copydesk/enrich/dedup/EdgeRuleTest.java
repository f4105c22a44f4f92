package io.copydesk.enrich.dedup;

import static io.copydesk.enrich.dedup.Pair.words;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each threshold of the rules of version 5, from both sides. */
class EdgeRuleTest {

    private static final int ONE = 11;
    private static final int OTHER = 13;

    @Test
    void aCopyHas57PercentOfBothInCommon() {
        assertThat(Pair.sharing(250, 250, 182).onOneSite().titled(ONE, OTHER).edge())
                .isEqualTo("copy-6 near");
        assertThat(Pair.sharing(250, 250, 181).onOneSite().titled(ONE, OTHER).edge())
                .isEqualTo("part-6 part");
    }

    @Test
    void onTwoSites35PercentAreACopy() {
        assertThat(Pair.sharing(250, 250, 130).titled(ONE, OTHER).edge()).isEqualTo("copy-6 near");
        assertThat(Pair.sharing(250, 250, 129).titled(ONE, OTHER).edge()).isEqualTo("part-6 part");
        assertThat(Pair.sharing(250, 250, 130).onOneSite().titled(ONE, OTHER).edge())
                .isEqualTo("none");
    }

    @Test
    void onOneSite35PercentAreACopyWhenTheBeginningsAreAlike() {
        // 20 of the 79 word pairs of the beginning are 25 %, 19 are not.
        assertThat(beginningAlike(21).edge()).isEqualTo("copy-6 near");
        assertThat(beginningAlike(20).edge()).isEqualTo("none");
    }

    @Test
    void underOneHeadlineOnTwoSites30PercentOfTheShorterAnd15OfTheLongerAreACopy() {
        assertThat(Pair.sharing(100, 200, 30).titled(ONE, ONE).edge()).isEqualTo("copy-6 near");
        assertThat(Pair.sharing(100, 193, 29).titled(ONE, ONE).edge()).isEqualTo("part-6 part");
        assertThat(Pair.sharing(100, 201, 30).titled(ONE, ONE).edge()).isEqualTo("part-6 part");
        assertThat(Pair.sharing(100, 200, 30).titled(ONE, OTHER).edge()).isEqualTo("part-6 part");
        assertThat(Pair.sharing(100, 200, 30).onOneSite().titled(ONE, ONE).edge())
                .isEqualTo("none");
    }

    @Test
    void agencyCopyOnTwoSitesMayBeShortened() {
        assertThat(Pair.sharing(30, 200, 24).credited().titled(ONE, OTHER).edge())
                .isEqualTo("copy-6 syndicated");
        assertThat(Pair.sharing(30, 201, 24).credited().titled(ONE, OTHER).edge())
                .isEqualTo("part-6 part");
        assertThat(Pair.sharing(30, 150, 23).credited().titled(ONE, OTHER).edge())
                .isEqualTo("part-6 part");
        assertThat(Pair.sharing(30, 200, 24).titled(ONE, OTHER).edge()).isEqualTo("part-6 part");
        assertThat(Pair.sharing(30, 200, 24)
                        .credited()
                        .onOneSite()
                        .titled(ONE, OTHER)
                        .edge())
                .isEqualTo("part-6 part");
    }

    @Test
    void aPartIs60PercentOfTheShorter() {
        assertThat(Pair.sharing(100, 250, 60).onOneSite().edge()).isEqualTo("part-6 part");
        assertThat(Pair.sharing(100, 250, 59).onOneSite().edge()).isEqualTo("none");
    }

    @Test
    void onAnotherSiteAPartIsAPassageOf20Words() {
        assertThat(Pair.sharing(250, 250, 18).edge()).isEqualTo("part-6 part");
        assertThat(Pair.sharing(250, 250, 17).edge()).isEqualTo("none");
        assertThat(Pair.sharing(250, 250, 18).onOneSite().edge()).isEqualTo("none");
    }

    @Test
    void phrasesInDifferentPlacesAreNoPassage() {
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            first.append(words(20 * i, 9)).append(words(1_000 + 20 * i, 10));
            second.append(words(20 * i, 9)).append(words(2_000 + 20 * i, 11));
        }
        Pair pair = new Pair(Pair.fingerprint("a", first.toString()), Pair.fingerprint("b", second.toString()));
        assertThat(pair.link().orElseThrow().score()).isGreaterThan(0.3);
        assertThat(pair.edge()).isEqualTo("none");
    }

    @Test
    void mostOfTheShorterInManyPiecesIsNoPart() {
        StringBuilder pieces = new StringBuilder();
        for (int i = 12; i >= 0; i--) {
            pieces.append(words(8 * i, 8));
        }
        Pair pair = new Pair(Pair.fingerprint("a", words(0, 104)), Pair.fingerprint("b", pieces + words(3_000, 140)));
        assertThat(pair.link().orElseThrow().score()).isGreaterThan(0.7);
        assertThat(pair.onOneSite().titled(ONE, OTHER).edge()).isEqualTo("none");
        assertThat(pair.withoutOrder().onOneSite().titled(ONE, OTHER).edge())
                .as("as before orders were kept")
                .isEqualTo("part-6 part");
    }

    @Test
    void aLaterShorterTextWithinAnEarlierIsAShortenedCopy() {
        assertThat(Pair.sharing(200, 50, 45).titled(ONE, OTHER).apart(1).edge()).isEqualTo("copy-6 near");
        assertThat(Pair.sharing(200, 50, 42).titled(ONE, OTHER).apart(1).edge()).isEqualTo("part-6 part");
        assertThat(Pair.sharing(226, 50, 45).titled(ONE, OTHER).apart(1).edge()).isEqualTo("part-6 part");
        assertThat(Pair.sharing(50, 200, 45).titled(ONE, OTHER).apart(1).edge())
                .as("an article that holds an earlier one")
                .isEqualTo("part-6 part");
        assertThat(Pair.sharing(200, 50, 45).titled(ONE, OTHER).apart(0).edge())
                .as("it is not known which is later")
                .isEqualTo("part-6 part");
        assertThat(Pair.sharing(200, 50, 45)
                        .titled(ONE, OTHER)
                        .onOneSite()
                        .apart(1)
                        .edge())
                .isEqualTo("part-6 part");
    }

    @Test
    void aLaterAndLongerTextThatBeginsWithSomethingElseHoldsTheEarlierAsAPart() {
        Pair pair = Pair.sharing(150, 250, 130);
        assertThat(pair.titled(ONE, OTHER).apart(1).edge()).isEqualTo("part-6 part");
        assertThat(pair.titled(ONE, OTHER).apart(-1).edge())
                .as("the longer is earlier")
                .isEqualTo("copy-6 near");
        assertThat(pair.titled(ONE, OTHER).apart(0).edge()).as("none is later").isEqualTo("copy-6 near");
        assertThat(pair.titled(ONE, ONE).apart(1).edge()).as("one headline").isEqualTo("copy-6 near");
        assertThat(pair.apart(1).edge()).as("without headlines").isEqualTo("copy-6 near");
        assertThat(pair.credited().titled(ONE, OTHER).apart(1).edge()).isEqualTo("copy-6 syndicated");
        Pair alike = new Pair(
                Pair.fingerprint("a", words(0, 150)), Pair.fingerprint("b", words(0, 145) + words(3_000, 100)));
        assertThat(alike.titled(ONE, OTHER).apart(1).edge()).as("one beginning").isEqualTo("copy-6 near");
    }

    @Test
    void aPassageOfALongTextIsAPartHoweverSmall() {
        int found = 0;
        for (int from = 0; from < 100_000; from += 5_000) {
            String passage = words(from, 45);
            Pair pair = new Pair(
                    Pair.fingerprint("a", words(from + 100, 700) + passage + words(from + 900, 600)),
                    Pair.fingerprint("b", words(from + 2_000, 500) + passage + words(from + 3_000, 900)));
            found += pair.link().isPresent() && pair.edge().equals("part-6 part") ? 1 : 0;
        }
        assertThat(found).as("of 20, by what is sampled").isGreaterThanOrEqualTo(14);
    }

    @Test
    void lessThanFivePercentOfTheShorterIsNoLink() {
        assertThat(Pair.sharing(250, 250, 13).link()).isPresent();
        assertThat(Pair.sharing(250, 250, 12).link()).isEmpty();
    }

    @Test
    void fewerThanThreeTriplesAreNoLinkExceptOfTinyTexts() {
        assertThat(Pair.sharing(20, 20, 3).link()).isPresent();
        assertThat(Pair.sharing(20, 20, 2).link()).isEmpty();
        assertThat(Pair.sharing(3, 20, 2).link()).isPresent();
        assertThat(Pair.sharing(4, 20, 2).link()).isEmpty();
    }

    @Test
    void anEditionHas40PercentOfTheShorterInCommon() {
        assertThat(Pair.sharing(200, 250, 80).mayBeEdited()).isTrue();
        assertThat(Pair.sharing(200, 250, 79).mayBeEdited()).isFalse();
        assertThat(Pair.sharing(50, 250, 20).mayBeEdited()).isTrue();
        assertThat(Pair.sharing(47, 250, 19).mayBeEdited()).as("too little").isFalse();
    }

    @Test
    void ofTwoEditionsOneAtMostHasAHeadline() {
        assertThat(Pair.sharing(200, 250, 80).titled(ONE, 0).mayBeEdited()).isTrue();
        assertThat(Pair.sharing(200, 250, 80).titled(0, ONE).mayBeEdited()).isTrue();
        assertThat(Pair.sharing(200, 250, 80).titled(ONE, OTHER).mayBeEdited()).isFalse();
    }

    @Test
    void withALikeBeginningAnEditionHas10PercentOfTheShorterInCommon() {
        assertThat(beginningIn(60, 8, 12).mayBeEdited()).isTrue(); // 6 of 60 triples, 19 of 61 pairs
        assertThat(beginningIn(61, 8, 12).mayBeEdited()).isFalse(); // 6 of 61 triples
        assertThat(beginningIn(50, 7, 12).mayBeEdited()).isFalse(); // 5 triples
        assertThat(beginningIn(60, 8, 11).mayBeEdited()).isFalse(); // 18 of 61 pairs
    }

    @Test
    void textsMoreThan30DaysApartAreNotLinked() {
        long window = 30L * 24 * 60 * 60 * 1000;
        assertThat(Pair.sharing(100, 100, 90).apart(window).link()).isPresent();
        assertThat(Pair.sharing(100, 100, 90).apart(window + 1).link()).isEmpty();
        assertThat(Pair.sharing(100, 100, 90).apart(-window - 1).link()).isEmpty();
    }

    @Test
    void theScoreIsTheShareOfTheShorterInThousandths() {
        assertThat(Pair.sharing(90, 250, 55).link()).map(SharedText::score).hasValue(0.611);
    }

    /** On one site, 131 of 250 triples in common: so many words at the beginning, the others at the end. */
    private static Pair beginningAlike(int beginning) {
        int end = 131 - (beginning - 2) + 2;
        int own = 252 - beginning - end;
        return found(words(0, beginning), end, own, beginning - 1);
    }

    private static Pair found(String beginning, int end, int own, int pairs) {
        for (int from = 1_000; from < 1_000_000; from += 1_000) {
            Pair pair = new Pair(
                    Pair.fingerprint("a", beginning + words(from, own) + words(from + 600, end)),
                    Pair.fingerprint("b", beginning + words(from + 300, own) + words(from + 600, end)));
            if (pair.link().isPresent() && pair.commonLead() == pairs) {
                return pair.onOneSite().titled(ONE, OTHER);
            }
        }
        throw new AssertionError("no such texts");
    }

    /** Texts of so many triples that begin with the same words, and then have so many pairs, but no triples in common. */
    private static Pair beginningIn(int triples, int sameWords, int samePairs) {
        for (int from = 0; from < 1_000_000; from += 1_000) {
            StringBuilder first = new StringBuilder(words(from, sameWords));
            StringBuilder second = new StringBuilder(words(from, sameWords));
            for (int i = 0; i < samePairs; i++) {
                first.append(words(from + 300 + i, 1)).append(words(from + 100 + 2 * i, 2));
                second.append(words(from + 400 + i, 1)).append(words(from + 100 + 2 * i, 2));
            }
            int rest = triples + 2 - sameWords - 3 * samePairs;
            Pair pair = new Pair(
                    Pair.fingerprint("a", first + words(from + 500, rest)),
                    Pair.fingerprint("b", second + words(from + 700, rest)));
            if (pair.link().isPresent() && pair.commonLead() == sameWords - 1 + samePairs) {
                return pair;
            }
        }
        throw new AssertionError("no such texts");
    }
}
