package io.copydesk.ingest.boilerplate;

import io.copydesk.ingest.boilerplate.Candidate.Place;
import io.copydesk.ingest.boilerplate.PageLines.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All wordings of some pages, and which of them read nearly the same. */
final class Wordings {

    private final Map<Long, Candidate> wholes = new LinkedHashMap<>();
    private final Map<Integer, List<Candidate>> parts = new HashMap<>();

    Wordings(List<PageLines> pages) {
        for (int page = 0; page < pages.size(); page++) {
            List<Line> lines = pages.get(page).lines();
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                if (line.key().words() > 0) {
                    wholes.computeIfAbsent(line.key().whole(), whole -> new Candidate(line))
                            .add(new Place(page, i));
                }
            }
        }
        for (Candidate wording : wholes.values()) {
            for (int part : wording.key().parts()) {
                parts.computeIfAbsent(part, p -> new ArrayList<>(1)).add(wording);
            }
        }
    }

    /** The wordings that occur, at least nearly so, on {@code least} pages or more, in the order of the pages. */
    List<Candidate> repeated(int least) {
        List<Candidate> repeated = new ArrayList<>();
        for (Candidate wording : wholes.values()) {
            List<Candidate> variants = variants(wording);
            if (wording.support() >= least || !variants.isEmpty()) {
                Candidate all = wording.with(variants);
                if (all.support() >= least) {
                    repeated.add(all);
                }
            }
        }
        return repeated;
    }

    /** On how many pages a line occurs word for word. */
    int exact(LineKey key) {
        Candidate wording = wholes.get(key.whole());
        return wording == null ? 0 : wording.support();
    }

    /** Looks by the rarest parts alone: of so many, one at least is common to any two that match. */
    private List<Candidate> variants(Candidate wording) {
        List<List<Candidate>> sharing = new ArrayList<>();
        for (int part : wording.key().parts()) {
            sharing.add(parts.get(part));
        }
        Set<Candidate> variants = new LinkedHashSet<>();
        sharing.stream()
                .sorted(Comparator.comparingInt(List::size))
                .limit(wording.key().telling())
                .filter(others -> others.size() > 1)
                .flatMap(List::stream)
                .filter(other -> other != wording && wording.key().matches(other.key()))
                .forEach(variants::add);
        return List.copyOf(variants);
    }
}
