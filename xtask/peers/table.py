"""Reads lines of what, version, seconds, customers, mean wait; prints the table. Fails if a model's mean wait is not Erlang's."""

import statistics
import sys

servers, arrivals, services = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
# What chance may do to the mean wait of all rounds: a standard error is some 2 % with five rounds of 100,000 customers at load 0.8.
REACH = 0.1


def wait_mmc():
    """Mean wait in M/M/c, by the recursion of Erlang B (Cooper 1981, 3.3)."""
    offered, b = arrivals / services, 1.0
    for n in range(1, servers + 1):
        b = offered * b / (n + offered * b)
    all_busy = b / (1 - offered / servers * (1 - b))
    return all_busy / (services * servers - arrivals)


rounds = {}
for line in sys.stdin:
    what, version, *numbers = line.split("\t")
    rounds.setdefault((what, version), []).append([float(number) for number in numbers])

own, wrong = None, []
print("| what | version | a customer, least [µs] | median [µs] | times as long (least) | mean wait against Erlang C |")
print("|---|---|---|---|---|---|")
for (what, version), found in rounds.items():
    times = [1e6 * seconds / customers for seconds, customers, _ in found]
    own = own or min(times)
    customers = sum(row[1] for row in found)
    error = sum(row[1] * row[2] for row in found) / customers / wait_mmc() - 1
    ratio = f"{min(times) / own:.1f}"
    print(f"| {what} | {version} | {min(times):.3g} | {statistics.median(times):.3g} | {ratio} | {100 * error:+.1f} % |")
    if not abs(error) < REACH:
        wrong.append(what)
if wrong:
    sys.exit(f"not this queue: {', '.join(wrong)}")
