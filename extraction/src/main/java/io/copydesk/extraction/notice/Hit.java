package io.copydesk.extraction.notice;

/**
 * The best phrase found in one passage.
 *
 * @param number the number in the phrase, -1 without one
 * @param score what speaks for removal, before neighbours are looked at
 */
record Hit(NoticePattern pattern, int number, int score) {}
