from pathlib import Path

import pytest
from dotenv import dotenv_values
from pydantic import ValidationError

from bot.settings import Settings

ROOT = Path(__file__).parents[2]


def test_the_example_names_every_setting_with_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    example = dotenv_values(ROOT / ".env.example")

    assert set(example) == {f"CORROBOT_{name.upper()}" for name in Settings.model_fields}
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)  # type: ignore[call-arg]


def test_every_setting_is_a_keyword(tmp_path: Path) -> None:
    settings = Settings(token="secret", database_url="sqlite+aiosqlite://", data_dir=tmp_path)  # type: ignore[arg-type]

    assert settings.token is not None
    assert settings.token.get_secret_value() == "secret"
    assert "secret" not in repr(settings)


def test_a_misspelt_setting_is_refused() -> None:
    with pytest.raises(ValidationError):
        Settings(tokn="x")  # type: ignore[call-arg]


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        Settings(_env_file=None).token = None  # type: ignore[call-arg]


def test_lines_of_other_programs_are_ignored_and_a_misspelt_line_of_ours_is_not(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("OTHER=1\nTOKEN=x\nCORROBOT_LOG_LEVEL=DEBUG\n")
    settings = Settings(_env_file=file)  # type: ignore[call-arg]
    assert (settings.token, settings.log_level) == (None, "DEBUG")

    file.write_text("OTHER=1\nCORROBOT_TOKN=x\n")
    with pytest.raises(ValidationError) as wrong:
        Settings(_env_file=file)  # type: ignore[call-arg]
    assert [one["loc"] for one in wrong.value.errors()] == [("tokn",)]
