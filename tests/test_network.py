"""The network: bounds, derivations and contradictions, against an independent oracle (Floyd and Warshall)."""

from __future__ import annotations

import math
import random

from hypothesis import given
from hypothesis import strategies as st

from timeline.network import ORIGIN, Constraint, Network, contradictions, hold_together, smallest

NODES = 5
CONSTRAINTS = st.lists(
    st.builds(
        lambda ends, most, label: Constraint(ends[0], ends[1], most, ((label,),) if label else ()),
        st.tuples(st.integers(0, NODES), st.integers(0, NODES)).filter(lambda ends: ends[0] != ends[1]),
        st.integers(-6, 9),
        st.sampled_from(["", *"abcdefgh"]),
    ),
    max_size=14,
)


def distances(constraints: list[Constraint]) -> list[list[float]]:
    """The shortest path between every two nodes, by Floyd and Warshall; a negative diagonal is a contradiction."""
    count = range(NODES + 1)
    known = [[0.0 if one == other else math.inf for other in count] for one in count]
    for tail, head, most, _ in constraints:
        known[tail][head] = min(known[tail][head], most)
    for middle in count:
        for one in count:
            for other in count:
                known[one][other] = min(known[one][other], known[one][middle] + known[middle][other])
    return known


def holds(constraints: list[Constraint]) -> bool:
    """Whether the constraints hold together, as the oracle has it."""
    known = distances(constraints)
    return all(known[node][node] >= 0 for node in range(NODES + 1))


def supported(constraints: list[Constraint], parts: frozenset[tuple[str, ...]]) -> list[Constraint]:
    """The constraints that need nothing but these parts."""
    return [one for one in constraints if parts.issuperset(one.label)]


@given(CONSTRAINTS)
def test_it_tells_what_holds_together(constraints: list[Constraint]) -> None:
    assert Network(constraints).propagate() == holds(constraints)
    assert hold_together(constraints) == holds(constraints)


@given(CONSTRAINTS.filter(holds))
def test_bounds_are_the_tightest(constraints: list[Constraint]) -> None:
    network = Network(constraints)
    assert network.propagate()
    known = distances(constraints)
    for node in range(1, NODES + 1):
        latest, earliest = network.latest(node), network.earliest(node)
        assert (math.inf if latest is None else latest) == known[ORIGIN][node]
        assert (math.inf if earliest is None else -earliest) == known[node][ORIGIN]


@given(CONSTRAINTS.filter(holds))
def test_every_bound_has_a_chain_that_gives_it(constraints: list[Constraint]) -> None:
    network = Network(constraints)
    network.propagate()
    for node in range(1, NODES + 1):
        latest, chain = network.latest(node), network.why_latest(node)
        assert sum(one.most for one in chain) == (latest or 0)
        assert bool(chain) == (latest is not None)
        assert [one.tail for one in chain] == [ORIGIN, *(one.head for one in chain)][: len(chain)]
        assert not chain or chain[-1].head == node
        earliest, chain = network.earliest(node), network.why_earliest(node)
        assert -sum(one.most for one in chain) == (earliest or 0)
        assert [one.head for one in chain] == [ORIGIN, *(one.tail for one in chain)][: len(chain)]
        assert set(chain) <= set(constraints)


@given(CONSTRAINTS, st.data())
def test_bounds_added_later_count_as_those_given_at_first(constraints: list[Constraint], data: st.DataObject) -> None:
    later = [one for one in constraints if ORIGIN in one[:2] and data.draw(st.booleans())]
    network = Network([one for one in constraints if one not in later], range(1, NODES + 1))
    if network.propagate():
        network.tighten(later)
        assert network.propagate() == holds(constraints)
        if holds(constraints):
            whole = Network(constraints)
            whole.propagate()
            assert [network.latest(n) for n in range(1, 6)] == [whole.latest(n) for n in range(1, 6)]
            assert [network.earliest(n) for n in range(1, 6)] == [whole.earliest(n) for n in range(1, 6)]


@given(CONSTRAINTS, st.randoms())
def test_circles_have_a_negative_sum(constraints: list[Constraint], random: random.Random) -> None:
    circles = contradictions(constraints)
    assert bool(circles) != holds(constraints)
    for circle in circles:
        assert sum(one.most for one in circle) < 0
        assert sorted(one.tail for one in circle) == sorted(one.head for one in circle)
        assert set(circle) <= set(constraints)
    random.shuffle(constraints)
    assert contradictions(constraints) == circles


@given(CONSTRAINTS.filter(lambda given: holds(supported(given, frozenset())) and not holds(given)))
def test_a_contradiction_is_reduced_to_parts_none_of_which_can_be_spared(constraints: list[Constraint]) -> None:
    parts = smallest(
        {part for one in constraints for part in one.label}, lambda some: holds(supported(constraints, some))
    )
    assert not holds(supported(constraints, frozenset(parts)))
    for part in parts:
        assert holds(supported(constraints, frozenset(parts) - {part}))


@given(CONSTRAINTS.filter(holds), st.randoms())
def test_the_order_of_the_constraints_does_not_matter(constraints: list[Constraint], random: random.Random) -> None:
    shuffled = list(constraints)
    random.shuffle(shuffled)
    found = []
    for some in (constraints, shuffled):
        network = Network(some)
        network.propagate()
        found.append([(network.why_latest(node), network.why_earliest(node)) for node in range(1, NODES + 1)])
    assert found[0] == found[1]


def minutes(tail: int, head: int, low: int, high: int | None) -> list[Constraint]:
    """`head` is `low` to `high` minutes after `tail`."""
    most = [] if high is None else [Constraint(tail, head, high)]
    return [Constraint(head, tail, -low), *most]


COMMUTE = [
    # John goes to work by car (30 to 40 minutes) or by bus (at least 60); Fred by car (20 to 30) or in a car pool
    # (40 to 50). John left between 7:10 and 7:20; Fred arrived between 8:00 and 8:10; John arrived 10 to 20 minutes
    # after Fred left. Minutes after 7:00. The choices made are the car for John and the pool for Fred.
    *minutes(ORIGIN, 1, 10, 20),
    *minutes(1, 2, 30, 40),
    *minutes(3, 2, 10, 20),
    *minutes(3, 4, 40, 50),
    *minutes(ORIGIN, 4, 60, 70),
]


def test_the_commute_of_john_and_fred() -> None:
    """Dechter, Meiri and Pearl 1991, the example of their figures 2 to 5: the minimal network's first row."""
    network = Network(COMMUTE)
    assert network.propagate()
    assert [(network.earliest(node), network.latest(node)) for node in range(1, 5)] == [
        (10, 20),
        (40, 50),
        (20, 30),
        (60, 70),
    ]


def test_the_commute_by_bus_and_pool_cannot_be() -> None:
    by_bus = [one for one in COMMUTE if {one.tail, one.head} != {1, 2}] + minutes(1, 2, 60, None)
    assert not Network(by_bus).propagate()
    [circle] = contradictions(by_bus)
    assert sum(one.most for one in circle) == -20  # Fred arrives at 8:30 at the earliest, at 8:10 at the latest


def test_a_circle_that_no_bound_reaches_is_found() -> None:
    assert contradictions([Constraint(1, 2, -1), Constraint(2, 3, 0), Constraint(3, 1, 0)])


def test_days_of_any_size() -> None:
    network = Network([Constraint(ORIGIN, 1, 10**40), Constraint(1, 2, -(10**39))])
    assert network.propagate()
    assert network.latest(2) == 9 * 10**39
    assert network.earliest(2) is None
