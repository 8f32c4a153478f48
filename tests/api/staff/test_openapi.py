"""Whatever is sent to any endpoint of the OpenAPI, staff's included, the server never fails.

Examples come from the schema itself (schemathesis): half of them fit it, half do not. Who sends them is
signed in and may do everything.
"""

from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from api.contract import ErrorModel
from api.staff.roles import EVERYWHERE, Role
from tests.api.staff.office import AREA, Office, Person, office, state

__all__ = ["office", "state"]

EXAMPLES = 12
"""For each endpoint and each half."""
STREAMS = {"events"}
"""Answers that go on for five minutes."""


def operations(office: Office) -> list[Any]:
    """Return every endpoint of the schema but the streams."""
    schema = schemathesis.openapi.from_dict(office.app.openapi())
    found = [one.ok() for one in schema.get_all_operations()]
    return [one for one in found if one.definition.raw["operationId"] not in STREAMS]


def send(office: Office, person: Person, case: Any, ours: bool) -> tuple[int, Any]:
    """Send what was made up as the person who may do everything; return status and answer."""
    if ours and "area" in case.path_parameters:
        case.path_parameters["area"] = AREA
    request = case.as_transport_kwargs(base_url="http://testserver")
    headers = {**request["headers"], "x-csrf-token": person.csrf, "cookie": f"nigemichi_staff={person.token}"}
    sent = {name: request[name] for name in ("params", "json", "content") if name in request}
    if "data" in request:
        sent["content"] = request["data"]
    answer = office.client.request(request["method"], request["url"], headers=headers, **sent)
    return answer.status_code, answer


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_no_endpoint_ever_fails(office: Office, mode: GenerationMode) -> None:
    office.hire("chief", Role.ADMIN, EVERYWHERE)
    table = operations(office)
    assert len(table) > 40
    tried, person = [], office.sign_in("chief")
    for operation in table:
        if person.ask("GET", "/v1/staff/session").status_code != 200:
            person = office.sign_in("chief")
        with suppress(Unsatisfiable):  # where any text fits, nothing can be made up that does not
            _try(office, person, operation, mode)
            tried.append(operation.label)
    assert len(tried) >= 25, tried


def _try(office: Office, person: Person, operation: Any, mode: GenerationMode) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), ours=st.booleans())
    def tried(case: Any, ours: bool) -> None:
        status, answer = send(office, person, case, ours)
        assert status < 500, (operation.label, status, answer.text[:500])
        if status >= 400 and answer.content and operation.method != "head":
            assert ErrorModel.model_validate(answer.json()).error

    tried()
