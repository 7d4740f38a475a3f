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
