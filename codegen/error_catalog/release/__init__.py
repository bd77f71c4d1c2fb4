"""Releases: what has changed since an older catalog.

compare    two catalogs → every change, with the step of the version
values     the changes of everything but texts
texts      the changes of texts, and translations that are outdated
changes    what a change is
changelog  a comparison as people, programs and a changelog read it
revision   the older catalog: a file, or a revision of git
"""
