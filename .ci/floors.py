#!/usr/bin/env python3
"""Hold measured scores against their floors: {"set": {"metric": least}}.

  python3 .ci/floors.py SCORES.json FLOORS.json
"""
import json
import sys

scores = json.load(open(sys.argv[1], encoding="utf8"))
floors = json.load(open(sys.argv[2], encoding="utf8"))
failed = 0
checked = 0
for name, metrics in floors.items():
    for metric, least in metrics.items():
        value = scores.get(name, {}).get("metrics", {}).get(metric)
        checked += 1
        good = value is not None and value >= least
        failed += not good
        print(f"{'ok  ' if good else 'FAIL'} {name} {metric} {'-' if value is None else format(value, '.3f')} floor {least}")
if not checked:
    failed = 1
    print("FAIL no floor was checked")
print(f"{checked - failed} passed, {failed} failed")
sys.exit(failed > 0)
