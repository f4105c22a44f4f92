package io.copydesk.enrich.entity;

/** What one occurrence of a name shows of its kind. */
enum Sign {
    /** It opens a sentence or a line, where any word has a capital. */
    OPENING,
    /** A title comes before it. */
    TITLED,
    /** A verb of saying is beside it. */
    SAYING,
    /** A preposition of place is before it. */
    PLACED,
    /** A preposition that may be one of place is before it. */
    APPROACHED,
    /** A definite article is before it. */
    DEFINITE,
    /** An article that no city has is before it. */
    CLUB,
    /** A word such as "company" is before it. */
    GROUP,
    /** A word such as "city" is before it. */
    SPOT,
    /** A word of what is no person, organisation or place is before it: "hurricane". */
    THING,
    /** An age or a description of a person follows it after a comma. */
    DESCRIBED,
    /** The name of a known place follows it after a comma or in brackets. */
    BESIDE_PLACE,
    /** It is the place of a dateline. */
    DATELINE,
    /** Its initials follow in brackets. */
    DEFINED
}
