"""`syncdoctor package`: the Teams app, ready to upload."""

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.ended import Ended, reason
from bot.packaging import package
from bot.packaging.faults import BadManifest
from bot.settings import PREFIX

OUT = Path("dist")


def run(
    app_id: Annotated[str, typer.Option(envvar=f"{PREFIX}APP_ID", help="The app registration's client id.")] = "",
    public_url: Annotated[str, typer.Option(envvar=f"{PREFIX}PUBLIC_URL", help="https, no path.")] = "",
    out: Annotated[Path, typer.Option(help="The folder to write it to.")] = OUT,
) -> None:
    """Fill in the manifest, check it against Teams' rules, and write the package. Whatever is missing is named."""
    try:
        written = package(app_id, public_url, out, version("syncdoctor"))
    except BadManifest as bad:
        given = f"Give {PREFIX}APP_ID and {PREFIX}PUBLIC_URL in the environment, or --app-id and --public-url."
        raise Ended(*bad.faults, *([] if app_id and public_url else [given])) from None
    except OSError as failure:
        raise Ended(f"{out} can't be written to: {reason(failure)}. Choose another folder with --out.") from None
    typer.echo(str(written))
