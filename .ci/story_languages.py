#!/usr/bin/env python3
"""How often reports in each language are in one story with their translations, in ntrex15; reads the set in place.

  python3 .ci/story_languages.py WORK/ntrex15/storyId.tsv [SCORES.json]

WORK is the folder of dedup_eval.py. Prints recall by language, then precision, recall and F1 of pairs with the double reports of the set
counted as one story, on both halves of its documents (CRC-32 of their names). SCORES.json is for floors.py.
"""
import json
import pathlib
import sys
import zlib
from collections import Counter, defaultdict

DATA = pathlib.Path(__file__).resolve().parent.parent.parent / "shared/eval/data/dedup"

# Two reports of one event each.
DOUBLE = {"scotsman.133791": "bbc.381746", "reuters.218861": "cnbc.com.6769"}


def table(path):
    return dict(line.rstrip("\n").split("\t") for line in open(path, encoding="utf8"))


def pairs(counts):
    return sum(n * (n - 1) // 2 for n in counts.values())


def main():
    gold = table(DATA / "ntrex15.gold.tsv")
    languages = table(DATA / "ntrex15.lang.tsv")
    stories = table(sys.argv[1])
    translations = defaultdict(list)
    for document, event in gold.items():
        translations[event].append(document)
    found = defaultdict(list)
    for documents in translations.values():
        for one in documents:
            found[languages[one]] += [stories[one] == stories[other] for other in documents if other != one]
    recall = {language: sum(same) / len(same) for language, same in found.items()}
    print("recall", " ".join(f"{language} {share:.2f}" for language, share in sorted(recall.items(), key=lambda item: item[1])))
    scores = {"languages": {"metrics": {"least_recall": min(recall.values()), **{f"recall_{k}": v for k, v in recall.items()}}}}
    for name, half in (("all", None), ("chosen", 0), ("other", 1)):
        events = {d: DOUBLE.get(e, e) for d, e in gold.items()}
        events = {d: e for d, e in events.items() if half is None or zlib.crc32(e.encode()) & 1 == half}
        both = pairs(Counter((e, stories[d]) for d, e in events.items()))
        told = pairs(Counter(stories[d] for d in events))
        right = pairs(Counter(events.values()))
        metrics = {"precision": both / told, "recall": both / right, "F1": 2 * both / (told + right)}
        scores[name] = {"metrics": metrics}
        print(name, " ".join(f"{metric} {value:.3f}" for metric, value in metrics.items()))
    if len(sys.argv) > 2:
        json.dump(scores, open(sys.argv[2], "w", encoding="utf8"))


main()
