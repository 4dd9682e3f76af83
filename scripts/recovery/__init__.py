"""Backups, restores and drills: what a night can break is broken here on purpose, and counted."""
