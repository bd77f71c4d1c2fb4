"""Languages without `style` and `glossary`: the rules still work there, and find nothing in good texts."""

import json
from collections.abc import Callable

import pytest
from catalogs import findings

ENGLISH = [
    "Out of memory",
    "The disk quota of 10,000 files is exceeded.",
    "OrderKey is required but was not provided",
    "The number of calls in the past 20 seconds was greater than 100",
    "Request signature is too old. Create a new one and try again.",
    'The fields "createdAt" and "updatedAt" differ',
    "Message",
    "Unsupported operation in the Acme API",
]
# The same texts, as people write them in languages whose rules, quotation marks and digits differ.
TEXTS = {
    "de": [
        "Nicht genügend Arbeitsspeicher",
        "Das Kontingent von 10.000 Dateien auf dem Datenträger ist überschritten.",
        "OrderKey ist erforderlich, wurde aber nicht angegeben",
        "In den letzten 20 Sekunden gab es mehr als 100 Aufrufe",
        "Die Signatur der Anfrage ist zu alt. Erstellen Sie z. B. eine neue und versuchen Sie es erneut.",
        "Die Felder „createdAt“ und „updatedAt“ unterscheiden sich",
        "Meldung",
        "Nicht unterstützter Vorgang in der Acme-API",
    ],
    "es": [
        "Memoria insuficiente",
        "Se ha superado la cuota de disco de 10.000 archivos.",
        "Se requiere OrderKey, pero no se ha proporcionado",
        "El número de llamadas en los últimos 20 segundos fue superior a 100",
        "La firma de la solicitud es demasiado antigua. Cree una nueva e inténtelo de nuevo.",
        "Los campos «createdAt» y «updatedAt» son diferentes",
        "Mensaje",
        "Operación no admitida en la API de Acme",
    ],
    "it": [
        "Memoria insufficiente per l'operazione",
        "La quota disco di 10.000 file è stata superata.",
        "OrderKey è obbligatorio, ma non è stato fornito",
        "Il numero di chiamate negli ultimi 20 secondi è stato superiore a 100",
        "La firma della richiesta è troppo vecchia. Crearne una nuova e riprovare.",
        'I campi "createdAt" e "updatedAt" sono diversi',
        "Messaggio",
        "Operazione non supportata nell'API Acme",
    ],
    "nl": [
        "Onvoldoende geheugen",
        "Het schijfquotum van 10.000 bestanden is overschreden.",
        "OrderKey is vereist, maar is niet opgegeven",
        "Het aantal aanroepen in de afgelopen 20 seconden was groter dan 100",
        "De handtekening van de aanvraag is te oud. Maak een nieuwe en probeer het opnieuw.",
        "De velden 'createdAt' en 'updatedAt' verschillen",
        "Bericht",
        "Niet-ondersteunde bewerking in de Acme-API",
    ],
    "pt-BR": [
        "Memória insuficiente",
        "A cota de disco de 10.000 arquivos foi excedida.",
        "OrderKey é obrigatório, mas não foi fornecido",
        "O número de chamadas nos últimos 20 segundos foi maior que 100",
        "A assinatura da solicitação é muito antiga. Crie uma nova e tente novamente.",
        "Os campos “createdAt” e “updatedAt” são diferentes",
        "Mensagem",
        "Operação sem suporte na API da Acme",
    ],
    "zh-Hans": [
        "内存不足",
        "已超过 10,000 个文件的磁盘配额。",
        "需要 OrderKey，但未提供",
        "过去20秒内的调用次数超过100",
        "请求签名太旧。请创建新的签名并重试。",
        "“createdAt”和“updatedAt”字段不同",
        "消息",
        "Acme API 不支持的操作",
    ],
    "zh-Hant": [
        "記憶體不足",
        "已超過 10,000 個檔案的磁碟配額。",
        "需要 OrderKey，但未提供",
        "過去 20 秒內的呼叫次數超過 100",
        "要求簽章太舊。請建立新的簽章並再試一次。",
        "「createdAt」與「updatedAt」欄位不同",
        "訊息",
        "Acme API 不支援的作業",
    ],
    "ar": [
        "الذاكرة غير كافية",
        "تم تجاوز حصة القرص البالغة ١٠٬٠٠٠ ملف.",
        "المفتاح OrderKey مطلوب ولكن لم يتم توفيره",
        "كان عدد الاستدعاءات في آخر 20 ثانية أكبر من 100",
        "توقيع الطلب قديم جدًا. أنشئ توقيعًا جديدًا وحاول مرة أخرى.",
        "الحقلان «createdAt» و«updatedAt» مختلفان",
        "رسالة",
        "عملية غير مدعومة في واجهة Acme API",
    ],
    "hi": [
        "पर्याप्त मेमोरी नहीं है",
        "10,000 फ़ाइलों का डिस्क कोटा पार हो गया है।",
        "OrderKey आवश्यक है लेकिन प्रदान नहीं किया गया",
        "पिछले 20 सेकंड में कॉल की संख्या 100 से अधिक थी",
        "अनुरोध का हस्ताक्षर बहुत पुराना है। नया बनाएँ और फिर से प्रयास करें।",
        'फ़ील्ड "createdAt" और "updatedAt" अलग-अलग हैं',
        "संदेश",
        "Acme API में असमर्थित कार्रवाई",
    ],
    "th": [
        "หน่วยความจำไม่เพียงพอ",
        "เกินโควตาดิสก์ 10,000 ไฟล์แล้ว",
        "จำเป็นต้องมี OrderKey แต่ไม่ได้ระบุไว้",
        "จำนวนการเรียกใน 20 วินาทีที่ผ่านมามากกว่า 100",
        "ลายเซ็นของคำขอเก่าเกินไป สร้างใหม่แล้วลองอีกครั้ง",
        'ฟิลด์ "createdAt" และ "updatedAt" แตกต่างกัน',
        "ข้อความ",
        "การดำเนินการที่ไม่รองรับใน Acme API",
    ],
    "fr": [
        "Mémoire insuffisante",
        "Le quota de disque de 10\u202f000 fichiers est dépassé.",
        "OrderKey est requis mais n’a pas été fourni",
        "Le nombre d’appels au cours des 20 dernières secondes était supérieur à 100",
        "La signature de la requête est trop ancienne. Créez-en une nouvelle et réessayez.",
        "Les champs «\u00a0createdAt\u00a0» et «\u00a0updatedAt\u00a0» diffèrent",
        "Message",
        "Opération non prise en charge dans l’API Acme",
    ],
    "ru": [
        "Недостаточно памяти",
        "Превышена дисковая квота в 10\u00a0000 файлов.",
        "Требуется OrderKey, но он не указан",
        "Число вызовов за последние 20 секунд превысило 100",
        "Подпись запроса слишком старая. Создайте новую и повторите попытку.",
        "Поля «createdAt» и «updatedAt» различаются",
        "Сообщение",
        "Неподдерживаемая операция в Acme API",
    ],
}


def checked(texts: dict[str, list[str]]) -> list[str]:
    """Return what is found in the texts as `RULE where`."""
    errors = {
        str(number): {
            "name": f"ERROR_{number}",
            "message": {"en": english} | {tag: said[number] for tag, said in texts.items()},
        }
        for number, english in enumerate(ENGLISH)
    }
    catalog = {"package": "acme_errors", "source_language": "en", "errors": errors, "protected": ["Acme"]}
    text = json.dumps(catalog | {"languages": {tag: {} for tag in ["en", *texts]}})
    return [f"{finding.rule} {finding.where}" for finding in findings(text)]


def test_nothing_is_found_in_good_texts():
    """Other scripts, quotation marks, digits and cognates are not mistakes."""
    assert checked(TEXTS) == []


@pytest.mark.parametrize(
    ("tag", "said"), [("zh-Hans", "API服务失败"), ("ja", "API サービス障害"), ("ko", "API 서비스 장애")]
)
def test_an_acronym_among_letters_without_case_is_not_shouted(tag: str, said: str):
    """The only cased letters of a text can be capitals."""
    message = {"en": "API service failure", tag: said}
    errors = {"1": {"name": "FAILURE", "message": message}}
    catalog = {"package": "acme_errors", "source_language": "en", "languages": {"en": {}, tag: {}}, "errors": errors}
    assert findings(json.dumps(catalog)) == []


@pytest.mark.parametrize("tag", TEXTS)
@pytest.mark.parametrize(
    ("number", "spoil", "rule"),
    [
        (0, lambda text: "", "C01"),
        (0, lambda text: ENGLISH[0].upper(), "C02"),
        (0, lambda text: text + " ", "C07"),
        (0, lambda text: text.replace(text[0], text[0] + "&eacute;", 1), "C05"),
        (0, lambda text: text + "\u202e", "C06"),
        (2, lambda text: text.replace("OrderKey", "Order Key"), "C03"),
        (2, lambda text: text.replace("OrderKey", "orderkey"), "C03"),
        (3, lambda text: text.replace("20", "25"), "C04"),
        (4, lambda text: TEXTS["de"][4][:-1] if text == TEXTS["ru"][4] else TEXTS["ru"][4], "C02"),
        (7, lambda text: text.replace("Acme", "acme"), "C03"),
    ],
)
def test_bad_texts_are_found(tag: str, number: int, spoil: Callable[[str], str], rule: str):
    """Rules that need no data about a language find the same in every language."""
    spoiled = {language: list(said) for language, said in TEXTS.items()}
    spoiled[tag][number] = spoil(TEXTS[tag][number])
    assert f"{rule} {number}.message.{tag}" in checked(spoiled)
