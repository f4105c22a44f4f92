#!/usr/bin/env python3
"""How many relations called part hold no passage: pairs of articles without ten consecutive words in common.

  python3 .ci/part_runs.py REPLAYED.. [--pairs 300] [--seed 1]

REPLAYED is what `copydesk replay --out` wrote. Of all pairs that are related as part, so many are taken by the seed alone (the order of
lines does not matter), and the words of their cleaned texts are compared as they are written, but for case and punctuation. Prints lines
that dedup_scores.py reads.
"""
import argparse
import hashlib
import json
import re
from pathlib import Path

RUN = 10


def runs(body):
    words = re.findall(r"\w+", body.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def part_pairs(folder):
    pairs = set()
    for line in open(folder / "ledger.jsonl", encoding="utf8"):
        entry = json.loads(line)
        for relation in entry.get("relations") or []:
            if relation["kind"] == "part":
                pairs.add(tuple(sorted((entry["inputId"], relation["to"]))))
    return pairs


def bodies(folder, wanted):
    articles = {}
    for line in open(folder / "ledger.jsonl", encoding="utf8"):
        entry = json.loads(line)
        if entry["inputId"] in wanted:
            articles[entry["inputId"]] = entry["articleId"]
    needed = set(articles.values())
    latest = {}
    for line in open(folder / "enriched-articles.jsonl", encoding="utf8"):
        article = json.loads(line)
        known = latest.get(article["@id"])
        if article["@id"] in needed and (known is None or known[0] <= article["version"]):
            latest[article["@id"]] = (article["version"], article.get("articleBody") or "")
    return {name: latest[article][1] for name, article in articles.items()}


def sample(pairs, size, seed):
    return sorted(pairs, key=lambda pair: hashlib.sha256(f"{seed} {pair[0]} {pair[1]}".encode()).digest())[:size]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("replayed", nargs="+", type=Path)
    arguments.add_argument("--pairs", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    for folder in given.replayed:
        pairs = part_pairs(folder)
        chosen = sample(pairs, given.pairs, given.seed)
        texts = bodies(folder, {name for pair in chosen for name in pair})
        without = [pair for pair in chosen if not runs(texts[pair[0]]) & runs(texts[pair[1]])]
        print(f"\n== parts: {len(chosen)} of {len(pairs)} pairs in {folder}")
        print(f"part_pairs\t{len(pairs)}")
        print(f"compared\t{len(chosen)}")
        print(f"without_run\t{len(without) / max(1, len(chosen)):.4f}")


if __name__ == "__main__":
    main()
