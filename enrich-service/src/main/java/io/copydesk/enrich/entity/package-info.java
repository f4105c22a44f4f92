/**
 * People, organisations and places that a text names.
 *
 * <p>In: language, headline and text. Out: mentions, the most prominent first. By rules and lists; no model, no training
 * data. A pure function of the text.
 */
@NullMarked
package io.copydesk.enrich.entity;

import org.jspecify.annotations.NullMarked;
