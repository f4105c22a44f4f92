package io.copydesk.extraction.page;

/** How readily a region is taken for boilerplate. */
enum Strictness {
    /** Tags, roles and class words count. */
    STRICT,
    /** Only tags and roles count; for pages whose class words mislead. */
    LENIENT
}
