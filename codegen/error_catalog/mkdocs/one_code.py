"""What the pages of one error show."""

from collections.abc import Callable
from typing import Any

from error_catalog.mkdocs.markup import TEMPLATES, source_code
from error_catalog.model.catalog import Catalog, Code, Error
from error_catalog.outputs.docs.facts import examples, facts
from error_catalog.outputs.docs.markup import xml
from error_catalog.outputs.docs.view import View
from error_catalog.outputs.escaping import Escaped

Values = dict[str, Any]
Link = Callable[[str], Escaped]
LANGUAGE = "\ue000"  # which no name of an error has


class Shared:
    """What the pages of an error have in common in all languages, each rendered once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._python: dict[Code, Escaped] = {}
        self._faults: dict[Code, Escaped] = {}
        self._voices: dict[tuple[Code, str], Escaped] = {}

    def python(self, error: Error, tag: str) -> Escaped:
        """Return the example in Python, with a language."""
        if error.code not in self._python:
            self._python[error.code] = source_code(_python(self._catalog.package, error), "python")
        return Escaped(self._python[error.code].replace(LANGUAGE, tag))

    def fault(self, error: Error) -> Escaped | None:
        """Return the example of a fault, if the catalog is about SOAP."""
        if not self._catalog.faults:
            return None
        if error.code not in self._faults:
            self._faults[error.code] = source_code(_fault(self._catalog, error), "xml")
        return self._faults[error.code]

    def voice(self, error: Error, view: View, other: View, link: Link) -> Escaped:
        """Return the texts of an error in another language than that of the page."""
        if other.is_source:  # is called the original in the language of the page
            return TEMPLATES.part("voice.html.j2", error=error, view=view, other=other, link=link)
        place = error.code, other.tag
        if place not in self._voices:
            self._voices[place] = TEMPLATES.part("voice.html.j2", error=error, view=view, other=other, link=link)
        return self._voices[place]


def values(
    view: View, views: list[View], error: Error, near: list[Error], shared: Shared, place: int
) -> Callable[[], Values]:
    """Return what makes the values of the page of an error in a language."""
    errors = view.catalog.errors

    def make() -> Values:
        replaced_by = error.retired.replaced_by if error.retired else None
        return {
            "error": error,
            "voices": lambda link: [shared.voice(error, view, other, link) for other in views if other.tag != view.tag],
            "related": near,
            "replaced_by": [] if replaced_by is None else [other for other in errors if other.code == replaced_by],
            "corrections": view.corrections(view.error_texts(error)),
            "examples": examples(view, error),
            "facts": facts(view, error),
            "python": shared.python(error, view.tag),
            "fault": shared.fault(error),
            "previous": errors[place - 1] if place else None,
            "next": errors[place + 1] if place + 1 < len(errors) else None,
        }

    return make


def neutral_values(views: list[View], error: Error) -> Callable[[], Values]:
    """Return what makes the values of the page of an error that belongs to no language."""
    return lambda: {"error": error, "views": [(view, facts(view, error)) for view in views]}


def _python(package: str, error: Error) -> str:
    return f"""\
from {package} import ErrorCode

code = ErrorCode({error.code!r})
assert code is ErrorCode.{error.name}
print(code.localized("{LANGUAGE}").message)"""


def _fault(catalog: Catalog, error: Error) -> str:
    element, namespace = xml(catalog.faults["element"]), xml(catalog.faults["namespace"])
    message = xml(error.message.source)
    return f"""\
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <soap:Fault>
      <faultcode>soap:Client</faultcode>
      <faultstring>{error.code} - {message}</faultstring>
      <detail>
        <e:{element} xmlns:e="{namespace}">
          <message>{message} ({error.code})</message>
          <code>{error.code}</code>
        </e:{element}>
      </detail>
    </soap:Fault>
  </soap:Body>
</soap:Envelope>"""
