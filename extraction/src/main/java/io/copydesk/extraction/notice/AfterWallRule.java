package io.copydesk.extraction.notice;

/** Recognises offers below a subscription wall (prices, promises), which no phrase list covers: short lines with words of subscriptions. */
final class AfterWallRule {

    private static final int MAX_WORDS = 40;
    private static final int MAX_TEXT = 400;

    private final NoticePack pack;

    AfterWallRule(NoticePack pack) {
        this.pack = pack;
    }

    boolean belongs(Passage passage) {
        if (passage.text().length() > MAX_TEXT) {
            return false;
        }
        int n = 0;
        int trade = 0;
        for (String word : NoticeWords.of(passage.text())) {
            n++;
            trade += pack.list("after-wall").contains(word) ? 1 : 0;
        }
        return n <= MAX_WORDS && (trade >= 2 || trade == 1 && n <= 8);
    }
}
