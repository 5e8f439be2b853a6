from __future__ import annotations

import pyarrow

from lt_by_claims.codes import currencies, each, states, states_of_today
from lt_by_claims.tables.checks import actors_have_codes, unit_fits_the_kind


def test_a_state_has_its_names() -> None:
    lithuania, turkey = states()["LT"], states()["TR"]
    assert (lithuania.name, lithuania.demonyms, lithuania.capitals) == ("Lithuania", ("Lithuanian",), ("Vilnius",))
    assert turkey.names[0] == "Turkey"
    assert "Türkiye" in turkey.names


def test_every_state_has_its_code_and_a_name() -> None:
    assert all(len(code) == 2 and code.isupper() and state.name for code, state in states().items())
    assert {state.status for state in states().values()} == {"state", "territory", "withdrawn"}
    assert len(states()) >= 254
    assert len(states_of_today()) > 195


def test_a_currency_has_its_names_and_its_end() -> None:
    euro, litas = currencies()["EUR"], currencies()["LTL"]
    assert (euro.singular, euro.plural, euro.sign, euro.in_use) == ("euro", "euros", "€", True)
    assert (litas.until, litas.in_use) == ("2014", False)


def test_every_currency_has_its_code_and_names() -> None:
    assert all(len(code) == 3 and code.isupper() and one.singular and one.plural for code, one in currencies().items())
    assert sum(one.in_use for one in currencies().values()) > 150


def test_codes_that_were_withdrawn_are_legal_but_no_states_of_today() -> None:
    assert actors_have_codes(pyarrow.array([["SU", "YU", "PR"]])).to_pylist() == [True]
    assert unit_fits_the_kind(pyarrow.array(["money"]), pyarrow.array(["DEM"])).to_pylist() == [True]
    assert not {"SU", "YU", "PR"} & {state.code for state in states_of_today()}


def test_names_in_a_cell_are_parted_by_semicolons() -> None:
    assert (each("Russia;Russian Federation"), each("")) == (("Russia", "Russian Federation"), ())
