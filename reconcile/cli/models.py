"""``reconcile models``: which models are there, and the one way to fetch another."""

from __future__ import annotations

import click

from reconcile.cli import console


@click.group(invoke_without_command=True, short_help="The models that are installed; fetch others.")
@click.pass_context
def models(context: click.Context) -> None:
    """List the models that can be used as they are: role, name, revision, hash, size, licence, place.

    Nothing is ever downloaded but by `reconcile models fetch NAME`.
    """
    if context.invoked_subcommand is None:
        console.emit(_listed() + "\n", for_people=True)


@models.command()
@click.argument("name")
def fetch(name: str) -> None:
    """Download the sentence-transformers model NAME (owner/name) from the Hugging Face hub.

    It goes to the Hugging Face cache; --encoder NAME uses it from then on.
    """
    from reconcile.models.fetch import fetch as download
    from reconcile.report import visible

    console.emit(f"{visible(str(download(name)))}\n", for_people=True)


def _listed() -> str:
    # Imported here so that the help does not load what only a run needs.
    from reconcile.models.installed import installed_models
    from reconcile.report import visible

    blocks = []
    for model in installed_models():
        told = [
            f"{model.role} {model.name}",
            f"  revision  {model.revision}",
            f"  sha256    {model.sha256}",
            f"  size      {model.size / 1e6:.1f} MB",
            f"  licence   {model.licence or 'not told'}",
            f"  place     {model.path}",
        ]
        blocks.append("\n".join(map(visible, told)))
    return "\n\n".join(blocks)
