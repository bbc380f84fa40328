"""The queue in Ciw, whose subject are queues: a network of one node."""

import sys
import time

import ciw

servers, customers, seed = (int(sys.argv[i]) for i in (1, 4, 5))
arrivals, services = (float(sys.argv[i]) for i in (2, 3))

start = time.perf_counter()
ciw.seed(seed)
network = ciw.create_network(
    arrival_distributions=[ciw.dists.Exponential(rate=arrivals)],
    service_distributions=[ciw.dists.Exponential(rate=services)],
    number_of_servers=[servers],
)
simulation = ciw.Simulation(network)
simulation.simulate_until_max_customers(customers)
seconds = time.perf_counter() - start
waits = [record.waiting_time for record in simulation.get_all_records()]
print(seconds, len(waits), sum(waits) / len(waits))
