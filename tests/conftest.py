"""What every test may ask for: the worker's desk with the sample caseload, and a clock that stands still."""

pytest_plugins = ("tests.support.desk",)
