package io.copydesk.standalone.sample;

import java.util.List;

/**
 * The content of a capture, from the data file that its page was rendered from.
 *
 * @param headline the article's title
 * @param language BCP 47 tag of the article's text
 * @param authors names only, in the order of the byline; none under bare agency copy
 * @param datePublished ISO 8601 date-time with offset, or a date where the page is no more exact
 * @param paragraphs the text in order: paragraphs, subheadings and list items. The standfirst is neither here nor in
 *     {@code boilerplate}: a page may repeat it or not
 * @param boilerplate lines of the page that are no part of the text; none occurs inside a paragraph
 */
public record SampleGold(
        String headline,
        String language,
        List<String> authors,
        String datePublished,
        List<String> paragraphs,
        List<String> boilerplate) {

    public SampleGold {
        authors = List.copyOf(authors);
        paragraphs = List.copyOf(paragraphs);
        boilerplate = List.copyOf(boilerplate);
    }
}
