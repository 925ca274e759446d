"""What is inside a frozen program: every package with version, licence and licence texts.

Read from where each collected file comes from: an installed distribution, Python itself, or a package of the
system.
"""

import json
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

import stamp

ALWAYS = ("pyinstaller",)
"""Their files are in the program itself, not collected."""
LICENCE_FILE = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|COPYRIGHT)", re.IGNORECASE)
RULE = "=" * 100

Collected = tuple[str, str | None, str]
"""As PyInstaller lists it: name inside, where it comes from, kind."""


@dataclass(frozen=True, order=True)
class Component:
    name: str
    version: str
    purl: str
    licence: str
    texts: tuple[str, ...]


def of(collected: Iterable[Collected]) -> list[Component]:
    """Return what these files belong to, sorted by name."""
    owners = _owners()
    found: set[Component] = {_component(distribution(name)) for name in ALWAYS} | {_python()}
    for _, source, kind in collected:
        path = Path(source or "").resolve()
        if owner := owners.get(path):
            found.add(_component(owner))
        elif kind == "BINARY" and not path.is_relative_to(Path(sys.base_prefix).resolve()):
            found |= _of_system(path)
    return sorted(found, key=lambda component: component.name.lower())


def write_licences(components: Sequence[Component], folder: Path) -> Path:
    """Write the text of `--licenses`, and return the file."""
    own = (stamp.ROOT / "LICENSE").read_text(encoding="utf-8")
    model = (stamp.ROOT / "orchestrator_tray" / "model" / "NOTICE").read_text(encoding="utf-8")
    listed = "\n".join(f"  {part.name} {part.version}: {part.licence}" for part in components)
    chapters = [f"Orchestrator Tray {stamp.version()}\n\n{own}", f"It contains:\n\n{listed}\n", model]
    chapters += [f"{part.name} {part.version}\n\n" + "\n\n".join(part.texts) for part in components]
    file = folder / "_licences.txt"
    file.write_text(f"\n{RULE}\n\n".join(chapters), encoding="utf-8")
    return file


def write_sbom(components: Sequence[Component], file: Path) -> None:
    """Write a bill of materials in CycloneDX 1.6; the same components always give the same bytes."""
    listed = [_entry(component) for component in components]
    program = {
        "type": "application",
        "bom-ref": "orchestrator-tray",
        "name": "orchestrator-tray",
        "version": stamp.version(),
        "licenses": [{"expression": "MIT"}],
        "properties": [{"name": "commit", "value": stamp.commit()}],
    }
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([program, listed], sort_keys=True))
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(stamp.epoch())),
            "component": program,
        },
        "components": listed,
        "dependencies": [{"ref": "orchestrator-tray", "dependsOn": [part["bom-ref"] for part in listed]}],
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(bill, indent=2) + "\n", encoding="utf-8")


def _entry(component: Component) -> dict[str, object]:
    entry: dict[str, object] = {
        "type": "library",
        "bom-ref": component.purl,
        "name": component.name,
        "version": component.version,
        "purl": component.purl,
    }
    if component.licence:
        entry["licenses"] = [{"license": {"name": component.licence}}]
    return entry


def _owners() -> Mapping[Path, Distribution]:
    return {
        Path(str(found.locate_file(file))).resolve(): found
        for found in distributions()
        if found.name != "orchestrator-tray"
        for file in found.files or ()
    }


@cache
def _component(found: Distribution) -> Component:
    name, version = found.metadata["Name"], found.version
    return Component(name, version, f"pkg:pypi/{name.lower()}@{version}", _licence(found), _texts(found))


def _licence(found: Distribution) -> str:
    """Return the licence's name as the package tells it."""
    if expressions := _told(found, "License-Expression"):
        return expressions[0]
    classifiers = [text for text in _told(found, "Classifier") if text.startswith("License :: ")]
    if names := [text.rpartition(" :: ")[2] for text in classifiers if "::" in text[11:]]:
        return ", ".join(names)
    return next(iter(_told(found, "License")), "see its text").strip().splitlines()[0]


def _told(found: Distribution, field: str) -> list[str]:
    return [str(value) for value in found.metadata.get_all(field) or ()]


def _texts(found: Distribution) -> tuple[str, ...]:
    files = [file for file in found.files or () if LICENCE_FILE.match(file.name) and ".py" not in file.name]
    texts = [Path(str(found.locate_file(file))).read_text("utf-8", "replace") for file in files]
    return tuple(dict.fromkeys(texts)) or (_usual_text(found),)


def _usual_text(found: Distribution) -> str:
    """Return the text of the licence that a package names without bringing a copy."""
    by = ", ".join([*_told(found, "Author"), *_told(found, "Author-email")]) or "its authors"
    pages = ", ".join([*_told(found, "Home-page"), *_told(found, "Project-URL")])
    head = f"{_licence(found)}, by {by}; see {pages}. The package brings no copy of its licence, which reads:"
    if "Apache" in _licence(found):
        return f"{head}\n\n{_texts(distribution('requests'))[0]}"
    _, _, mit = (stamp.ROOT / "LICENSE").read_text(encoding="utf-8").partition("authors\n")
    return f"{head}\n{mit}"


def _python() -> Component:
    version = ".".join(map(str, sys.version_info[:3]))
    places = (
        Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path("/usr/share/doc") / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "copyright",
    )
    texts = tuple(place.read_text("utf-8", "replace") for place in places if place.is_file())[:1]
    return Component("CPython", version, f"pkg:generic/cpython@{version}", "PSF-2.0", texts)


@cache
def _of_system(library: Path) -> frozenset[Component]:
    """Return the Debian package of a library; elsewhere the library by its name alone."""
    for path in (library, Path("/", *library.parts[2:])):  # /usr/lib may be listed as /lib
        package = _said("dpkg-query", "--search", str(path)).partition(":")[0]
        if package:
            version = _said("dpkg-query", "--show", "--showformat=${Version}\n", package).split("\n")[0]
            copyright_file = Path("/usr/share/doc") / package / "copyright"
            texts = (copyright_file.read_text("utf-8", "replace"),) if copyright_file.is_file() else ()
            purl = f"pkg:deb/debian/{package}@{version}"
            return frozenset({Component(package, version, purl, "see its text", texts)})
    name = library.name
    return frozenset({Component(name, "of the system", f"pkg:generic/{name}", "", ())})


def _said(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:  # not a Debian system
        return ""
