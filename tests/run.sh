#!/usr/bin/env bash
# Runs every check of the project: build, format, tests. Needs the .NET 10 SDK and a Debian machine; installs the rest.
# Ends with one line "N passed, N failed"; exits 0 only where nothing failed.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
work=$(mktemp -d)
postgres=""
finish() {
  if [ -n "$postgres" ]; then as_postgres "$postgres/pg_ctl" -D "$work/pg" -m immediate stop >/dev/null 2>&1; fi
  rm -rf "$work"
}
trap finish EXIT
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
fail() { echo "$1" >&2; echo "0 passed, 1 failed"; exit 1; }

need() { # need COMMAND-TEST PACKAGE...: installs the packages where the test fails
  local test=$1; shift
  if ! eval "$test" >/dev/null 2>&1; then
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; } >"$work/apt.log" 2>&1 \
      || { tail -20 "$work/apt.log" >&2; fail "The tests need $*, which could not be installed."; }
  fi
}
need 'ls /usr/lib/postgresql/*/bin/initdb' postgresql
need 'test -x /usr/bin/chromium' chromium
need 'test -n "$(find /usr/share/fonts -iname "*cjk*" -print -quit)"' fonts-noto-cjk
postgres=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)

# A PostgreSQL of our own: loopback, a free port, a temporary folder; what it holds need not outlive the tests.
chmod 755 "$work"
mkdir "$work/pg" "$work/run"
if [ "$(id -u)" = 0 ]; then chown postgres "$work/pg" "$work/run"; fi
port=$(( 20000 + RANDOM % 20000 ))
as_postgres "$postgres/initdb" -D "$work/pg" -U tracker -A trust -E UTF8 --locale=C >"$work/initdb.log" 2>&1 || { cat "$work/initdb.log" >&2; fail "PostgreSQL could not be set up."; }
as_postgres "$postgres/pg_ctl" -D "$work/pg" -w -l "$work/run/log" -o "-p $port -k $work/run -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off" start >/dev/null 2>&1 || { cat "$work/run/log" >&2; fail "PostgreSQL did not start."; }
export POLICYTRACKER_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=tracker;Database=postgres"

dotnet build PolicyTracker.sln --nologo -v q || fail "The build failed."
extra=0
# Rules of style and analysis fail the build; layout (lines to 140 characters) is CSharpier's, and looked at here.
if ! { dotnet tool restore >/dev/null && dotnet csharpier check .; }; then
  echo "Layout differs: run dotnet csharpier format ." >&2
  extra=1
fi

passed=0 failed=$extra skipped=0
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  [ "$name" = PolicyTracker.Benchmarks ] && continue
  # A project that has no test yet is no failure; one whose tests vanish is, through the count that CI shows.
  [ -n "$(find "$(dirname "$project")" -name '*Tests.cs' -not -path '*/obj/*' -print -quit)" ] || continue
  echo "== $name"
  dotnet test "$project" --no-build --nologo --logger "trx;LogFileName=$work/$name.trx" --logger "console;verbosity=minimal"
  code=$?
  counts=$(grep -o '<Counters [^>]*>' "$work/$name.trx" 2>/dev/null)
  count() { sed -E "s/.* $1=\"([0-9]+)\".*/\1/" <<<"$counts"; }
  if [ -z "$counts" ] || { [ $code -ne 0 ] && [ "$(count failed)" = 0 ]; }; then
    echo "$name did not run to its end." >&2
    failed=$((failed + 1))
    [ -z "$counts" ] && continue
  fi
  passed=$((passed + $(count passed))); failed=$((failed + $(count failed)))
  skipped=$((skipped + $(count total) - $(count executed)))
done
if [ $skipped -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
[ $failed -eq 0 ] && [ $passed -gt 0 ]
