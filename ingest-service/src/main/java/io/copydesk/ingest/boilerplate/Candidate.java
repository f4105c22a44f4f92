package io.copydesk.ingest.boilerplate;

import io.copydesk.ingest.boilerplate.PageLines.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A wording that may be boilerplate, and where it occurs. */
final class Candidate {

    /** Where a line occurs: a page of the sample and a line of it. */
    record Place(int page, int line) {}

    private final LineKey key;
    private final boolean label;
    private final List<Place> places = new ArrayList<>();
    private final BitSet pages = new BitSet();

    Candidate(Line line) {
        key = line.key();
        label = line.label();
    }

    void add(Place place) {
        places.add(place);
        pages.set(place.page());
    }

    /** The same wording, with the places of those that read nearly the same. */
    Candidate with(List<Candidate> variants) {
        Candidate all = new Candidate(new Line(key, label, new char[0], PageLines.NO_PLACE));
        places.forEach(all::add);
        variants.forEach(variant -> variant.places.forEach(all::add));
        return all;
    }

    LineKey key() {
        return key;
    }

    List<Place> places() {
        return places;
    }

    /** On how many pages it occurs. */
    int support() {
        return pages.cardinality();
    }

    /** A short line that occurs once on a page, as a heading would. */
    boolean mayBeHeading() {
        return label && 2 * places.size() < 3 * support();
    }
}
