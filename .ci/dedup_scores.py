#!/usr/bin/env python3
"""Turn what dedup_eval.py printed into scores for floors.py.

  python3 .ci/dedup_scores.py PRINTED.txt SCORES.json
"""
import json
import re
import sys

scores = {}
current = None
for line in open(sys.argv[1], encoding="utf8"):
    if line.startswith("== "):
        current = scores.setdefault(line[3:].split(":")[0], {"metrics": {}})["metrics"]
    else:
        words = line.split()
        if current is not None and len(words) >= 2 and re.fullmatch(r"-?[0-9.]+", words[1]):
            current[words[0]] = float(words[1])
json.dump(scores, open(sys.argv[2], "w", encoding="utf8"))
