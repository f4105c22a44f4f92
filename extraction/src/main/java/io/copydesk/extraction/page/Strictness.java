package io.copydesk.extraction.page;

/** Which evidence marks a region as boilerplate. */
enum Strictness {
    /** Tags, roles and class words. */
    STRICT,
    /** Only tags, roles and the class words of comments; for pages whose class words mislead. */
    LENIENT
}
