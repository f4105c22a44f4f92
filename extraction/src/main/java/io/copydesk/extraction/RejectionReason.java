package io.copydesk.extraction;

import java.util.Locale;

/** Why a document holds no article. */
public enum RejectionReason {
    /** There are no bytes, or only white space. */
    EMPTY,
    /** More bytes or more tags than the limit. */
    TOO_LARGE,
    /** Neither HTML nor text. */
    NOT_TEXT,
    /** A page, but no article text was found on it. */
    NO_ARTICLE,
    /** A page of another kind: a listing, a shop, a form to sign in. */
    NOT_AN_ARTICLE;

    /** The kebab-case label for dead letters and metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
