"""One YAML catalog of error messages → a Python package, gettext catalogs and a documentation site.

source      reads the YAML into a Document that knows the place of every part
rules       finds every mistake in a Document
catalog     builds the model from a Document without mistakes
outputs     the table of contents: every generated path with its content
rendering   Jinja2 with one escaping filter per output syntax
messages    gettext's binary format
imports     takes what translators send into the YAML
comparison  says what has changed since an older catalog, changelog prints it
start       makes the start of a new catalog
tree        makes a directory hold exactly the outputs, or says what differs
remembered  knows what the last run made of which catalog
system      the two system calls that takes
cli         the command line over all of these
"""
