"""Tells what is said to the bot itself from a report: nobody's "selamat pagi" becomes a draft.

Only a text whose every word belongs to such talk counts, so that no report is ever taken for it.
"""

import re
from enum import StrEnum


class Talk(StrEnum):
    """What somebody wants of the bot itself."""

    GREETING = "greeting"
    THANKS = "thanks"
    REPORTING = "reporting"
    """That they would like to report or to ask, and not yet what."""
    MY_REPORTS = "my_reports"
    """How their reports are getting on."""
    SOMEBODY = "somebody"
    """A person instead of a bot."""
    MY_DATA = "my_data"
    """What is kept of them."""
    ERASING = "erasing"
    """That what is kept of them be erased."""
    HELP = "help"
    PLEADING = "pleading"
    """ "Tolong" and no more: it urges what was said before."""
    WONDERING = "wondering"
    """ "Gimana" and no more: how a report is getting on, or how one is made."""
    WITHDRAWING = "withdrawing"
    """That a report which was sent be taken back."""
    LANGUAGE = "language"
    """Another language than the one spoken to them."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_POLITE = _words(
    "p eh woi woy oi hoi halo hallo hai hi hello hey ping tes test testing salam permisi punten "
    "misi kulonuwun assalamualaikum assalamu'alaikum assalamu alaikum waalaikumsalam wr wb "
    "selamat pagi siang sore malam sugeng enjing enjang sampurasun wilujeng good morning "
    "evening afternoon min mimin admin bot kak kakak kk pak bu bapak ibu mas mbak mba bang "
    "abang bung om tante dek dik adik nak mbah eyang nduk le cu bro sis gan teh kang neng pakde "
    "bude yth semua semuanya ok oke okay baik baiklah ya iya yaa siap sip dong deh nih sih kok "
    "maaf dear dan"
)
_THANKING = _words(
    "terima kasih makasih makasi terimakasih trims tq thx thanks thank you matur nuwun suwun "
    "hatur nuhun alhamdulillah alhamdulilah banyak sekali atas bantuan bantuannya infonya "
    "informasinya jawabannya sudah sama"
)
_THANKS = _words(
    "alhamdulillah alhamdulilah kasih makasih makasi terimakasih trims tq thx thanks thank nuwun "
    "nuhun"
)
_WISHING = _words(
    "saya sy aku gue gw kami kita i i'd mau ingin pengen pengin pingin hendak mo izin ijin bisa "
    "boleh want to would like can lapor melapor laporan melaporkan report ngelapor lapornya ngadu "
    "mengadu pengaduan aduan keluhan mengeluh tanya bertanya nanya menanyakan ask usul "
    "mengusulkan buat bikin membuat ada sesuatu something a an di sini disini ke sini kesini lagi "
    "baru lain again another new"
)
_WISHES = _words(
    "lapor melapor laporan melaporkan report ngelapor ngadu mengadu pengaduan aduan keluhan "
    "mengeluh tanya bertanya nanya menanyakan ask usul mengusulkan"
)
_ASKING_AFTER = _words(
    "laporan laporanku laporannya pengaduan aduan aduanku report reports saya sy aku kami my the "
    "it is what of when how will be kapan gimana gmn bagaimana bgmn apa apakah kabar kabarnya "
    "sudah "
    "udah sdh sampai mana sampe dimana di status statusnya cek lihat liat check see show kok "
    "kenapa mengapa belum blm dijawab diproses ditanggapi ditindaklanjuti selesai selesainya "
    "beres dibalas balasan ada jawaban jawabannya perkembangan perkembangannya progres progress "
    "nasib nasibnya tindak lanjut lanjutnya yang kemarin tadi lalu masih lama answered kelanjutan "
    "kelanjutannya gmana going udh lama lambat amat banget bgt sekali"
)
_AFTER_BY_ITSELF = _words(
    "kapan status statusnya kabar kabarnya perkembangan perkembangannya progres progresnya "
    "progress kelanjutan kelanjutannya lanjutnya balasan jawaban jawabannya nasib nasibnya"
)
_WHERE_TO = tuple(
    _words(words)
    for words in (
        *("sampai mana", "sampe mana", "sampai dimana", "kapan dijawab", "kapan diproses"),
        *("kapan ditanggapi", "kapan dibalas", "kapan selesai", "kapan selesainya", "kapan beres"),
        *(
            "when answered",
            "how going",
            "kapan ditindaklanjuti",
            "kok lama",
            "kenapa lama",
            "kok lambat",
        ),
        *("sudah belum", "udah belum", "sdh belum", "sdh blm", "udah blm", "udh blm", "sudah blm"),
    )
)
_REPORTS = _words("laporan laporanku laporannya pengaduan aduan aduanku report reports")
_AFTER = _words(
    "kapan gimana gmn bagaimana bgmn kabar kabarnya sampai sampe mana dimana status statusnya cek "
    "lihat liat check see show kok kenapa mengapa belum blm dijawab diproses ditanggapi dibalas "
    "ditindaklanjuti selesai selesainya beres balasan jawaban jawabannya perkembangan progres "
    "perkembangannya progress nasib nasibnya lanjut lanjutnya saya laporanku aduanku my when how "
    "what"
)
_CALLING = _words(
    "saya sy aku mau ingin pengen pengin bisa boleh minta bicara bicaranya ngomong ngobrol chat "
    "berbicara hubungi menghubungi dihubungi telepon telpon telp nelpon call talk speak to a an i "
    "want can with dengan sama ke langsung orang orangnya manusia human person real petugas "
    "petugasnya operator cs customer service staf bukan robot mesin asli beneran nomor no "
    "nomornya kontak berapa call center callcenter hotline"
)
_CALLED = _words(
    "orang orangnya manusia human person petugas petugasnya operator cs staf admin min mimin "
    "kontak center callcenter hotline"
)
_CALLS = _words(
    "bicara bicaranya ngomong ngobrol berbicara hubungi menghubungi dihubungi telepon telpon telp "
    "nelpon call talk speak chat kontak robot hotline"
)
_WONDERING = _words(
    "bantuan bantu help menu cara caranya gimana gmn bagaimana bgmn lapor melapor pakai pake "
    "memakai menggunakan gunakan bot botnya ini itu apa apakah untuk bisa fungsi fungsinya saya "
    "aku bingung ngerti paham gak ga nggak enggak tidak how to use do does i report this work "
    "what is info panduan petunjuk sini di buat me lapornya siapa kamu anda kalian robot dilaporin "
    "dilaporkan dilapor saja aja yang yg who are"
)
_WONDERS = _words(
    "bantuan bantu help menu cara caranya gimana gmn bagaimana bgmn fungsi fungsinya bingung how "
    "panduan petunjuk apa siapa robot who"
)
_ERASES = _words("hapus hapuskan menghapus dihapus hilangkan buang delete erase remove")
_KEEPING = _ERASES | _words(
    "semua seluruh data dataku datanya pribadi akun akunku saya sy aku my all personal account me "
    "mau ingin minta bisa lihat liat cek show see apa saja yang disimpan kalian simpan tentang "
    "about what do you keep dari sini"
)
_KEPT = _words("data dataku datanya akun akunku account")
_TAKES_BACK = _words("batal batalkan batalin tarik cabut withdraw cancel")
_TAKING_BACK = _TAKES_BACK | _words(
    "laporan laporanku laporannya aduan aduanku pengaduan saya sy aku ku yang yg tadi kemarin itu "
    "ini mau ingin kembali saja aja my the report not jadi gak ga nggak tidak salah"
)
_NOT_AFTER_ALL = tuple(_words(f"{no} jadi") for no in ("gak", "ga", "nggak", "tidak"))
_TONGUES = _words("english inggris indonesian jawa jowo javanese language")
_SPEAKING = _TONGUES | _words(
    "bahasa boso basa indonesia ganti pakai pake pakek bisa ada in speak use switch change to can "
    "you we do i don't understand dalam only talk saja aja"
)
_HOW = _words("gimana gmn gmana bagaimana bgmn piye pripun how")
_SALAM = re.compile(
    r"a?ss?al+a+mm?u?'?(?:al|'al)?[ae]?i+k?k[uo]?m?|assalam|was+al+am(?:ualaik[uo]m)?|aslmkm|askum|ass"
)
"""A greeting that is spelt in very many ways."""
_ASKING_SIGNS = frozenset("?？! ")
_THANKING_SIGNS = frozenset("👍🙏👌🤝❤😊🙂☺😁🥰💪👏💯✌")
_BETWEEN_SIGNS = frozenset("\ufe0f\u200d 🏻🏼🏽🏾🏿")
_PLEADING = _words("tolong tolonglah mohon please cepat cepet cepetan buruan segera")
_MOST_WORDS = 9
_REGARDING = _words("soal tentang masalah urusan perihal about")
_NAMES_ONE = 4
"""Words at most that say which report is meant."""


_UNNAMED = re.compile(
    r"(?:rahasiakan|sembunyikan|samarkan|lindungi|hide|withhold)\b.{0,20}"
    r"\b(?:nama|namaku|identitas|identitasku|my name|my identity|name|identity)\b"
    r"|\b(?:nama|namaku|identitas|identitasku)\b.{0,15}\b(?:dirahasiakan|disembunyikan|disamarkan)\b"
    r"|\bjangan\b.{0,20}\b(?:sebut|sebutkan|tulis|cantumkan|bocorkan|bilang|kasih tau|kasih tahu"
    r"|beritahu|beri tahu|tau|tahu|ketahuan)\b.{0,12}\b(?:nama|namaku|identitas|identitasku)\b"
    r"|\bjangan\b.{0,12}\b(?:bilang|kasih tau|kasih tahu|beritahu|beri tahu|cerita)\b"
    r".{0,8}\b(?:siapa|orang lain|r[tw]|tetangga|lurah|kades|kepala desa|mereka|atasan|bos)"
    r"|\brahasia(?:kan)? (?:ya|yah|dong|pak|bu|nak|min)\b"
    r"|\bsecara anonim\b|\banonymously\b",
    re.IGNORECASE,
)


_ANNOUNCING = re.compile(
    r"(?:\W*(?:halo|hai|pak|bu|min|kak|permisi|maaf|selamat|pagi|siang|sore|malam|assalamualaikum|"
    r"saya|sy|aku|kami|juga|mohon)\b)*\W*(?:(?:mau|ingin|pengen|hendak|izin|ijin|mo)\W+)"
    r"(?:me)?(?:lapor(?:kan)?|ngadu|ngelapor|mengadu(?:kan)?|adukan)\b\W+\w"
    r"|\W*i(?:'d| would)? (?:want|like) to report\b\W+\w",
    re.IGNORECASE,
)


def announces_report(text: str) -> bool:
    """Say whether a text opens with the wish to report something, and goes on to tell it."""
    return _ANNOUNCING.match(text) is not None


def wants_no_name(text: str) -> bool:
    """Say whether somebody asks, within their story, that their name be kept from the agency."""
    return _UNNAMED.search(text) is not None


def is_shrug(text: str) -> bool:
    """Say whether a text holds signs only: no letter and no digit of any script."""
    return bool(text) and not any(sign.isalnum() for sign in text)


def small_talk(text: str) -> Talk | None:
    """Say what a text wants of the bot itself; None for a text that tells anything else."""
    if is_shrug(text):
        return _in_signs(set(text))
    said = re.findall(r"[\w']+", text.lower())
    if not 0 < len(said) <= _MOST_WORDS:
        return None
    words = {"salam" if _SALAM.fullmatch(word) else word for word in said}
    told = words - _POLITE - _PLEADING
    if not told:
        return Talk.PLEADING if words & _PLEADING else Talk.GREETING
    if words <= _CALLING | _POLITE | _PLEADING and words & _CALLED and words & _CALLS:
        return _of_reports(told, words) or Talk.SOMEBODY
    return _of_reports(told, words) or _of_the_bot(told)


def asks_of_one(text: str) -> tuple[Talk, str] | None:
    """What a text asks of one report, and the words that say which: "yang jalan gimana"."""
    said = re.findall(r"[\w']+", text.lower())
    if not 1 < len(said) <= _MOST_WORDS:
        return None
    for talk, about, asking in (
        (Talk.WITHDRAWING, _TAKING_BACK, _TAKES_BACK),
        (Talk.MY_REPORTS, _ASKING_AFTER, _HOW | _AFTER_BY_ITSELF),
    ):
        known = about | _POLITE | _PLEADING | _REGARDING
        which = [word for word in said if word not in known]
        if 0 < len(which) <= _NAMES_ONE and asking & set(said):
            return talk, " ".join(which)
    return None


def _of_the_bot(told: set[str]) -> Talk | None:
    """What is said to the bot that is about no report which is there already."""
    if told <= _HOW:
        return Talk.WONDERING
    if told <= _THANKING and told & _THANKS:
        return Talk.THANKS
    if told <= _SPEAKING and told & _TONGUES:
        return Talk.LANGUAGE
    if told <= _WISHING and told & _WISHES:
        return Talk.REPORTING
    if told <= _KEEPING and told & _KEPT and len(told) > 1:
        return Talk.ERASING if told & _ERASES else Talk.MY_DATA
    return Talk.HELP if told <= _WONDERING and told & _WONDERS else None


def _in_signs(signs: set[str]) -> Talk | None:
    """What a question mark asks, and what folded hands say."""
    if signs <= _ASKING_SIGNS and signs & {"?", "？"}:
        return Talk.WONDERING
    told = signs - _BETWEEN_SIGNS
    return Talk.THANKS if told and told <= _THANKING_SIGNS else None


def _of_reports(told: set[str], said: set[str]) -> Talk | None:
    """How a report is getting on, be it called a report or not, or that it be taken back."""
    if told <= _ASKING_AFTER and (
        (told & _REPORTS and told & _AFTER)
        or told & _AFTER_BY_ITSELF
        or any(words <= said for words in _WHERE_TO)
    ):
        return Talk.MY_REPORTS
    if told <= _TAKING_BACK and (told & _TAKES_BACK or any(no <= told for no in _NOT_AFTER_ALL)):
        return Talk.WITHDRAWING
    return None
