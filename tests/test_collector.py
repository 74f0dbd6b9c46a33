"""The collector is off while much is made, and need not walk over it afterwards."""

from __future__ import annotations

import gc

import pytest

from timeline.collector import collector_off


class Made:
    """Something that the collector knows of."""


def generation_of(made: object) -> int:
    return next(number for number in range(3) if any(made is one for one in gc.get_objects(generation=number)))


def test_what_was_made_has_outlasted_the_young() -> None:
    with collector_off():
        assert not gc.isenabled()
        made = Made()
        assert generation_of(made) == 0
    assert gc.isenabled()
    assert generation_of(made) == 2
    assert gc.get_freeze_count() == 0


def test_it_comes_back_on_after_a_fault_and_stays_off_where_it_was() -> None:
    with pytest.raises(KeyError), collector_off():
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        with collector_off():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
