package io.copydesk.extraction;

import io.copydesk.schemas.LowerCase;

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
    NOT_AN_ARTICLE,
    /** A page that says, in place of the article, that it was withdrawn; the detail is the notice. */
    WITHDRAWN,
    /** A page that says, in place of the article, that it is not there any more; the detail is the notice. */
    GONE;

    /** The kebab-case label for dead letters and metrics. */
    public String label() {
        return LowerCase.of(name()).replace('_', '-');
    }
}
