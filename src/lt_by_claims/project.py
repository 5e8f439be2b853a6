"""The files of a project, and the claims of the texts in them.

data/raw/<document>.txt or .md       a text, with what is known of it in <document>.toml
data/reviewed/<document>.yaml        its claims, as a reviewer settled them
data/reviewed/<document>.<annotator>.yaml    as one annotator sees them, to measure agreement; not published
data/processed/                      what is published
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from lt_by_claims.claim import Claim
from lt_by_claims.document import Document
from lt_by_claims.errors import UsageError
from lt_by_claims.read import read
from lt_by_claims.review import Retired, Review, reviewed, withdrawn

RAW = Path("data", "raw")
REVIEWED = Path("data", "reviewed")
PROCESSED = Path("data", "processed")

TEXT_FILES = (".txt", ".md")


def texts(project: Path) -> list[Path]:
    """The raw texts of a project, by name."""
    folder = project / RAW
    if not folder.is_dir():
        raise no_project(project)
    found = sorted(path for path in files(folder) if path.suffix in TEXT_FILES)
    if not found:
        raise UsageError(f"{folder}: no text in it: put one there, as .txt or .md")
    return found


def text(project: Path, name: str) -> Path:
    """The raw text of a document; a file anywhere will do too."""
    by_name = {path.stem: path for path in texts_or_none(project)}
    if name in by_name:
        return by_name[name]
    if Path(name).suffix in TEXT_FILES and Path(name).is_file():
        return Path(name)
    near = get_close_matches(name, by_name, n=3) or sorted(by_name)[:10]
    there = f"; there are: {', '.join(near)}" if near else ""
    raise UsageError(f"{name}: no text of the project {project}, nor a .txt or .md file{there}")


def texts_or_none(project: Path) -> list[Path]:
    """The raw texts of a project, none where it is none."""
    return texts(project) if (project / RAW).is_dir() else []


def review_file(project: Path, document_id: str) -> Path:
    """Where the review of a document stands, or would."""
    return project / REVIEWED / f"{document_id}.yaml"


def annotators(project: Path, document_id: str) -> dict[str, Path]:
    """The files of the annotators of a document, who read it apart from each other, by their names; never published."""
    found = sorted((project / REVIEWED).glob(f"{document_id}.*.yaml"))
    return {path.stem.partition(".")[2]: path for path in found}


def published(project: Path) -> Path | None:
    """Where a project has its tables; None outside of all projects, for the tables that came with the package.

    UsageError where a folder is named that is no project.
    """
    if (project / RAW).is_dir():
        return project / PROCESSED
    if project != Path():
        raise no_project(project)
    return None


def no_project(folder: Path) -> UsageError:
    """That a folder is no project."""
    return UsageError(f"{folder}: no project, for it has no folder {RAW}: go to one, or name it with --project")


def strays(project: Path, found: Sequence[Path]) -> Iterator[str]:
    """Files of the project that nothing can be made of: two texts of one name, and reviews of no text."""
    names = Counter(path.stem for path in found)
    for path in found:
        if names[path.stem] > 1:
            yield f"{RAW / path.name}: another text is named {path.stem} too: rename one"
    yield from unread(project / RAW)
    if (project / REVIEWED).is_file():
        yield f"{REVIEWED}: is a file, and no folder of reviews: bring the folder back"
    for path in sorted(folders(project / REVIEWED)):
        yield f"{REVIEWED / path.name}: is a folder, and is not read: move its files out of it, or take it away"
    for path in sorted(files(project / REVIEWED)):
        if path.suffix != ".yaml":
            yield f"{REVIEWED / path.name}: is not read, for a review is named <document>.yaml: rename it"
        elif "." in path.stem and (name := path.stem.partition(".")[0]) not in names:
            what = "annotates a text that is not there"
            yield f"{REVIEWED / path.name}: {what}: put {name}.txt into {RAW}, or take it away"


def facts_without_text(project: Path) -> list[Path]:
    """Files that say what is known of a text which is not there; it may have been withdrawn."""
    names = {path.stem for path in texts(project)}
    return sorted(path for path in files(project / RAW) if path.suffix == ".toml" and path.stem not in names)


def unread(folder: Path) -> Iterator[str]:
    """What lies among the texts as if it were read."""
    for path in sorted(files(folder)):
        small = path.suffix.lower()
        if small in (*TEXT_FILES, ".toml") and small != path.suffix:
            yield f"{RAW / path.name}: is not read, for it ends in {path.suffix}: name it {path.stem}{small}"
    for path in sorted(folders(folder)):
        if path.suffix in TEXT_FILES or any(inside.suffix in TEXT_FILES for inside in files(path)):
            yield f"{RAW / path.name}: is a folder, and is not read: move its texts out of it, or take it away"


def reviews_without_text(project: Path, found: Sequence[Path]) -> list[Path]:
    """Reviewed files whose text is not there: it may have been withdrawn."""
    names = {path.stem for path in found}
    reviews = sorted(path for path in files(project / REVIEWED) if path.suffix == ".yaml")
    return [path for path in reviews if "." not in path.stem and path.stem not in names]


def files(folder: Path) -> Iterable[Path]:
    """The files of a folder but hidden ones, none where there is no folder."""
    found = folder.iterdir() if folder.is_dir() else ()
    return (path for path in found if path.is_file() and not path.name.startswith("."))


def folders(folder: Path) -> Iterable[Path]:
    """The folders in a folder but hidden ones."""
    found = folder.iterdir() if folder.is_dir() else ()
    return (path for path in found if path.is_dir() and not path.name.startswith("."))


def claims_of(path: Path, project: Path) -> tuple[Document, Review, bool]:
    """A document, its claims, and whether a reviewer settled them; what has no review is drafted."""
    document = read(path, project)
    file = review_file(project, document.document_id)
    if file.is_file():
        return document, reviewed(file, document), True
    return document, Review(tuple(drafted(document)), {}), False


def retired_of(path: Path) -> Retired:
    """The claims that a text had which is withdrawn; its reviewed file holds nothing else."""
    return withdrawn(path).retired


def drafted(document: Document) -> list[Claim]:
    """The claims that the machine sees; the parser is imported only here, for who has reviews needs none."""
    from lt_by_claims.draft import draft

    return draft(document)
