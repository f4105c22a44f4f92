/**
 * What is watched, as the topics {@code subscriptions} and {@code feed-status} say it, for the commands that show and change
 * it. In: URLs and OPML. Out: records and tombstones. Never: a decision about when something is fetched.
 */
package io.copydesk.standalone.subscriptions;
