"""The command line: one clear line when it cannot begin, and a clean end."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.serving import PATIENCE, served, write_notebook
from workshopkit.cli import build_parser, main, plan

COMMAND = [sys.executable, "-m", "workshopkit.cli"]


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    write_notebook(folder / "other.ipynb", ("markdown", "# Other workshopkit"))
    return write_notebook(folder / "one.ipynb", ("markdown", "# One"))


def refused(*arguments: str | Path) -> str:
    """What it prints when it cannot begin: one line, and the exit code 2."""
    command = [*COMMAND, "serve", "--no-browser", *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert ran.returncode == 2, ran.stderr
    assert ran.stdout == ""
    (line,) = ran.stderr.splitlines()
    assert line.startswith("workshopkit: ")
    return line


def test_a_busy_port_is_told_in_one_line(notebook: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        options = ("--host", "127.0.0.1", "--port", port, "--database", tmp_path / "a.db")
        line = refused(notebook, *map(str, options))
    assert f"Cannot listen on port {port}" in line
    assert "--port" in line


def test_a_database_that_cannot_be_written_is_told_in_one_line(
    notebook: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    line = refused(notebook, "--port", "0", "--database", tmp_path / "file" / "a.db")
    assert str(tmp_path / "file") in line
    assert "--database" in line


def test_a_notebook_that_does_not_exist_is_told_in_one_line(tmp_path: Path) -> None:
    assert "There is no notebook or folder" in refused(tmp_path / "missing.ipynb")


def test_a_file_that_is_no_notebook_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("")
    assert ".ipynb" in refused(tmp_path / "text.txt")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["serve", "--nonsense"],
        ["serve", "--port", "70000"],
        ["serve", "--port", "many"],
        ["serve", "--public-url", "example.org"],
        ["serve", "--token", "short"],
        ["serve", "--token", ""],
        ["serve", "--demo", "0"],
        ["serve", "--lan", "--host", "10.0.0.1"],
        [],
    ],
)
def test_what_it_does_not_understand_gets_help(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: workshopkit" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.strip()


def test_it_listens_on_this_computer_alone_unless_told_otherwise(notebook: Path) -> None:
    parse = build_parser().parse_args
    assert plan(parse(["serve", str(notebook)])).host == "localhost"
    assert plan(parse(["serve", str(notebook), "--lan"])).host == ""
    assert plan(parse(["serve", str(notebook), "--host", "10.0.0.9"])).host == "10.0.0.9"


def test_a_single_notebook_is_served_from_its_folder(notebook: Path) -> None:
    serving = plan(build_parser().parse_args(["serve", str(notebook)]))
    assert (serving.folder, serving.notebook) == (notebook.parent, "one.ipynb")


def test_a_single_notebook_is_the_only_one_offered(notebook: Path, tmp_path: Path) -> None:
    with served(notebook, tmp_path) as server:
        body = server.facilitator().get("/workshopkit/home").body
    assert "<h3>One</h3>" in body
    assert "Other workshopkit" not in body


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly(notebook: Path, tmp_path: Path, how: signal.Signals) -> None:
    with served(notebook, tmp_path) as server:
        assert server.stop(how) == 0
    assert "Traceback" not in server.stderr.read_text()
    assert server.said.count("token=") == 1


def test_a_restart_logs_nobody_out(notebook: Path, tmp_path: Path) -> None:
    with served(notebook, tmp_path) as server:
        visitor, port = server.facilitator(), server.address.rsplit(":")[-1]
    with served(notebook, tmp_path, "--port", port) as again:
        assert again.token == server.token
        assert visitor.get("/workshopkit/home").status == 200


def test_a_token_of_ones_own_replaces_the_kept_one(notebook: Path, tmp_path: Path) -> None:
    with served(notebook, tmp_path, "--token", "a-token-of-our-own") as server:
        assert server.token == "a-token-of-our-own"
        assert server.facilitator().get("/workshopkit/home").status == 200
