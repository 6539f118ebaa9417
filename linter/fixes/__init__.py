"""Fixes: edits that mend a finding and read as if a careful writer had made them; see `docs/fixes.md`."""
