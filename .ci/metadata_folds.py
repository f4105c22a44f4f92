#!/usr/bin/env python3
"""Titles and dates by folds of sites: one fold whose errors nobody read while the rules were written, and the four that were read.

  python3 ../shared/eval/clean_eval.py --work WORK
  python3 .ci/metadata_folds.py ../shared/eval WORK

A site is in the fold of the CRC-32 of its host modulo 5. A title is right when it equals the gold one after NFKC, case folding and without
punctuation; a date when it is the same day. Prints set, measure, and share and number of pages for the folds 1 to 4 and for fold 0.
"""
import collections
import json
import pathlib
import sys
import zlib

evaluation, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
sys.path.insert(0, str(evaluation))
import score_extraction as scorer  # noqa: E402

SETS = ("fundus", "wcxb", "postlight", "htmldate", "traf")


def rows(file):
    with open(file, encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


print("set\tmeasure\tfolds 1-4\tpages\tfold 0\tpages")
for name in SETS:
    found = {row["id"]: row for row in rows(work / "pred" / f"{name}.jsonl")}
    right = collections.defaultdict(lambda: [0, 0])
    for gold in rows(work / "sets" / name / "gold.jsonl"):
        page = found.get(gold["id"], {})
        read = zlib.crc32(gold["host"].encode()) % 5 != 0
        judged = {}
        if gold.get("title"):
            judged["title"] = scorer.norm_title(gold["title"]) == scorer.norm_title(page.get("title"))
        if gold.get("date") and scorer.parse_date(gold["date"]):
            judged["date"] = scorer.same_day(gold["date"], page.get("date"))
        for measure, good in judged.items():
            right[measure, read][0] += good
            right[measure, read][1] += 1
    for measure in ("title", "date"):
        if right[measure, True][1]:
            cells = [f"{good / max(1, of):.3f}\t{of}" for good, of in (right[measure, True], right[measure, False])]
            print(name, measure, *cells, sep="\t")
