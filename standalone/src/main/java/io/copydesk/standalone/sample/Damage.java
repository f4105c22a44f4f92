package io.copydesk.standalone.sample;

/** What goes wrong with a page between the newsroom and the reader. */
enum Damage {
    /** The connection broke inside a tag. */
    CUT_MID_TAG,
    /** No element is ever closed. */
    UNCLOSED,
    /** The bytes are windows-1252, the server and the page say UTF-8. */
    MISLABELLED,
    /** Only the shell of a page that scripts were to fill: no article. */
    SHELL;

    private static final String LAST_TAG = "<a ";

    /** The page after this damage; {@link #MISLABELLED} and {@link #SHELL} are up to the renderer. */
    String apply(String html) {
        return switch (this) {
            case CUT_MID_TAG -> html.substring(0, html.lastIndexOf(LAST_TAG) + LAST_TAG.length() + 4);
            case UNCLOSED -> html.replace("</p>", "").replace("</td>", "").replace("</i>", "");
            case MISLABELLED, SHELL -> html;
        };
    }
}
