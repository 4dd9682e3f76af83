"""The bridge: .sql files are tests, and tests have databases (runner.pytest_plugin)."""

pytest_plugins = ["runner.pytest_plugin"]
