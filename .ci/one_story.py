#!/usr/bin/env python3
"""Hold a replay's output against: all inputs in one story, each a work of its own, no duplicates.

  python3 .ci/one_story.py DIR
"""
import json
import sys
from pathlib import Path

out = Path(sys.argv[1])
ledger = [json.loads(line) for line in open(out / "ledger.jsonl", encoding="utf8")]
duplicates = open(out / "duplicates.jsonl", encoding="utf8").read().splitlines()
stories = {line.get("storyId") for line in ledger}
works = {line.get("workId") for line in ledger}
problems = []
if not ledger:
    problems.append("the ledger is empty")
if any(line["outcome"] != "article" for line in ledger):
    problems.append("not every input is an article")
if len(stories) != 1 or None in stories:
    problems.append(f"{len(stories)} stories: {sorted(map(str, stories))}")
if len(works) != len(ledger):
    problems.append(f"{len(ledger)} inputs, {len(works)} works")
if duplicates:
    problems.append(f"{len(duplicates)} duplicates")
for problem in problems:
    print("FAIL", problem)
print(f"{len(ledger)} inputs, {len(works)} works, {len(stories)} story, {len(duplicates)} duplicates")
sys.exit(bool(problems))
