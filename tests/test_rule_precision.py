"""Right translations draw no complaint, and changes of meaning do: small catalogs in many languages."""

import json

import pytest
from catalogs import findings

SOURCE = "en"


def rules(**texts: str) -> dict[str, str]:
    """Return the rules that find something in one error with these texts, with their severities."""
    tags = {tag.replace("_", "-"): said for tag, said in texts.items()}
    languages = {tag: {"complete": False} if tag != SOURCE else {} for tag in tags}
    error = {"name": "ERROR_1", "message": tags}
    whole = {"package": "a_b", "source_language": SOURCE, "languages": languages, "errors": {"1": error}}
    return {finding.rule: finding.severity for finding in findings(json.dumps(whole))}


@pytest.mark.parametrize(
    "texts",
    [
        {"en": "Resets daily at 12:00 AM", "ja": "毎日 0 時にリセットされます", "fr": "Remise à zéro à minuit"},
        {"en": "Resets daily at 12:00 AM", "de": "Wird täglich um 00:00 Uhr zurückgesetzt"},
        {"en": "Closed from 6 PM to 9:30 AM", "de": "Geschlossen von 18 Uhr bis 9:30 Uhr", "cs": "Zavřeno 18.00–9.30"},
        {"en": "Requires TypeScript here", "cs": "Zde vyžaduje verzi TypeScriptu"},
        {"en": "Run it with --no-old-directory now", "de": "Starten Sie es jetzt mit --no-old-directory"},
        {"en": "See /usr/share/doc/a.txt or https://a.example/b?c=d.", "de": "Siehe /usr/share/doc/a.txt oder https://a.example/b?c=d."},
        {"en": "It is gone (for good). Ask again.", "fr": "C’est perdu (pour toujours). Demandez à nouveau."},
        {"en": "The table is full; delete rows", "de": "Die Tabelle ist voll. Löschen Sie Zeilen"},
        {"en": "Bad ID. Try it. Go on.", "ja": "IDが間違っています。やってみてください。続けてください。"},
        {"en": "Write &amp; as `&amp;`, or <word>", "de": "Schreiben Sie &amp; als `&amp;`, oder <wort>"},
        {"en": "The word is bad here", "de": "Das Wort »Überprüfung« ist hier falsch"},
        {"en": "At least 2 values", "de": "Mindestens zwei Werte", "fr": "Au moins deux valeurs"},
        {"en": "At least two values", "de": "Mindestens 2 Werte", "sv": "Minst 2 värden"},
        {"en": "{0} of {fileName}, %1$s or %-.64s", "de": "{0} von {fileName}, %1$s oder %-.64s"},
        {"en": "Used %(name)s, {{x}} and $1", "de": "Belegt sind %(name)s, {{x}} und $1"},
        {"en": "Used %s of %s", "de": "Von %2$s sind %1$s belegt"},
        {"en": "Type <b>a &lt; b</b> here", "de": "Schreiben Sie hier <b>a &lt; b</b>"},
        {"en": "For a@b.c &lt;A&gt;", "de": "An a@b.c &lt;A&gt; schreiben", "fr": "Pour a@b.c &lt;A&gt;"},
        {"en": "Then please %(link)ssign in%(end)s.", "uk": "Тоді, будь ласка, %(link)sувійдіть%(end)s."},
        {"en": "Include the code (as +1)", "ar": "أدخل الرمز (مثل ‪+1‬)"},
        {"en": "The letter is bad here", "hi": "यहाँ अक्षर क्\u200dष ग़लत है"},
        {"en": "The number is wrong", "fa": "عددِ\u200cها اشتباه است"},
        {"en": "At most 5 KB of data", "cs": "Nejvýše 5 kB dat"},
        {"en": "About 42 miles or 67 kms", "ko": "약 42마일 또는 67km"},
        {"en": "On 2030-01-31 at once", "it": "Il 31-01-2030 subito"},
        {"en": "Has 0 members", "de": "Hat keine Mitglieder"},
        {"en": "Charset ISO 8859-1 only", "de": "Nur Zeichensatz ISO-8859-1"},
        {"en": "Unsupported state: {}", "he": "מצב לא נתמך: {0}"},
        {"en": "Import of vCards failed", "cs": "Import vCard selhal"},
        {"en": "INITIALS", "pl": "INICJAŁY"},
        {"en": "[DELETED]", "sv": "[RADERAD]"},
        {"en": "Bad range (-1, 255)", "es": "Intervalo incorrecto (-1,255)"},
        {"en": "It can have 1 active item", "ru": "Он может иметь только одному активному объекту"},
        {"en": "If you enter 1 day, it ends", "ar": "إذا أدخلت يوم واحد، فسينتهي"},
        {"en": "Bad data for %(field)s in %(day)s", "ja": "%(field)sのデータが正しくない: %(day)sの%(field)s"},
        {"en": "No {%(num)s} here", "es": "No está {%(num)s} aquí"},
        {"en": "See %(start)sAPI%(end)s for more", "de": "Mehr unter %(start)sAPI%(end)s"},
        {"en": "As <tt>shop order create now</tt> does", "fr": "Comme le fait <tt>shop order create now</tt>"},
        {"en": "left,right,top", "de": "links,rechts,oben"},
        {"en": "HTTP API", "de": "HTTP-API"},
        {"en": "The letter is bad here", "de": "Der Buchstabe »Ä« ist hier falsch"},
        {"en": "Say where it is", "sv": "Säg var det är, och där där det är"},
        {"en": "[mail] The box is full", "sv": "[mail] Lådan är full"},
        {"en": "The name is . or .. here", "de": "Der Name ist . oder .. hier"},
        {"en": "Duration in ms and us", "de": "Dauer in ms und μs"},
        {"en": "Whether or not it is done", "fr": "Que ce soit fait ou non", "de": "Ob es getan ist"},
        {"en": "Reset to zero at once", "ko": "즉시 0으로 초기화"},
        {"en": "Is it public?", "el": "Είναι δημόσιο;"},
        {"en": "Connect by POP 3 only", "de": "Nur per POP3 verbinden"},
        {"en": "Hello {{ user }}, {{name}}", "de": "Hallo {{user}}, {{ name }}"},
        {"en": "Deleted %(count)i files", "de": "%(count)d Dateien gelöscht"},
        {"en": "for this month", "fr": "pour ce mois-ci", "de": "in diesem Monat"},
        {"en": "Forms need openWindow here", "de": "openWindow wird hier für Formulare gebraucht"},
        {"en": "Whether the KBCategory is public", "cs": "Nejen veřejná KBCategory, nebo nová"},
        {"en": "At most 3 attempts", "tr": "En fazla üç deneme", "el": "Το πολύ τρεις προσπάθειες"},
        {"en": "At most 3 attempts", "ro": "Cel mult trei încercări", "hi": "अधिकतम तीन प्रयास"},
        {"en": "At most three attempts", "pl": "Najwyżej 3 próby", "ru": "Не более 3 попыток"},
        {"en": "Are you sure?", "el": "Είστε βέβαιοι;", "es": "¿Está seguro?", "ar": "هل أنت متأكد؟"},
        {"en": "Use mode A. Then retry.", "it": "Usare la A. Poi riprovare.", "zh_Hans": "使用模式 A。然后重试。"},
        {"en": "JavaScript is disabled", "fi": "JavaScriptin käyttö on estetty", "hu": "A JavaScriptet letiltották"},
        {"en": "Use <name> as the name", "it": "Usare <nome> come nome", "pl": "Użyj <nazwa> jako nazwy"},
        {"en": "More than 10 in 20 seconds", "de": "Mehr als 10 in 20 Sekunden", "fi": "Yli 10 kertaa 20 sekunnissa"},
        {"en": "Valid until 31 July 2030", "ja": "2030 年 7 月 31 日まで有効", "cs": "Platí do 31. července 2030"},
    ],
    ids=lambda texts: texts["en"][:20],
)  # fmt: skip
def test_right_translations(texts: dict[str, str]):
    assert rules(**texts) == {}


@pytest.mark.parametrize(
    ("rule", "texts"),
    [
        ("C29", {"en": "The name is not valid here", "fr": "Le nom est valide ici"}),
        ("C29", {"en": "The order was deleted", "de": "Die Bestellung wurde nicht gelöscht"}),
        ("C30", {"en": "Wait 20 seconds before the call", "ja": "呼び出しの前に 20 分間お待ちください"}),
        ("C30", {"en": "Removed on 31 July 2030", "sv": "Togs bort den 31 juni 2030"}),
        ("C30", {"en": "Opens at 9 AM", "fr": "Ouvre à 9 PM"}),
        ("C04", {"en": "Opens at 9 PM", "de": "Öffnet um 20 Uhr"}),
        ("C25", {"en": "Parameter required", "sv": "Translation: Parametern krävs"}),
        ("C25", {"en": "The text is bad", "ko": "텍스트가 잘못되었습니다\\n"}),
        ("C17", {"en": "It is too old. Try it again.", "ja": "古すぎます。"}),
        ("C17", {"en": "Try it. Go on.", "de": "Machen Sie weiter."}),
        ("C25", {"en": "The name is bad", "de": "Der Name ist falsch // prüfen"}),
        ("C25", {"en": "The name is bad", "it": "<<<<<<< HEAD Il nome è errato"}),
        ("C30", {"en": "More than 100 in 20 seconds", "it": "Più di 20 in 100 secondi"}),
        ("C26", {"en": "The name is bad", "fr": "Le nom est mauvais ?"}),
        ("C27", {"en": "The name is bad, sorry", "fr": "Le nom est mauvais， désolé"}),
        ("C28", {"en": "It is bad. Try again.", "de": "Das ist schlecht.Versuchen Sie es erneut."}),
        ("C31", {"en": "Retry the call", "ja": "请求を再試行してください"}),
        ("C32", {"en": "At most some calls a day", "fr": "500 appels par jour au plus"}),
        ("C21", {"en": "No {0} in {fileName}", "de": "Kein {0} in {filename}"}),
        ("C21", {"en": "Used %s of %s", "de": "Belegt: %s"}),
        ("C39", {"en": "OrderKey needs another OrderKey", "de": "OrderKey braucht einen Schlüssel"}),
        ("C23", {"en": "It is not here", "sv": "Det är inte inte här"}),
        ("C06", {"en": "It is on the list", "fr": "Il est sur la liste trÃ«s »sÃ»re«"}),
        ("C38", {"en": "Draft version", "de": "Draft version"}),
        ("C38", {"en": "Draft", "ru": "Draft"}),
        ("C38", {"en": "Wait for the upload form data", "nl": "Wacht op upload form data"}),
        ("C02", {"en": "Order not found", "nl": "Order not found"}),
        ("C02", {"en": "The upload is not ready yet", "nl": "De upload is not ready"}),
        ("C02", {"en": "The internal server error log", "de": "Das internal server error log hier"}),
        ("C02", {"en": "Draft is not ready", "ru": "Draft is not ready"}),
        ("C03", {"en": "The openWindow call failed", "de": "Der Aufruf ist gescheitert"}),
        ("C05", {"en": "Orders and returns", "de": "Bestellungen &amp; Rückgaben"}),
        ("C06", {"en": "The price is high", "ar": "السعر \u202eمرتفع"}),
        ("C06", {"en": "The price is high", "ar": "السعر مرتفع\u202a."}),
        ("C07", {"en": "The price is high", "fa": "قیمت بالا \u200c است"}),
        ("C11", {"en": "You are logged in now.", "ca": "ja heu iniciat la sessió."}),
    ],
    ids=lambda value: value if isinstance(value, str) else value["en"][:20],
)  # fmt: skip
def test_changes_of_meaning(rule: str, texts: dict[str, str]):
    assert rule in rules(**texts)


@pytest.mark.parametrize(
    "texts",
    [
        {"en": "Open Data Commons Public License", "fr": "Open Data Commons Public License"},
        {"en": "Creative Commons Share-Alike", "ru": "Creative Commons Share-Alike"},
        {"en": "The JavaScript code is bad", "ko": "자바스크립트 코드가 잘못되었습니다"},
        {"en": "Download all as a ZIP file", "nl": "Alles downloaden als zip-bestand"},
        {"en": "Use Spamassassin here", "de": "Hier SpamAssassin nutzen", "fr": "Utilisez SpamAssassin ici"},
        {"en": "SHIFT click for more, with the shift key", "de": "Mit shift klicken, für mehr"},
        {"en": "Enable drag and drop upload now", "de": "Drag and Drop Upload jetzt einschalten"},
    ],
    ids=lambda texts: texts["en"][:20],
)  # fmt: skip
def test_what_may_be_right_draws_a_hint(texts: dict[str, str]):
    assert set(rules(**texts).values()) == {"hint"}


def test_the_figures_of_an_entity_are_not_a_number():
    assert set(rules(en="Click on the person&#8217;s name", de="Klicken Sie auf den Namen der Person")) == {"C05"}


def test_a_name_that_many_texts_have_can_be_left_out():
    """A hint says so. A name of few texts cannot."""
    texts = [
        (f"SuperShop has lost order number {n}", f"SuperShop a perdu la commande numéro {n}") for n in range(1, 12)
    ]
    texts += [("Call SuperShop now", "Appelez maintenant"), ("Restart it now", "Redémarrez SuperShop maintenant")]
    assert set(catalog(texts)) == {"C39"}
    assert "C03" in catalog([*texts, ("Call OtherShop now", "Appelez là-bas maintenant")])


def test_a_name_that_several_languages_translate_is_a_word():
    many = {"cs": "jeden nebo druhý", "fr": "l’un ou l’autre", "it": "l’uno o l’altro", "sv": "den ena eller andra"}
    assert "C03" not in rules(en="Set one_way or other_way", **{tag: f"({said})" for tag, said in many.items()})


def test_the_wrong_one_of_two_close_languages():
    pytest.importorskip("py3langid", reason="pip install error-catalog[language]")
    danish = {"en": "The request was not found in the list", "sv": "Anmodningen blev ikke fundet på listen i dag"}
    assert "C36" in rules(**danish)


def catalog(texts: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the texts about which each rule complains, in a catalog of English and French texts."""
    errors = {
        str(code): {"name": f"E_{code}", "message": dict(zip(("en", "fr"), pair, strict=True))}
        for code, pair in enumerate(texts)
    }
    whole = {"package": "a_b", "source_language": "en", "languages": {"en": {}, "fr": {}}, "errors": errors}
    found: dict[str, list[str]] = {}
    for finding in findings(json.dumps(whole)):
        found.setdefault(finding.rule, []).append(finding.where)
    return found


NAMES = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"]


def test_terms_are_learned_from_the_catalog():
    """The usual translation of a term is that of most texts; another one is named."""
    states = {"missing": "manquante", "broken": "endommagée"}
    usual = [(f"{name} invoice is {en}", f"{name} facture {fr}") for name in NAMES[:3] for en, fr in states.items()]
    rare = zip(NAMES[3:5], states.items(), strict=True)
    other = [(f"{name} invoice is {en}", f"{name} quittance {fr}") for name, (en, fr) in rare]
    assert catalog([*usual, *other])["C35"] == [f"{code}.message.fr" for code in range(6, 8)]
    assert "C35" not in catalog(usual)


def test_a_noun_and_a_verb_are_no_two_translations_of_a_term():
    """The source text has to have the same form, and what many texts have is no slip."""
    verbs = [(f"{name} call invoiced", f"{name} appel enregistré") for name in NAMES[:6]]
    nouns = [(f"{name} invoice call", f"{name} appel de quittance") for name in NAMES[6:9]]
    assert "C35" not in catalog([*verbs, *nouns])


def test_spellings_with_a_space_are_variants_unless_a_preposition_stands_alone():
    solid = [(f"{name} number is old", f"{name} motdepasse ancien") for name in NAMES[:3]]
    assert catalog([*solid, ("Other number is old", "Autre motde passe ancien")])["C15"] == ["3.message.fr"]
    article = [("The leap of it", "le bond"), ("It is leaving", "un lebond là"), ("Nothing", "dele bon")]
    assert "C15" not in catalog(article)


@pytest.mark.parametrize(
    ("tag", "usual", "other"),
    [
        ("de", "Prüfen Sie die Rechnung {}", "Prüfe deine Rechnung {}"),
        ("fr", "Vérifiez votre facture {}", "Vérifie ta facture {}"),
        ("nl", "Controleer uw factuur {}", "Controleer je factuur {}"),
        ("ru", "Проверьте ваш счёт {}", "Проверь твой счёт {}"),
        ("zh-Hans", "请检查您的发票 {}", "请检查你的发票 {}"),
        ("ko", "송장 {}을 확인할 수 없습니다.", "송장 {}을 확인할 수 없음"),
        ("ko", "송장 {}을 확인할 수 없습니다.", "송장 {}을 확인할 수 없습니다"),
        ("ja", "請求書 {} を確認できません", "請求書 {} を確認できない"),
    ],
)
def test_texts_address_and_end_as_the_others_do(tag: str, usual: str, other: str):
    said = [usual.format(code) for code in range(12)] + [other.format(12)]
    errors = {
        str(code): {"name": f"E_{code}", "message": {"en": f"Check your invoice {code}", tag: text}}
        for code, text in enumerate(said)
    }
    whole = {"package": "a_b", "source_language": "en", "languages": {"en": {}, tag: {}}, "errors": errors}
    rules = [(finding.rule, finding.where) for finding in findings(json.dumps(whole))]
    assert ("C40", f"12.message.{tag}") in rules
    assert not {where for rule, where in rules if rule == "C40"} - {f"12.message.{tag}"}


def test_a_slip_is_a_letter_off_from_a_word_of_other_texts():
    texts = [(f"{name} invoice is missing", f"{name} facture manquante") for name in NAMES[:4]]
    assert catalog([*texts, ("Another invoice is missing", "Une autre facutre manquante")])["C34"] == ["4.message.fr"]


def test_unusual_marks_are_found_beside_the_usual_ones():
    texts = [(f"{name} invoice is missing", f"{name} facture manquante") for name in NAMES]
    assert catalog([*texts, ("Another invoice is missing", "Une autre facture manquante.")])["C33"] == ["10.message.fr"]
