"""Releases: what has changed since an older catalog, and which translations have not followed.

compare    two catalogs → every change, with the step of the version
values     the changes of everything but texts
texts      the changes of texts, and translations that are outdated
outdated   translations that have not followed their source text since the last generation
record     what each translation was made from, as catalog.json has it
changes    what a change is
changelog  a comparison as people, programs and a changelog read it
revision   the older catalog: a file, or a revision of git
"""
