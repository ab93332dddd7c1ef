"""Measures how well similar reports are found, and how long a look-up among 200 takes.

Two reports of a file count as one trouble when they went to the same agency and, where it is
known, concern the same kecamatan, and at least 0.4 of the runs of five letters that either has are
in both (Jaccard): a measure that shares nothing with what is measured. Where 0.2 to 0.4 are in
both, nobody can say; those are counted apart. Pairs written by hand are different words for one
trouble, and alike words for two, all of one sector and kecamatan.
"""

import argparse
import csv
import json
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.routing.lexicon import Lexicon
from bot.routing.likeness import MOST_COMPARED, Likeness, Told
from bot.routing.normalise import Reader
from bot.services.voices import OFFERED

SAME = 0.4
PERHAPS = 0.2
_LETTERS = 5
_LOOKS = 100
_LARGEST = 400
"""More reports than this of one agency are not compared with each other."""

ONE_TROUBLE = (
    (
        "Lampu jalan di depan SDN 3 mati sejak Senin, jalan jadi gelap",
        "PJU depan SDN 3 padam sudah beberapa hari, mohon diperbaiki",
    ),
    (
        "Jalan berlubang di depan pasar Cikaret, banyak motor jatuh",
        "depan pasar cikaret jalannya bolong besar, bahaya buat motor",
    ),
    (
        "Sampah menumpuk di TPS Pasar Jumat sudah seminggu tidak diangkut",
        "TPS Pasar Jumat penuh, sampahnya seminggu tak diangkut dan bau",
    ),
    (
        "Air PDAM mati di Perumahan Griya Asri sejak kemarin pagi",
        "Sudah dari kemarin air PDAM di Griya Asri tidak mengalir",
    ),
    (
        "Pohon tumbang menutup Jalan Melati dekat balai RW",
        "ada pohon rubuh di jl melati dekat balai RW, mobil tidak bisa lewat",
    ),
    (
        "Lampu merah di simpang Ciawi mati total, lalu lintas kacau",
        "traffic light simpang ciawi tidak menyala, macet parah",
    ),
    (
        "Got di Gang Mawar mampet sehingga banjir setiap hujan",
        "Selokan gang mawar tersumbat, tiap hujan airnya meluap ke rumah",
    ),
    (
        "Jembatan gantung Kampung Sawah putus talinya, warga takut menyeberang",
        "tali jembatan gantung di kampung sawah sudah putus sebelah, berbahaya",
    ),
    (
        "Parkir liar di depan RS Bhakti membuat ambulans sulit masuk",
        "mobil parkir sembarangan depan RS Bhakti, ambulans tidak bisa masuk",
    ),
    (
        "Puskesmas Sukamaju tutup sebelum jam sebelas padahal antrean panjang",
        "antrean di puskesmas sukamaju masih panjang tapi loket sudah ditutup jam sebelas",
    ),
)
TWO_TROUBLES = (
    (
        "Lampu jalan di depan SDN 3 mati sejak Senin",
        "Lampu jalan di depan SDN 5 mati sejak Senin",
    ),
    (
        "Jalan berlubang di depan pasar Cikaret",
        "Jalan berlubang di dekat stasiun lama",
    ),
    (
        "Sampah menumpuk di TPS Pasar Jumat sudah seminggu",
        "Sampah menumpuk di pinggir kali belakang terminal",
    ),
    (
        "Air PDAM mati di Perumahan Griya Asri sejak kemarin",
        "Tagihan air PDAM saya naik dua kali lipat bulan ini",
    ),
    (
        "Pohon tumbang menutup Jalan Melati",
        "Mohon pohon besar di Jalan Kenanga dipangkas",
    ),
    (
        "Lampu merah di simpang Ciawi mati total",
        "Mohon dipasang lampu merah di simpang Gadog",
    ),
    (
        "Got di Gang Mawar mampet sehingga banjir",
        "Got di Gang Dahlia RT 4 mampet dan bau",
    ),
    (
        "Parkir liar di depan RS Bhakti",
        "Tukang parkir di pasar lama minta tarif dua kali lipat",
    ),
    (
        "Puskesmas Sukamaju tutup sebelum jam sebelas",
        "Obat di Puskesmas Sukamaju selalu habis",
    ),
    (
        "Mohon perbaikan jalan rusak di Kampung Sawah RT 02",
        "Mohon perbaikan jalan rusak di Kampung Baru RT 07",
    ),
)


def by_hand(likeness: Likeness) -> dict[str, float]:
    """The shares of the pairs written by hand that are offered."""

    def offered(pairs: Sequence[tuple[str, str]]) -> float:
        hits = sum(bool(likeness.alike(Told(0, a), [Told(1, b)])) for a, b in pairs)
        return round(hits / len(pairs), 3)

    return {
        "by_hand_recall": offered(ONE_TROUBLE),
        "by_hand_wrongly_offered": offered(TWO_TROUBLES),
    }


def in_file(likeness: Likeness, rows: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """Precision of what is offered among the first three, and recall per report that has a twin."""
    together = defaultdict(list)
    for row in rows:
        where = row["source"], row["agency"], row["sector"], row["district"]
        together[where].append(f"{row['title']}\n{row['text']}".strip())
    offered = right = perhaps = twins = found = 0
    for told_there in together.values():
        texts = told_there[:_LARGEST]
        runs = [_runs(text) for text in texts]
        for this, text in enumerate(texts):
            others = [n for n in range(len(texts)) if n != this][-MOST_COMPARED:]
            likes = {n: _jaccard(runs[this], runs[n]) for n in others}
            told = [Told(n, texts[n]) for n in others]
            shown = [n for _, n in likeness.alike(Told(this, text), told)[:OFFERED]]
            offered += len(shown)
            right += sum(likes[n] >= SAME for n in shown)
            perhaps += sum(PERHAPS <= likes[n] < SAME for n in shown)
            if any(like >= SAME for like in likes.values()):
                twins += 1
                found += any(likes[n] >= SAME for n in shown)
    return {
        "reports": sum(map(len, together.values())),
        "offered": offered,
        "precision": round(right / offered, 3) if offered else 0.0,
        "precision_with_doubtful": round((right + perhaps) / offered, 3) if offered else 0.0,
        "have_a_twin": twins,
        "recall": round(found / twins, 3) if twins else 0.0,
    }


def speed(likeness: Likeness, rows: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """Milliseconds of one look-up among 200 reports of one sector; the first look is left out."""
    sectors = defaultdict(list)
    for row in rows:
        sectors[row["sector"]].append(f"{row['title']}\n{row['text']}".strip())
    texts = max(sectors.values(), key=len)
    others = [Told(n, text) for n, text in enumerate(texts[:MOST_COMPARED])]
    taken = []
    for text in texts[-_LOOKS - 1 :]:
        begun = time.perf_counter()
        likeness.alike(Told(-1, text), others)
        taken.append((time.perf_counter() - begun) * 1000)
    taken = sorted(taken[1:])
    return {
        "candidates": len(others),
        "p50_ms": round(statistics.median(taken), 2),
        "p99_ms": round(taken[int(len(taken) * 0.99) - 1], 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with arguments.data.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    reader = Reader.load()
    likeness = Likeness(reader, Lexicon.load(reader).everyday)
    figures = by_hand(likeness) | in_file(likeness, rows) | speed(likeness, rows)
    if arguments.json:
        print(json.dumps({"similar": figures}))  # noqa: T201
    else:
        for name, figure in figures.items():
            print(f"{name:24} {figure:g}")  # noqa: T201


def _runs(text: str) -> frozenset[str]:
    plain = re.sub(r"\W+", " ", text.lower()).strip()
    return frozenset(plain[n : n + _LETTERS] for n in range(max(1, len(plain) - _LETTERS + 1)))


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


if __name__ == "__main__":
    main()
