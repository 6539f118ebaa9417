"""The command as a process: exit codes, pipes, signals, encodings, and what it imports."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Process

MAIL = b"Hello.\nWrite to jane.doe@mailnord.org today.\n"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["rules", "list"], ["config", "show"], ["nope.txt"]]
)
def test_spacy_is_not_imported_before_a_draft_is_linted(
    folder: Path, environment: dict[str, str], arguments: list[str]
) -> None:
    code = (
        "import sys; from linter.cli import main; main(sys.argv[1:]);"
        "sys.exit(', '.join({'spacy', 'numpy', 'thinc'} & set(sys.modules)) or 0)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()[-500:]


def test_help_imports_nothing_heavy(folder: Path, environment: dict[str, str]) -> None:
    code = (
        "import sys; from linter.cli import main; main(['--help']);"
        "sys.exit(', '.join({'pydantic', 'yaml', 'regex', 'pathspec', 'wcwidth'} & set(sys.modules)) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()[-500:]


def test_a_file_run_is_a_standard_input_run(process: Process) -> None:
    Path("a.md").write_bytes(MAIL)
    from_file = process("-f", "json", "a.md")
    from_stdin = process("-f", "json", "--stdin-filename", "a.md", "-", input=MAIL)
    assert from_file.returncode == from_stdin.returncode == 1
    assert from_file.stdout == from_stdin.stdout
    assert "contact/email" in from_file.stdout.decode()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"caf\xe9 is Latin-1", "-:1:4: byte 0xe9 is not UTF-8. Save the file as UTF-8."),
        ("Hello".encode("utf-16"), "UTF-16"),
        ("Hello".encode("utf-16-le"), "binary or UTF-16"),
        (b"GIF89a\x00\x01", "binary"),
        (b"lone \xed\xa0\x80 surrogate", "-:1:6: byte 0xed is not UTF-8"),
        (b"x" * 20_000_000, "more than a draft can have"),
        (b"---\nstage: [\n---\nx", "front matter is not YAML"),
    ],
)
def test_bad_input_exits_2_with_a_message(process: Process, data: bytes, problem: str) -> None:
    ran = process("-", input=data)
    assert ran.returncode == 2
    assert problem in ran.stderr.decode()
    assert b"Traceback" not in ran.stderr


def test_bad_files_among_good_ones(process: Process) -> None:
    Path("a.txt").write_bytes(MAIL)
    Path("b.txt").write_bytes(b"caf\xe9")
    Path("c.txt").write_bytes("Hello".encode("utf-16"))
    Path("d.txt").write_bytes(b"")
    Path("e.txt").symlink_to("nowhere")
    with Path("f.txt").open("wb") as file:
        file.truncate(20_000_000)
    Path("x.txt").mkdir()
    ran = process("-f", "json", ".", "x.txt", "missing.txt")
    assert ran.returncode == 2
    files = {file["path"]: file for file in json.loads(ran.stdout)["files"]}
    assert [path for path, file in files.items() if file["error"]] == [
        "b.txt",
        "c.txt",
        "e.txt",
        "f.txt",
        "missing.txt",
        "x.txt",
    ]
    assert "contact/email" in [finding["rule"] for finding in files["a.txt"]["findings"]]
    assert files["d.txt"]["findings"] == []
    assert len(ran.stderr.decode().splitlines()) == 6


def test_a_closed_pipe_is_quiet_and_the_exit_code_stays(folder: Path, environment: dict[str, str]) -> None:
    Path("a.txt").write_bytes(MAIL * 500)
    for arguments, code in ((["-f", "json", "a.txt"], 1), (["rules", "list"], 0), (["--help"], 0)):
        read, write = os.pipe()
        os.close(read)
        child = subprocess.run(
            [sys.executable, "-m", "linter", *arguments],
            cwd=folder,
            env=environment,
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )
        os.close(write)
        assert (child.returncode, child.stderr) == (code, b"")


# The command, which says on standard error when it starts to wait for its input.
WAITING = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
import linter.cli.check as check
from linter.cli import main
read = check._stdin
def reading():
    os.write(2, b"waiting")
    return read()
check._stdin = reading
sys.exit(main())
"""


def test_interrupting_exits_130_quietly(folder: Path, environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITING, "-"],
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stderr is not None
        assert child.stderr.read(7) == b"waiting"
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err.strip()) == (130, b"", b"")


def terminal_output(folder: Path, environment: dict[str, str], *arguments: str) -> bytes:
    """What the command writes when a terminal reads."""
    primary, secondary = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "linter", *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=secondary,
        stderr=secondary,
    )
    os.close(secondary)
    out = b""
    with contextlib.suppress(OSError):  # Linux ends a terminal with an error
        while select.select([primary], [], [], 60)[0] and (chunk := os.read(primary, 65536)):
            out += chunk
    os.close(primary)
    child.wait(timeout=60)
    return out


@pytest.mark.parametrize(("variables", "colored"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colours_unless_they_are_unwanted(
    folder: Path, environment: dict[str, str], variables: dict[str, str], colored: bool
) -> None:
    Path("a.txt").write_bytes(MAIL)
    out = terminal_output(folder, {**environment, "TERM": "xterm", **variables}, "-f", "concise", "a.txt")
    assert b"contact/email" in out
    assert (b"\x1b[" in out) == colored


def test_output_survives_a_terminal_without_unicode(process: Process) -> None:
    Path("é.txt").write_bytes("日本 jane.doe@mailnord.org …\n".encode())
    ran = process("é.txt", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert ran.returncode == 1
    assert b"\\u65e5" in ran.stdout
    assert b"Traceback" not in ran.stderr


def test_a_broken_configuration_exits_2(process: Process) -> None:
    Path("a.txt").write_bytes(MAIL)
    Path(".proposal-lint.yaml").write_text("platform: [", encoding="utf-8")
    ran = process("a.txt")
    assert ran.returncode == 2
    assert b".proposal-lint.yaml:1:12: this is not YAML" in ran.stderr


def test_completion_knows_flags_and_commands(process: Process) -> None:
    def complete(line: str) -> str:
        count = str(len(line.split(" ")) - 1)
        variables = {"_PROPOSAL_LINT_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": count}
        return process(env=variables).stdout.decode()

    assert "rules" in complete("proposal-lint ru").split()
    assert "--stage" in complete("proposal-lint check --st").split()
    assert "json" in complete("proposal-lint check --output-format js").split()


def test_a_full_disk_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("joe@gmail.com\n")
    with Path("/dev/full").open("wb") as full:
        arguments = [sys.executable, "-m", "linter", "--isolated", str(tmp_path / "a.md")]
        run = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 2
    assert run.stderr.startswith(b"proposal-lint: the output cannot be written")
