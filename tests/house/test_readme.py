"""What the README says of the code is what the code says."""

from tests.house.readme_tables import README, TABLES, with_tables


def test_the_tables_are_the_codes() -> None:
    readme = README.read_text(encoding="utf-8")
    assert all(f"<!-- {name}: made from the code -->" in readme for name in TABLES)
    assert with_tables(readme) == readme, "run: uv run python -m tests.house.readme_tables"
