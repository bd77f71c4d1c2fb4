"""A plugin for pytest: coverage notes which test runs which line."""

from coverage import Coverage


def pytest_runtest_logstart(nodeid: str) -> None:
    if measured := Coverage.current():
        measured.switch_context(nodeid)
