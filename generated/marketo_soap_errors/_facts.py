# Made by error-catalog. Do not edit: change the YAML.
"""What the catalog says about each error in addition to its message and note."""

from __future__ import annotations

from datetime import timedelta

from ._kind import Code
from ._recovery import CategoryBase, LimitBase, RecoveryBase

__all__ = ["FACTS", "Category", "Limit", "Recovery", "timedelta"]


class Category(CategoryBase):
    """What an error is about."""

    SYSTEM = "system"
    ACCESS = "access"
    REQUEST = "request"
    LIMIT = "limit"
    LEAD = "lead"
    ACTIVITY = "activity"
    PARAMETER = "parameter"
    ASSET = "asset"
    STREAM = "stream"


Category.SYSTEM._source = "System"
Category.ACCESS._source = "Access"
Category.REQUEST._source = "Requests"
Category.LIMIT._source = "Limits"
Category.LEAD._source = "Leads"
Category.ACTIVITY._source = "Activities"
Category.PARAMETER._source = "Parameters"
Category.ASSET._source = "Lists and campaigns"
Category.STREAM._source = "Streams"


class Recovery(RecoveryBase):
    """What a caller can do."""

    SIGN_AGAIN = "sign_again"
    AUTHENTICATE_AGAIN = "authenticate_again"
    ASK_FOR_ACCESS = "ask_for_access"
    WAIT_FOR_QUOTA = "wait_for_quota"
    SLOW_DOWN = "slow_down"
    NARROW_RANGE = "narrow_range"
    CORRECT_REQUEST = "correct_request"
    CHECK_REFERENCE = "check_reference"
    ACCEPT_ABSENCE = "accept_absence"
    RETRY_ONCE = "retry_once"
    ASK_SUPPORT = "ask_support"
    KEEP_POSITION = "keep_position"
    STOP_PAGING = "stop_paging"


Recovery.SIGN_AGAIN._define("changed", None, None, True, "Sign again", "Create a new timestamp and a new signature, then send the request again.")
Recovery.AUTHENTICATE_AGAIN._define("changed", None, None, False, "Check the credentials", "Check the user ID, the encryption key and the signature. Every request is signed, so there is no session to renew.")
Recovery.ASK_FOR_ACCESS._define("changed", None, None, False, "Ask for access", "Ask the administrator to let this client use the API.")
Recovery.WAIT_FOR_QUOTA._define("unchanged", None, None, True, "Wait for the quota to reset", "The quota resets at midnight (12:00 AM) CST. The account manager can raise it.")
Recovery.SLOW_DOWN._define("unchanged", None, timedelta(seconds=20), False, "Slow down", "Pause, then make the call again. Keep the number of calls below the limit.")
Recovery.NARROW_RANGE._define("changed", None, None, False, "Narrow the time range", "Split the time range into parts that are within the limit.")
Recovery.CORRECT_REQUEST._define("changed", None, None, False, "Correct the request", "Correct the request before you send it again. Unchanged, it fails again.")
Recovery.CHECK_REFERENCE._define("changed", None, None, False, "Check the reference", "Check that the item named in the request exists, and that it is spelled correctly.")
Recovery.ACCEPT_ABSENCE._define("never", None, None, False, "Treat as absent", "Often a normal outcome when reading. Treat the lead as absent. When writing, check the key.")
Recovery.RETRY_ONCE._define("unchanged", 1, None, False, "Retry once", "Send the request again once. If it fails again, look for the cause in the message.")
Recovery.ASK_SUPPORT._define("unchanged", 1, None, False, "Contact support", "Send the request again once. If the error returns, give support the logged request and response.")
Recovery.KEEP_POSITION._define("changed", None, None, False, "Keep the position", "Pass the newStreamPosition of the last response back unaltered. If that fails, begin again without a position.")
Recovery.STOP_PAGING._define("never", None, None, False, "Stop paging", "Stop paging. This is the end of the records, not an error.")


class Limit(LimitBase):
    """A limit in figures: each is an attribute and an item, such as `limit["calls"]`."""

    __slots__ = ()
    calls: int
    concurrent_calls: int
    days: int
    seconds: int


#: The values of every error, in the order of the attributes in _base.py.
FACTS: dict[Code, tuple[Category, Recovery, Limit | None, dict[str, str], dict[str, tuple[str, ...]], tuple[int, ...], str | None, ]] = {
    10001: (Category.SYSTEM, Recovery.ASK_SUPPORT, None, {}, {"en": ("server error", "outage", "system down", "crash"), "fr": ("erreur serveur", "panne", "plantage", "système indisponible"), "ja": ("サーバーエラー", "システムダウン", "サーバー障害"), "ko": ("서버 오류", "서버 다운", "시스템 중단"), "sv": ("serverfel", "driftstopp", "krasch")}, (611,), None, ),
    20011: (Category.SYSTEM, Recovery.ASK_SUPPORT, None, {}, {"en": ("server error", "service unavailable", "service down", "outage"), "fr": ("erreur serveur", "service indisponible", "panne"), "ja": ("サーバーエラー", "サービス停止", "サービス利用不可"), "ko": ("서버 오류", "서비스 중단", "서비스 이용 불가"), "sv": ("serverfel", "tjänsten är inte tillgänglig", "tjänsteavbrott")}, (611,), None, ),
    20012: (Category.REQUEST, Recovery.CORRECT_REQUEST, None, {}, {"en": ("malformed XML", "parse error", "syntax error", "bad envelope"), "fr": ("XML mal formé", "erreur de syntaxe", "erreur d’analyse", "enveloppe"), "ja": ("不正な XML", "構文エラー", "解析エラー", "エンベロープ"), "ko": ("XML 구문 오류", "파싱 오류", "형식 오류"), "sv": ("felformaterad XML", "syntaxfel", "tolkningsfel", "kuvert")}, (609,), None, ),
    20013: (Category.ACCESS, Recovery.ASK_FOR_ACCESS, None, {}, {"en": ("forbidden", "not authorized", "permission denied", "not allowed", "IP allowlist"), "fr": ("interdit", "non autorisé", "autorisation", "permission", "droits"), "ja": ("権限", "許可", "禁止", "アクセス権"), "ko": ("권한 없음", "접근 거부", "금지", "허용되지 않음"), "sv": ("förbjudet", "ingen behörighet", "inte tillåtet", "rättigheter")}, (603,), None, ),
    20014: (Category.ACCESS, Recovery.AUTHENTICATE_AGAIN, None, {}, {"en": ("unauthorized", "unauthenticated", "login", "sign in", "wrong password", "encryption key", "HMAC"), "fr": ("non authentifié", "connexion", "identifiants", "mot de passe", "clé de chiffrement", "HMAC"), "ja": ("未認証", "認証エラー", "ログイン", "パスワード", "暗号鍵", "HMAC"), "ko": ("로그인", "비밀번호", "자격증명", "인증되지 않음", "암호화 키", "HMAC"), "sv": ("obehörig", "inloggning", "lösenord", "krypteringsnyckel", "HMAC")}, (601,), None, ),
    20015: (Category.LIMIT, Recovery.WAIT_FOR_QUOTA, Limit(calls=10000, days=1), {}, {"en": ("daily limit", "daily quota", "too many calls", "out of calls"), "fr": ("limite quotidienne", "quota journalier", "trop d’appels"), "ja": ("クォータ", "日次制限", "1 日の上限", "呼び出し回数の上限"), "ko": ("쿼터", "일일 한도", "할당량 초과", "호출 한도"), "sv": ("dygnskvot", "daglig gräns", "för många anrop")}, (607,), None, ),
    20016: (Category.REQUEST, Recovery.SIGN_AGAIN, None, {}, {"en": ("clock skew", "wrong clock", "system clock", "expired signature", "out of sync"), "fr": ("horloge", "décalage d’horloge", "heure système", "signature expirée"), "ja": ("時計のずれ", "時刻ずれ", "システム時刻", "期限切れ"), "ko": ("시계 오차", "시스템 시각", "유효 기간"), "sv": ("klocka", "klockan går fel", "systemtid", "utgången begäran")}, (602,), "The clock of the client is wrong. Synchronize it with a time server.", ),
    20017: (Category.REQUEST, Recovery.CORRECT_REQUEST, None, {}, {"en": ("missing parameter", "incomplete request", "required field"), "fr": ("paramètre manquant", "requête incomplète", "champ obligatoire"), "ja": ("パラメーター不足", "必須項目", "不完全なリクエスト"), "ko": ("매개변수 누락", "필수 항목", "불완전한 요청"), "sv": ("parameter saknas", "ofullständig begäran", "obligatoriskt fält")}, (1002,), None, ),
    20019: (Category.REQUEST, Recovery.CORRECT_REQUEST, None, {}, {"en": ("unknown method", "method not found", "not implemented", "SOAPAction"), "fr": ("méthode inconnue", "opération inconnue", "non implémenté", "SOAPAction"), "ja": ("不明なメソッド", "未対応", "未実装", "SOAPAction"), "ko": ("알 수 없는 메서드", "지원하지 않음", "구현되지 않음", "SOAPAction"), "sv": ("okänd metod", "okänd åtgärd", "inte implementerad", "SOAPAction")}, (610,), None, ),
    20022: (Category.LIMIT, Recovery.NARROW_RANGE, Limit(days=30), {}, {"en": ("date range", "time window", "too many days"), "fr": ("plage de dates", "intervalle de temps", "fenêtre temporelle", "trop de jours"), "ja": ("日付範囲", "期間", "検索期間"), "ko": ("날짜 범위", "조회 기간", "기간 초과"), "sv": ("datumintervall", "tidsperiod", "för många dagar")}, (), None, ),
    20023: (Category.LIMIT, Recovery.SLOW_DOWN, Limit(calls=100, seconds=20), {}, {"en": ("too many requests", "throttled", "throttling", "flood"), "fr": ("trop de requêtes", "trop d’appels", "bridage"), "ja": ("スロットリング", "レートリミット", "流量制限", "呼び出しが多すぎる"), "ko": ("스로틀링", "너무 많은 요청", "호출 속도", "유량 제한"), "sv": ("för många begäranden", "för många anrop", "strypning")}, (606,), None, ),
    20024: (Category.LIMIT, Recovery.SLOW_DOWN, Limit(concurrent_calls=10), {}, {"en": ("parallel calls", "simultaneous", "threads", "too many connections"), "fr": ("appels parallèles", "en parallèle", "trop de connexions"), "ja": ("並列", "並行処理", "同時接続", "接続数"), "ko": ("병렬 호출", "동시 접속", "연결 수"), "sv": ("parallella anrop", "för många anslutningar", "trådar")}, (615,), None, ),
    20101: (Category.LEAD, Recovery.CORRECT_REQUEST, None, {}, {"en": ("missing lead key", "no key", "person"), "fr": ("clé manquante", "lead", "contact"), "ja": ("見込み客", "キーなし"), "ko": ("잠재 고객", "키 누락"), "sv": ("ingen nyckel", "kontakt")}, (1002,), None, ),
    20102: (Category.LEAD, Recovery.CORRECT_REQUEST, None, {}, {"en": ("wrong key type", "invalid lead key", "person"), "fr": ("type de clé", "clé non valide", "lead", "contact"), "ja": ("見込み客", "キーの種類", "無効なキー"), "ko": ("잠재 고객", "키 유형", "무효한 키"), "sv": ("nyckeltyp", "ogiltig nyckel", "kontakt")}, (1011,), None, ),
    20103: (Category.LEAD, Recovery.ACCEPT_ABSENCE, None, {}, {"en": ("contact not found", "no such lead", "unknown lead", "no match", "person"), "fr": ("prospect pas trouvé", "prospect non trouvé", "prospect inexistant", "lead", "contact"), "ja": ("見込み客", "リードなし", "該当なし"), "ko": ("잠재 고객", "리드 없음", "일치 항목 없음"), "sv": ("okänt lead", "lead saknas", "ingen träff", "kontakt")}, (1004,), None, ),
    20104: (Category.LEAD, Recovery.CORRECT_REQUEST, None, {}, {"en": ("missing LeadRecord", "empty record", "missing details", "person"), "fr": ("LeadRecord manquant", "enregistrement vide", "données du prospect", "lead", "contact"), "ja": ("見込み客", "空のレコード", "データ不足"), "ko": ("잠재 고객", "빈 레코드", "데이터 누락"), "sv": ("LeadRecord saknas", "tom post", "leaddata", "kontakt")}, (1002,), None, ),
    20105: (Category.LEAD, Recovery.CORRECT_REQUEST, None, {}, {"en": ("unknown field", "field name", "custom field", "column", "unknown attribute"), "fr": ("champ inconnu", "nom de champ", "champ personnalisé", "colonne", "attribut inconnu", "lead"), "ja": ("不明な属性", "フィールド名", "カスタムフィールド", "項目名", "見込み客"), "ko": ("알 수 없는 속성", "필드 이름", "사용자 지정 필드", "잠재 고객"), "sv": ("okänt fält", "fältnamn", "anpassat fält", "okänt attribut")}, (1006,), None, ),
    20106: (Category.LEAD, Recovery.RETRY_ONCE, None, {}, {"en": ("upsert", "insert", "save failed", "update failed", "syncLead"), "fr": ("upsert", "enregistrement impossible", "mise à jour impossible", "syncLead", "lead"), "ja": ("アップサート", "保存エラー", "更新エラー", "登録エラー", "syncLead", "見込み客"), "ko": ("저장 실패", "업데이트 실패", "등록 실패", "syncLead", "잠재 고객"), "sv": ("upsert", "kunde inte sparas", "uppdateringen misslyckades", "syncLead")}, (), None, ),
    20107: (Category.ACTIVITY, Recovery.CORRECT_REQUEST, None, {}, {"en": ("unknown activity", "activity type", "event type", "getLeadActivity"), "fr": ("activité inconnue", "type d’événement", "getLeadActivity"), "ja": ("不明なアクティビティ", "イベントの種類", "getLeadActivity"), "ko": ("알 수 없는 활동", "이벤트 유형", "getLeadActivity"), "sv": ("okänd aktivitet", "händelsetyp", "getLeadActivity")}, (), None, ),
    20108: (Category.LEAD, Recovery.CHECK_REFERENCE, None, {}, {"en": ("sales rep", "salesperson", "unknown owner", "assigned user"), "fr": ("commercial", "responsable", "propriétaire inconnu", "lead"), "ja": ("営業担当者", "担当者", "オーナー", "見込み客"), "ko": ("영업 담당자", "담당자", "소유자 없음", "잠재 고객"), "sv": ("säljare", "ansvarig", "okänd ägare")}, (), None, ),
    20109: (Category.PARAMETER, Recovery.CORRECT_REQUEST, None, {}, {"en": ("missing parameter", "empty value", "mandatory"), "fr": ("paramètre manquant", "valeur vide", "obligatoire"), "ja": ("パラメーター不足", "空の値", "未指定"), "ko": ("매개변수 누락", "빈 값", "필수 매개변수"), "sv": ("parameter saknas", "tomt värde", "obligatorisk parameter")}, (1002,), None, ),
    20110: (Category.PARAMETER, Recovery.CORRECT_REQUEST, None, {}, {"en": ("invalid parameter", "invalid argument", "wrong argument"), "fr": ("paramètre invalide", "argument non valide", "mauvais paramètre"), "ja": ("無効なパラメーター", "不正な引数"), "ko": ("무효한 매개변수", "잘못된 인수"), "sv": ("ogiltig parameter", "ogiltigt argument")}, (1001,), None, ),
    20111: (Category.ASSET, Recovery.CHECK_REFERENCE, None, {}, {"en": ("unknown list", "static list", "missing list"), "fr": ("liste inconnue", "liste statique", "liste inexistante"), "ja": ("不明なリスト", "静的リスト", "スタティックリスト"), "ko": ("없는 목록", "정적 목록", "리스트"), "sv": ("okänd lista", "statisk lista", "listan saknas")}, (1013,), None, ),
    20113: (Category.ASSET, Recovery.CHECK_REFERENCE, None, {}, {"en": ("unknown campaign", "smart campaign", "program"), "fr": ("campagne inconnue", "campagne intelligente", "programme"), "ja": ("不明なキャンペーン", "スマートキャンペーン", "プログラム"), "ko": ("알 수 없는 캠페인", "스마트 캠페인", "프로그램"), "sv": ("okänd kampanj", "smart kampanj", "program")}, (1013,), None, ),
    20114: (Category.PARAMETER, Recovery.CORRECT_REQUEST, None, {}, {"en": ("invalid value", "wrong value", "out of range"), "fr": ("valeur invalide", "valeur non autorisée", "hors plage"), "ja": ("無効な値", "不正な値", "範囲外"), "ko": ("무효한 값", "범위를 벗어남"), "sv": ("ogiltigt värde", "fel värde", "utanför intervallet")}, (1001,), None, ),
    20122: (Category.STREAM, Recovery.KEEP_POSITION, None, {}, {"en": ("cursor", "pagination", "paging token", "next page", "newStreamPosition"), "fr": ("curseur", "pagination", "jeton de pagination", "page suivante", "newStreamPosition"), "ja": ("カーソル", "ページング", "ページネーション", "次のページ", "newStreamPosition"), "ko": ("커서", "페이징", "페이지네이션", "다음 페이지", "newStreamPosition"), "sv": ("markör", "sidindelning", "paginering", "nästa sida", "newStreamPosition")}, (), None, ),
    20123: (Category.STREAM, Recovery.STOP_PAGING, None, {}, {"en": ("end of results", "no more results", "last page", "pagination"), "fr": ("fin des résultats", "plus de résultats", "dernière page", "pagination"), "ja": ("最後のページ", "結果の終わり", "ページング", "ページネーション"), "ko": ("마지막 페이지", "결과 끝", "페이징", "페이지네이션"), "sv": ("sista sidan", "slut på resultat", "inga fler resultat", "paginering")}, (), None, ),
}
