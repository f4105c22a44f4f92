#!/usr/bin/env python3
"""Hold the scores that dedup_eval.py printed against their floors, and false alarms against their ceilings.

  python3 .ci/dedup_floors.py PRINTED.txt FLOORS.json

FLOORS.json is {"set": {"metric": least}}; a metric "most_x" is the most that x may be.
"""
import json
import re
import sys

scores = {}
current = None
for line in open(sys.argv[1], encoding="utf8"):
    if line.startswith("== "):
        current = scores.setdefault(line[3:].split(":")[0], {})
    else:
        words = line.split()
        if current is not None and len(words) >= 2 and re.fullmatch(r"-?[0-9.]+", words[1]):
            current[words[0]] = float(words[1])
failed = 0
checked = 0
for name, metrics in json.load(open(sys.argv[2], encoding="utf8")).items():
    for metric, bound in metrics.items():
        ceiling = metric.startswith("most_")
        value = scores.get(name, {}).get(metric.removeprefix("most_"))
        good = value is not None and (value <= bound if ceiling else value >= bound)
        checked += 1
        failed += not good
        print(f"{'ok  ' if good else 'FAIL'} {name} {metric} {'-' if value is None else format(value, '.3f')} bound {bound}")
if not checked:
    failed = 1
    print("FAIL no bound was checked")
print(f"{checked - failed} passed, {failed} failed")
sys.exit(failed > 0)
