"""The queue in SimPy: a process for each customer, who asks for one of the servers of a resource."""

import random
import sys
import time

import simpy

servers, customers, seed = (int(sys.argv[i]) for i in (1, 4, 5))
arrivals, services = (float(sys.argv[i]) for i in (2, 3))


def customer(env, staff):
    global waited
    came = env.now
    with staff.request() as request:
        yield request
        waited += env.now - came
        yield env.timeout(random.expovariate(services))


def source(env, staff):
    for _ in range(customers):
        yield env.timeout(random.expovariate(arrivals))
        env.process(customer(env, staff))


start = time.perf_counter()
random.seed(seed)
waited = 0.0
env = simpy.Environment()
env.process(source(env, simpy.Resource(env, capacity=servers)))
env.run()
print(time.perf_counter() - start, customers, waited / customers)
