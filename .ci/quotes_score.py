#!/usr/bin/env python3
"""Score quotes against 222 annotated ones in articles of the development sets: English, Spanish, German and French.

  python3 .ci/quotes_score.py EVAL --docs DOCS.jsonl            write the texts for `copydesk replay`
  python3 .ci/quotes_score.py EVAL --out DIR SCORES.json [SHOW] score the folder that `replay` wrote; SHOW, e.g. es-half0: print errors

EVAL is the folder of the evaluation data; quotes/gold.tsv has offsets only. A quotation of the gold is found when half of it is in
parts of quotes ("recall"); a part is right when half of it is in quotations of the gold ("precision"). "speaker": of the quotations
found, those with the right speaker: named in the text, the mention has a place where the gold has the name; else the words for the
speaker overlap, and there is no mention, or one that these words name. "precision_speaker" and "recall_speaker" count a quote with
another speaker as wrong. Quotations marked "either" count neither way. Halves are of a hash of set and article; translations of a text
are in one half. Rules were written looking at half 0. An article that the folder does not have is an error.
"""
import collections
import difflib
import hashlib
import json
import sys
from pathlib import Path

import annotated

GOLD = Path(__file__).parent / "quotes" / "gold.tsv"


def spans(field):
    return [] if field == "-" else [tuple(map(int, span.split("-"))) for span in field.split(";")]


def annotations():
    for line in open(GOLD, encoding="utf8"):
        if not line.startswith("#"):
            name, article, language, read, start, end, kind, speaker, named = line.rstrip("\n").split("\t")
            quote = None if kind == "none" else (int(start), int(end), kind, spans(speaker), spans(named))
            yield (name, article, language, int(read)), quote


def articles(data):
    return annotated.articles(data, annotations(), "quotes.example")


def places(body, text):
    """By character of the article, the number of the character in the text: cleaning may have taken out some, and white space."""
    solid = [i for i, c in enumerate(text) if not c.isspace()]
    kept = [i for i, c in enumerate(body) if not c.isspace()]
    place = [len(text)] * (len(body) + 1)
    blocks = difflib.SequenceMatcher(None, [body[i] for i in kept], [text[i] for i in solid], autojunk=False).get_matching_blocks()
    for one, other, size in blocks:
        for k in range(size):
            place[kept[one + k]] = solid[other + k]
    return place


def overlap(one, others):
    return sum(max(0, min(one[1], o[1]) - max(one[0], o[0])) for o in others)


def right(quote, mentions, gold):
    """Whether a quote has the speaker of the gold."""
    _, _, _, speaker, named = gold
    said = [quote["speaker"]] if quote["speaker"] else []
    mention = mentions[quote["mention"]] if quote["mention"] is not None else []
    if named:
        return any(overlap(name, mention) for name in named)
    if not any(overlap(words, said) for words in speaker):
        return False
    return not mention or any(overlap(place, said) for place in mention)


def read(record, text):
    """The quotes and mentions of a record, by offsets in the text."""
    at = annotated.units(record["articleBody"])
    place = places(record["articleBody"], text)

    def span(o):
        return place[at[o["start"]]], place[max(at[o["start"]], at[o["end"]] - 1)] + 1

    quotes = [{"parts": [span(p) for p in quote["parts"]], "speaker": span(quote["speaker"]) if quote.get("speaker") else None,
               "mention": quote.get("mention")} for quote in record.get("quotes") or []]
    return quotes, [[span(o) for o in mention.get("occurrences") or []] for mention in record["mentions"]]


def score(data, folder, path, show):
    gold = collections.defaultdict(list)
    for key, quote in annotations():
        if quote:
            gold[key].append(quote)
    counts = collections.Counter()

    def tell(what, key, start, end, text, *more):
        around = text[max(0, start - 120):start], text[start:end], text[end:end + 90]
        print(what, key[1], " ".join("{}>>>{}<<<{}".format(*around).split()), *more)

    for record, key, text in annotated.replayed(articles(data), folder):
        language = key[2]
        quotes, mentions = read(record, text)
        name = key[1].split(":")[-1] if key[0] == "ntrex15" else " ".join(key[:2])
        half = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2
        groups = [language, f"{language}-half{half}", f"all-half{half}"]
        told = show in groups

        def count(metric, outcome):
            for group in groups:
                counts[group, metric, bool(outcome)] += 1

        for quote in quotes:
            for part in quote["parts"]:
                hits = [g for g in gold[key] if 2 * overlap(part, [g]) >= part[1] - part[0]]
                if any(g[2] == "either" for g in hits):
                    counts[language, "either", True] += 1
                    continue
                count("precision", hits)
                count("precision_speaker", hits and right(quote, mentions, hits[0]))
                if told and not hits:
                    tell("WRONG", key, *part, text)
        for g in gold[key]:
            if g[2] == "either":
                continue
            hit = [q for q in quotes if 2 * overlap(g, q["parts"]) >= g[1] - g[0]]
            count("recall", hit)
            count("recall_speaker", hit and right(hit[0], mentions, g))
            if hit:
                count("speaker", right(hit[0], mentions, g))
            if told and not hit:
                tell("MISSED", key, *g[:2], text)
            elif told and not right(hit[0], mentions, g):
                words = hit[0]["speaker"]
                name = [text[m[0]:m[1]] for m in mentions[hit[0]["mention"]][:1]] if hit[0]["mention"] is not None else None
                tell("SPEAKER", key, *g[:2], text, [text[a:b] for a, b in (g[4] or g[3])[:1]], words and text[words[0]:words[1]], name)
    scores = {}
    for group in sorted({g for g, _, _ in counts}):
        metrics = {}
        for metric in ("precision", "recall", "speaker", "precision_speaker", "recall_speaker"):
            good, bad = counts[group, metric, True], counts[group, metric, False]
            metrics[metric] = good / max(1, good + bad)
        scores[group] = {"metrics": metrics}
        print(group, *(f"{m} {v:.3f}" for m, v in metrics.items()), "quotes", counts[group, "recall", True] + counts[group, "recall", False],
              *(["either", counts[group, "either", True]] if group in {k[2] for k in gold} else []))
    json.dump(scores, open(path, "w", encoding="utf8"))


if len(sys.argv) == 4 and sys.argv[2] == "--docs":
    annotated.write(articles(Path(sys.argv[1]) / "data"), sys.argv[3])
elif len(sys.argv) in (5, 6) and sys.argv[2] == "--out":
    score(Path(sys.argv[1]) / "data", sys.argv[3], sys.argv[4], (sys.argv + [""])[5])
else:
    sys.exit(__doc__)
