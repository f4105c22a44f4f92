package io.copydesk.extraction.notice;

/**
 * The best phrase found in one passage.
 *
 * @param number the number in the phrase, -1 without one
 * @param score evidence for removal, before neighbours are considered; see {@link NoticeScorer#ENOUGH}
 */
record Hit(NoticePattern pattern, int number, int score) {}
