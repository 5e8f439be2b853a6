"""Problems as a JUnit report: a suite for each file, a failed test for each problem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from lt_by_claims.problem import Problem

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""


def junit(problems: Sequence[Problem]) -> str:
    """The report; without problems, one test that passed. A warning is a test that was skipped."""
    root = Element("testsuites", name="lt-by-claims validate")
    for path, some in groupby(problems, key=lambda problem: problem.path):
        root.append(suite(path or "project", list(some)))
    if not problems:
        passed = SubElement(root, "testsuite", name="project", tests="1", failures="0", errors="0", skipped="0")
        SubElement(passed, "testcase", classname="project", name="validate")
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def suite(path: str, problems: Sequence[Problem]) -> Element:
    """The problems of one file."""
    skipped = sum(problem.severity == "warning" for problem in problems)
    counts = {"tests": len(problems), "failures": len(problems) - skipped, "errors": 0, "skipped": skipped}
    made = Element("testsuite", {"name": plain(path), **{key: str(count) for key, count in counts.items()}})
    for problem in problems:
        name = plain(": ".join(part for part in (problem.where, problem.who, problem.check) if part))
        case = SubElement(made, "testcase", classname=plain(path), name=name)
        if problem.line:
            case.set("line", str(problem.line))
        sort = "failure" if problem.severity == "error" else "skipped"
        said = {"message": plain(problem.message)}
        SubElement(case, sort, said if sort == "skipped" else {**said, "type": problem.check})
    return made


def plain(text: str) -> str:
    """A text that XML can hold."""
    return FORBIDDEN.sub("\ufffd", text)
