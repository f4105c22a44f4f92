package io.copydesk.enrich.dedup;

import io.copydesk.enrich.dedup.Works.Regrouping;
import io.copydesk.enrich.sketch.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One change of {@link Works}: replaces a fingerprint, and groups again the texts whose works it affects. Used once. */
final class Regrouper {

    private final TextIndex index;

    /** Texts whose work is to be found again. */
    private final Set<Text> affected = new LinkedHashSet<>();

    /** Texts whose edges or whose first copies changed. */
    private final Set<Text> related = new LinkedHashSet<>();

    private final List<Work> dissolved = new ArrayList<>();

    private final KeptWorks kept = new KeptWorks();

    Regrouper(TextIndex index) {
        this.index = index;
    }

    Regrouping put(Fingerprint after) {
        Fingerprint before = index.article(after.id());
        if (before != null) {
            remove(before);
        }
        add(after);
        return regroup();
    }

    private Regrouping regroup() {
        affected.removeIf(text -> !index.contains(text));
        related.removeIf(text -> !index.contains(text));
        return group();
    }

    /** Removes the fingerprint of an article that is in. */
    Regrouping remove(String articleId) {
        remove(Objects.requireNonNull(index.article(articleId), "only an article that is in is removed"));
        return regroup();
    }

    private void remove(Fingerprint article) {
        index.remove(article);
        Text text = Objects.requireNonNull(index.text(article.textKey()), "an article is indexed with its text");
        affect(text);
        if (text.rank(article) <= Relations.MOST) {
            related.add(text);
        }
        boolean first = article.isOfSameArticle(text.first());
        if (first) {
            takeOut(text);
            disconnect(text);
        } else {
            text.work().left();
        }
        if (text.size() == 1) {
            index.remove(text);
            return;
        }
        text.remove(article);
        if (first) {
            connect(text);
        }
    }

    private void add(Fingerprint article) {
        Text text = index.text(article.textKey());
        if (text == null) {
            addText(article);
            return;
        }
        index.add(article);
        affect(text);
        boolean first = Fingerprint.ORDER.compare(article, text.first()) < 0;
        if (first) {
            takeOut(text);
            disconnect(text);
        } else {
            text.work().added(article);
        }
        text.add(article);
        if (first) {
            connect(text);
        }
        if (text.rank(article) <= Relations.MOST) {
            related.add(text);
        }
    }

    private void addText(Fingerprint article) {
        Text text = new Text(article);
        index.add(article);
        index.add(text);
        affected.add(text);
        related.add(text);
        connect(text);
    }

    /** Finds the work of a text again, and those of all its texts unless it is large. */
    private void affect(Text text) {
        if (affected.add(text)) {
            Work work = text.work();
            if (work.isLarge() || kept.contains(work)) {
                kept.touch(text);
            } else {
                dissolved.add(work);
                affected.addAll(work.texts());
            }
        }
    }

    /** Takes a text that is to get another place in the order of texts out of its work; that is dissolved when it is under this text. */
    private void takeOut(Text text) {
        Work work = text.work();
        if (kept.contains(work) && work.texts().get(0) != text) {
            kept.untouch(text);
            work.remove(text);
            text.leaveWork();
        } else {
            dissolve(work);
        }
    }

    /** Finds the works of all texts of a work again, if it is one that was kept so far. */
    private void dissolve(Work work) {
        if (kept.remove(work)) {
            dissolved.add(work);
            affected.addAll(work.texts());
        }
    }

    /**
     * Whether two texts are editions, or one is a part of the other, depends on all links of both, and on those between the texts that they are linked to: what
     * is within two links of a change is affected.
     */
    private void affectAround(Text text) {
        affectEditions(text);
        for (Text near : text.links().keySet()) {
            if (!near.isInCrowd()) {
                affectEditions(near);
            }
        }
    }

    private void affectEditions(Text text) {
        affect(text);
        text.links().forEach((other, link) -> {
            if (text.dependsOnOthers(other, link)) {
                affect(other);
                related.add(text);
                related.add(other);
            }
        });
    }

    private void disconnect(Text text) {
        List<Text> withRoom = new ArrayList<>();
        text.links().forEach((other, link) -> {
            if (text.isBefore(other) && other.firstOfFullEarlier() != null) {
                withRoom.add(other);
            }
            other.unlink(text);
            related.add(other);
            affectAround(other);
        });
        text.unlinkAll();
        Set<TextPair> parted = index.parted(text);
        index.removeKeys(text);
        withRoom.forEach(this::linkToOneMore);
        parted.forEach(this::linkIfNear);
    }

    /** Links a text that lost one of its maximum of earlier texts to the next one. */
    private void linkToOneMore(Text text) {
        index.candidates(text).stream()
                .filter(other -> other.isBefore(text) && !text.links().containsKey(other))
                .sorted(Text.ORDER.reversed())
                .flatMap(other -> between(text, other).map(link -> Map.entry(other, link)).stream())
                .findFirst()
                .ifPresent(next -> {
                    link(text, next.getKey(), next.getValue());
                    affectAround(text);
                    affectAround(next.getKey());
                });
    }

    private void connect(Text text) {
        index.addKeys(text);
        List<Text> candidates = index.candidates(text);
        linkToEarlier(text, candidates);
        linkFromLater(text, candidates);
        text.links().forEach((other, link) -> affectAround(other));
        index.parted(text).forEach(this::unlinkUnlessNear);
    }

    /** Unlinks two texts that a text between them has parted. */
    private void unlinkUnlessNear(TextPair pair) {
        if (pair.one().links().containsKey(pair.other()) && !index.areNear(pair)) {
            boolean full = pair.other().firstOfFullEarlier() != null;
            unlink(pair.one(), pair.other());
            if (full) {
                linkToOneMore(pair.other());
            }
        }
    }

    /** Links two texts that a text between them had parted, unless the later one has its maximum of later ones. */
    private void linkIfNear(TextPair pair) {
        Text text = pair.one();
        Text other = pair.other();
        Text first = other.firstOfFullEarlier();
        if (text.links().containsKey(other) || first != null && text.isBefore(first) || !index.areNear(pair)) {
            return;
        }
        between(text, other).ifPresent(link -> {
            if (first != null) {
                unlink(first, other);
            }
            link(text, other, link);
            related.add(text);
            affectAround(text);
            affectAround(other);
        });
    }

    /** Links a text to the latest of those before it that share something with it. */
    private void linkToEarlier(Text text, List<Text> candidates) {
        int links = 0;
        for (Text other : candidates.stream()
                .filter(other -> other.isBefore(text))
                .sorted(Text.ORDER.reversed())
                .toList()) {
            Optional<SharedText> link = between(text, other);
            link.ifPresent(shared -> link(text, other, shared));
            links += link.isPresent() ? 1 : 0;
            if (links == EdgeConstants.MOST_EARLIER) {
                return;
            }
        }
    }

    /** Links later texts to this one; each that has the maximum of earlier texts loses the first of them. */
    private void linkFromLater(Text text, List<Text> candidates) {
        for (Text other : candidates) {
            Text first = text.isBefore(other) ? other.firstOfFullEarlier() : text;
            if (first == null || first.isBefore(text)) {
                between(text, other).ifPresent(link -> {
                    if (first != null) {
                        unlink(first, other);
                    }
                    link(text, other, link);
                });
            }
        }
    }

    /** What two texts share; the samples of one that is too far away in time are not unpacked. */
    private Optional<SharedText> between(Text text, Text other) {
        return EdgeRule.mayBeLinked(text.first(), other.first())
                ? EdgeRule.between(index.samples(text), index.samples(other))
                : Optional.empty();
    }

    private void link(Text text, Text other, SharedText link) {
        text.link(other, link);
        other.link(text, link);
        related.add(other);
    }

    private void unlink(Text text, Text other) {
        affectAround(text);
        affectAround(other);
        text.unlink(other);
        other.unlink(text);
        related.add(text);
        related.add(other);
    }

    /** The connected components of the affected texts; all that they are connected to is affected, too. */
    private Regrouping group() {
        kept.all().stream().filter(work -> !kept.isConnected(work)).forEach(this::dissolve);
        List<Work> formed = new ArrayList<>();
        List<Work> changed = new ArrayList<>();
        List<Text> moved = new ArrayList<>();
        Set<Text> done = new LinkedHashSet<>();
        for (Text start : affected) {
            if (done.add(start)) {
                Component component = Component.of(start, kept, done);
                Work before = component.earliestWork();
                List<Text> texts = component.textsBeside(before);
                Work work = before == null ? new Work(texts) : before;
                for (Text text : texts) {
                    if (!work.id().equals(text.workId())) {
                        moved.add(text);
                    }
                }
                if (before != null) {
                    texts.forEach(before::add);
                }
                texts.forEach(text -> text.setWork(work));
                (before == null ? formed : changed).add(work);
                component.works().stream().filter(other -> other != before).forEach(dissolved::add);
            }
        }
        return new Regrouping(dissolved, formed, related, moved, changed);
    }
}
