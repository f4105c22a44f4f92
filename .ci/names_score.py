#!/usr/bin/env python3
"""Score mentions against 60 annotated articles of the development sets, 30 English and 30 Spanish (the first 1,100 characters of
each), and against the first lines of 65 texts in six more languages.

  python3 .ci/names_score.py EVAL --docs DOCS.jsonl            write the texts for `copydesk replay`
  python3 .ci/names_score.py EVAL --out DIR SCORES.json        score the folder that `replay` wrote

EVAL is the folder of the evaluation data; names/*.tsv have offsets and types only. A mention is right when it overlaps an
annotated one of its type ("precision", "recall"); "exact_…" ask for its offsets too. Rules were written looking at half 0; halves
are of a hash of set and article. An article that the folder does not have is an error, and no article without mentions.
"""
import collections
import hashlib
import json
import re
import sys
from pathlib import Path

import annotated

GOLD = [Path(__file__).parent / "names" / file for file in ("gold.tsv", "europe.tsv")]
HALVED = {"en", "es"}


def annotations():
    for line in (line for path in GOLD for line in open(path, encoding="utf8")):
        if not line.startswith("#"):
            name, article, language, read, start, end, kind = line.rstrip("\n").split("\t")
            yield (name, article, language, int(read)), (int(start), int(end), kind)


def articles(data):
    return annotated.articles(data, annotations(), "names.example")


def overlaps(one, others):
    return any(o[0] < one[1] and one[0] < o[1] and o[2] == one[2] for o in others)


def score(data, folder, path):
    gold = collections.defaultdict(list)
    for key, span in annotations():
        gold[key[:2]].append(span)
    counts = collections.Counter()
    for record, key, text in annotated.replayed(articles(data), folder):
        key, language = key[:2], key[2]
        at = annotated.units(record["articleBody"])
        # the text may have been cleaned: compare by the n-th occurrence of what is written there
        spans = []
        for mention in record["mentions"]:
            for o in mention.get("occurrences") or []:
                start, end = at[o["start"]], at[o["end"]]
                written = record["articleBody"][start:end]
                before = len(re.findall(re.escape(written), record["articleBody"][:start]))
                places = [m.start() for m in re.finditer(re.escape(written), text)]
                if before < len(places):
                    spans.append((places[before], places[before] + len(written), mention["@type"]))
        # translations of a text are in one half
        name = " ".join(key) if language in HALVED else key[1].split(":")[-1]
        half = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2
        groups = [language, f"{language}-half{half}"] if language in HALVED else [language, f"six-half{half}"]
        for group in groups:
            for span in spans:
                counts[group, "precision", overlaps(span, gold[key])] += 1
                counts[group, "exact_precision", span in gold[key]] += 1
            for span in gold[key]:
                counts[group, "recall", overlaps(span, spans)] += 1
                counts[group, "exact_recall", span in spans] += 1
    scores = {}
    for group in sorted({g for g, _, _ in counts}):
        metrics = {}
        for metric in ("precision", "recall", "exact_precision", "exact_recall"):
            right, wrong = counts[group, metric, True], counts[group, metric, False]
            metrics[metric] = right / max(1, right + wrong)
        scores[group] = {"metrics": metrics}
        print(group, *(f"{m} {v:.3f}" for m, v in metrics.items()))
    json.dump(scores, open(path, "w", encoding="utf8"))


if len(sys.argv) == 4 and sys.argv[2] == "--docs":
    annotated.write(articles(Path(sys.argv[1]) / "data"), sys.argv[3])
elif len(sys.argv) == 5 and sys.argv[2] == "--out":
    score(Path(sys.argv[1]) / "data", sys.argv[3], sys.argv[4])
else:
    sys.exit(__doc__)
