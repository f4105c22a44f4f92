package io.copydesk.enrich;

import io.copydesk.schemas.Decision;

/**
 * The decision about an article, as it is repartitioned to the partition of the article's site.
 *
 * @param id article id
 * @param site registrable domain
 * @param decision its work, story and relations
 */
record Assignment(String id, String site, Decision decision) {}
