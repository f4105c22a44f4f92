package io.copydesk.enrich;

import io.copydesk.schemas.Decision;

/**
 * What was decided about an article, on its way back to the partition of its site.
 *
 * @param id article id
 * @param site registrable domain
 * @param decision its work, story and relations
 */
record Assignment(String id, String site, Decision decision) {}
