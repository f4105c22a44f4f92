#!/usr/bin/env python3
"""Hold measured scores against their floors: {"set": {"metric": least}}; a metric "most_x" is the most that x may be.

  python3 .ci/floors.py SCORES.json FLOORS.json
"""
import json
import sys

scores = json.load(open(sys.argv[1], encoding="utf8"))
floors = json.load(open(sys.argv[2], encoding="utf8"))
failed = 0
checked = 0
for name, metrics in floors.items():
    for metric, bound in metrics.items():
        ceiling = metric.startswith("most_")
        value = scores.get(name, {}).get("metrics", {}).get(metric.removeprefix("most_"))
        checked += 1
        good = value is not None and (value <= bound if ceiling else value >= bound)
        failed += not good
        print(f"{'ok  ' if good else 'FAIL'} {name} {metric} {'-' if value is None else format(value, '.3f')} {'ceiling' if ceiling else 'floor'} {bound}")
if not checked:
    failed = 1
    print("FAIL no floor was checked")
print(f"{checked - failed} passed, {failed} failed")
sys.exit(failed > 0)
