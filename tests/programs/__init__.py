"""Programs of users, for test_programs.py."""
