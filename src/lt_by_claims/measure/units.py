"""Units of money, share, physics and time, by their signs and words: what they are called and what they come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from lt_by_claims.codes import currencies
from lt_by_claims.measure.lexicon import Phrases, lexicon, rows
from lt_by_claims.measure.tokens import Place, remembered

ANY_CASE = 3
"""Signs of fewer letters are read with their own capitals only: MW and mW."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its code, the kind of value it makes, and how many base units it is."""

    code: str
    kind: str
    factor: Fraction = Fraction(1)

    def __truediv__(self, other: Unit) -> Unit:
        """So much of it for each of the other: kV/cm."""
        return Unit(f"{self.code}/{other.code}", self.kind, self.factor / other.factor)


def money(code: str, factor: Fraction | int = 1) -> Unit:
    """A unit of money."""
    return Unit(code, "money", Fraction(factor))


def currency_signs() -> dict[str, Unit]:
    """Signs and codes, as they stand; dollars with their code before the sign too, as in CAD$."""
    known = {form: money(one.code) for one in currencies().values() for form in (one.code, one.sign) if form}
    known |= {f"{one.code}$": money(one.code) for one in currencies().values() if "dollar" in one.plural}
    said = lexicon("currencies")
    known |= {sign: money(code) for sign, code in said["signs"].items()}
    known |= {sign.lower(): unit for sign, unit in known.items() if sign.endswith("$") and len(sign) > 2}
    known |= {code: known[code.upper()] for code in said["small"]["codes"]} | {"rmb": known["RMB"]}
    return known | {sign: money(code, factor) for sign, (code, factor) in said["prefixed"].items()}


def currency_names() -> dict[str, Unit]:
    """Names in small letters; a name that several currencies bear is that of the one in use."""
    in_use_last = sorted(currencies().values(), key=lambda one: one.in_use)
    known = {name.lower(): money(one.code) for one in in_use_last for name in (one.singular, one.plural)}
    said = lexicon("currencies")
    known |= {name: money(code) for code, names in said["names"].items() for name in names}
    return known | {name: money(code, Fraction(1, 100)) for code, names in said["hundredths"].items() for name in names}


def measure_signs() -> Iterator[tuple[str, Unit]]:
    """Signs of all other units with each of their prefixes, as they stand."""
    prefixes = lexicon("units")["prefixes"]
    for row in rows("units"):
        unit = Unit(row["code"], row["kind"], Fraction(row["factor"]))
        for sign in filter(None, row["signs"].split("|")):
            yield sign, unit
            for prefix in row["prefixes"].split():
                yield prefix + sign, Unit(unit.code, unit.kind, unit.factor * Fraction(prefixes[prefix][1]))


def measure_names() -> Iterator[tuple[str, Unit]]:
    """Names of all other units with each of their prefixes, one and many, in small letters."""
    prefixes = lexicon("units")["prefixes"]
    for row in rows("units"):
        unit = Unit(row["code"], row["kind"], Fraction(row["factor"]))
        for name in (form.lower() for pair in row["words"].split("|") for form in pair.split("/") if form):
            yield name, unit
            for prefix in row["prefixes"].split():
                word, factor = prefixes[prefix]
                yield word + name, Unit(unit.code, unit.kind, unit.factor * Fraction(factor))


def in_any_case(signs: dict[str, Unit]) -> dict[str, Unit]:
    """The longer signs in small letters, where only one unit has them."""
    strict, lowered = set(lexicon("units")["capitals"]["strict"]), dict[str, set[Unit]]()
    for sign, unit in signs.items():
        if len(sign) >= ANY_CASE and sign.isalpha() and sign.lower() not in strict:
            lowered.setdefault(sign.lower(), set()).add(unit)
    return {sign: next(iter(units)) for sign, units in lowered.items() if len(units) == 1}


SIGNS_BEFORE: Phrases[Unit] = Phrases(
    {sign: unit for sign, unit in currency_signs().items() if sign not in lexicon("currencies")["words"]}, by_case=True
)
"""What may stand before a number."""

SIGNS_AFTER: Phrases[Unit] = Phrases(dict(measure_signs()) | currency_signs(), by_case=True)
SIGNS_IN_ANY_CASE: Phrases[Unit] = Phrases(in_any_case(dict(measure_signs())))
NAMES_AFTER: Phrases[Unit] = Phrases(dict(measure_names()) | currency_names())

PARTS: dict[str, tuple[str, int]] = {whole: (part, many) for whole, (part, many) in lexicon("units")["parts"].items()}
"""The smaller unit in which an amount may go on, and how many of it make the larger."""


def unit_before(here: Place) -> tuple[int, Unit] | None:
    """The sign or code of a currency that begins here."""
    return SIGNS_BEFORE.at(here)


@remembered
def unit_after(here: Place) -> tuple[int, Unit] | None:
    """The unit that stands here, with the hyphen before it; the longer of a sign and a name."""
    if k := here.suspended():
        later = unit_after(here + k)
        return (1, later[1]) if later else None
    k = 1 if here.hyphen(0) else 0
    found = [match for match in (SIGNS_AFTER.at(here + k), NAMES_AFTER.at(here + k)) if match]
    if not found and here[k - 1].sort == "figure" and here.joined(k):
        found = [match for match in (SIGNS_IN_ANY_CASE.at(here + k),) if match]
    if not found:
        return None
    length, unit = max(found, key=lambda match: match[0])
    return (length + k, unit) if whole(here, k, length) else None


def whole(here: Place, k: int, length: int) -> bool:
    """Is the sign no part of a longer word, and a lone letter written right after its figure or on its own?"""
    ends = here[k + length]
    if ends.sort == "word" and here.joined(k + length) and here[k + length - 1].text in {"′", "″"}:
        return False
    if ends.sort in {"figure", "word"} and here.joined(k + length) and here[k + length - 1].sort != "mark":
        return False
    return not (ends.text in {"'", "’"} and here.joined(k + length))
