"""A catalog with own fields of every type, some on every error and some on a few, and what it says."""

CATALOG = """
package: kitchen_errors
source_language: en
outputs: [package, gettext, json, docs]
languages: {en: {}, fr: {}, de: {complete: false}}
fields:
  http_status: {type: integer, label: {en: "HTTP status", fr: "Statut HTTP", de: "HTTP-Status"}}
  backoff: {type: number, label: {en: "Back-off", fr: "Recul", de: "Wartefaktor"}}
  owner: {type: string, lookup: true, label: {en: "Owner", fr: "Équipe", de: "Team"}}
  severity: {type: string, values: [low, 'very "high"'], label: {en: "Severity", fr: "Gravité", de: "Schwere"}}
  public: {type: boolean, label: {en: "Public", fr: "Publique", de: "Öffentlich"}}
  runbook: {type: url, label: {en: "Runbook", fr: "Procédure", de: "Anleitung"}}
  related: {type: integer, many: true, lookup: true, label: {en: "Related", fr: "Voir aussi", de: "Siehe auch"}}
  weights: {type: number, many: true, label: {en: "Weights", fr: "Poids", de: "Gewichte"}}
  tags: {type: string, many: true, lookup: true, label: {en: "Tags", fr: "Étiquettes", de: "Marken"}}
  regions: {type: string, many: true, values: [eu, us], label: {en: "Regions", fr: "Régions", de: "Regionen"}}
  steps: {type: boolean, many: true, label: {en: "Steps", fr: "Étapes", de: "Schritte"}}
  links: {type: url, many: true, label: {en: "Links", fr: "Liens", de: "Verweise"}}
  cause: {type: text, label: {en: "Cause", fr: "Cause probable", de: "Ursache"}}
  hint: {type: text, label: {en: "Hint", fr: "Conseil", de: "Hinweis"}}
errors:
  1:
    name: OUT_OF_STOCK
    message: {en: "Out of stock", fr: "En rupture de stock", de: "Nicht auf Lager"}
    http_status: 409
    backoff: 1.5
    owner: Warehouse
    severity: 'very "high"'
    public: false
    runbook: "https://runbooks.internal/stock?a=1&b=2"
    related: [2, 3]
    weights: [0.5, 2]
    tags: [stock, "1 000"]
    regions: [us, eu]
    steps: [true, false]
    links: ["https://a.internal/", "https://b.internal/"]
    cause: {en: "Sold while in the basket", fr: "Vendu entre-temps", de: "Inzwischen verkauft"}
    hint: {en: "Look at the stock", fr: "Regardez le stock"}
  2:
    name: NOT_FOUND
    message: {en: "Not found", fr: "Introuvable"}
    http_status: 404
    owner: Search
    severity: low
    cause: {en: "A wrong number", fr: "Un mauvais numéro", de: {text: "Falsch", stale: true}}
"""

VALUES = {
    1: {
        "http_status": 409,
        "backoff": 1.5,
        "owner": "Warehouse",
        "severity": 'very "high"',
        "public": False,
        "runbook": "https://runbooks.internal/stock?a=1&b=2",
        "related": (2, 3),
        "weights": (0.5, 2),
        "tags": ("stock", "1 000"),
        "regions": ("us", "eu"),
        "steps": (True, False),
        "links": ("https://a.internal/", "https://b.internal/"),
        "cause": "Sold while in the basket",
        "hint": "Look at the stock",
    },
    2: {
        "http_status": 404,
        "backoff": None,
        "owner": "Search",
        "severity": "low",
        "public": None,
        "runbook": None,
        "related": (),
        "weights": (),
        "tags": (),
        "regions": (),
        "steps": (),
        "links": (),
        "cause": "A wrong number",
        "hint": None,
    },
}

TYPES = {
    "http_status": "int",
    "backoff": "float | None",
    "owner": "str",
    "severity": "Literal['low'] | Literal['very \"high\"']",
    "public": "bool | None",
    "runbook": "str | None",
    "related": "tuple[int, ...]",
    "weights": "tuple[float, ...]",
    "tags": "tuple[str, ...]",
    "regions": "tuple[Literal['eu'] | Literal['us'], ...]",
    "steps": "tuple[bool, ...]",
    "links": "tuple[str, ...]",
    "cause": "str",
    "hint": "str | None",
}

OWN = list(TYPES)
