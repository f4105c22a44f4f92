package io.copydesk.enrich;

import io.copydesk.schemas.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The decision about an article, as it is repartitioned to the partition of the article's site.
 *
 * @param id article id
 * @param site registrable domain
 * @param decision its work, story and relations; {@code null} when the decider has forgotten the article
 */
record Assignment(String id, String site, @Nullable Decision decision) {}
