import numpy as np
import pytest

from router.costs import EdgeCosts, plain_costs
from router.errors import InputError
from router.graph import CLOSED_DS


def u32(*values: int) -> np.ndarray:
    return np.array(values, np.uint32)


def test_an_edge_closed_to_others_may_be_left() -> None:
    costs = EdgeCosts(u32(10, CLOSED_DS, CLOSED_DS), u32(10, 10, CLOSED_DS), u32(10, 50, CLOSED_DS))
    assert costs.n_edges == 3
    for array in (costs.cost_ds, costs.duration_ds, costs.leave_ds):
        assert not array.flags.writeable


def test_plain_costs_are_the_durations() -> None:
    costs = plain_costs(u32(10, CLOSED_DS))
    for array in (costs.cost_ds, costs.duration_ds, costs.leave_ds):
        assert array.tolist() == [10, CLOSED_DS]


def test_every_problem_of_the_layout_is_named_at_once() -> None:
    with pytest.raises(InputError) as error:
        EdgeCosts(u32(1, 2), u32(1), np.array([1, 2], np.int64))
    assert [problem.where for problem in error.value.problems] == ["duration_ds", "leave_ds"]


@pytest.mark.parametrize(
    ("cost", "duration", "leave", "where"),
    [
        (0, 1, 0, ["cost_ds[1]", "leave_ds[1]"]),
        (CLOSED_DS + 1, 1, CLOSED_DS + 1, ["cost_ds[1]", "leave_ds[1]"]),
        (5, 0, 5, ["duration_ds[1]"]),
        (5, 5, 6, ["leave_ds[1]"]),
        (5, CLOSED_DS, 5, ["duration_ds[1]"]),
        (CLOSED_DS, CLOSED_DS, 5, ["duration_ds[1]"]),
    ],
)
def test_costs_that_contradict_each_other_are_refused(
    cost: int, duration: int, leave: int, where: list[str]
) -> None:
    with pytest.raises(InputError) as error:
        EdgeCosts(u32(7, cost), u32(7, duration), u32(7, leave))
    assert [problem.where for problem in error.value.problems] == where
