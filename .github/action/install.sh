# Installs proposal-lint into a folder of its own: the action's own source, or a release.
# Takes ACTION (where the action lies), VERSION (a release, or nothing) and RUNNER_TEMP; gives the output `python`.
set -euo pipefail

fail() {
  echo "::error title=proposal-lint::$1"
  exit 2
}

python="$(command -v python3 || command -v python || true)"
if [ -z "$python" ] || ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
  fail "Python 3.10 or newer is needed. Let actions/setup-python run before this step."
fi
what="$ACTION"
if [ -n "${VERSION:-}" ]; then
  case "$VERSION" in
    *[!0-9A-Za-z.+!]*) fail "version is to be a release such as 0.1.0." ;;
  esac
  what="proposal-lint==$VERSION"
fi
"$python" -m venv "$RUNNER_TEMP/proposal-lint"
installed="$RUNNER_TEMP/proposal-lint/bin/python"
if [ ! -x "$installed" ]; then
  installed="$RUNNER_TEMP/proposal-lint/Scripts/python.exe"
fi
"$installed" -I -m pip install --quiet --disable-pip-version-check "$what"
echo "python=$installed" >> "$GITHUB_OUTPUT"
