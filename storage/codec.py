"""Domain objects as JSON, for the payloads that are sealed whole.

What is written names its fields, and what is read may lack those that have a default, so that a
draft begun before an update is still whole after it.
"""

import json
from datetime import date
from typing import Any

from bot.domain.agency import AgencyCode
from bot.domain.draft import Draft
from bot.domain.happened import Happened
from bot.domain.people import ChatId, PersonId
from bot.domain.place import Pin, Place, RegionCode
from bot.domain.report import Attachment, FileKind, ReportId, Suggested
from bot.domain.sector import Sector
from bot.domain.step import Step, StepKind
from bot.domain.suggestion import ReportClass
from storage.moments import to_micros, to_moment
from storage.seal import from_bytes, to_bytes

Json = dict[str, Any]


def dump(value: Json | list[Json]) -> bytes:
    return to_bytes(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def load(payload: bytes) -> Any:  # noqa: ANN401 - whatever was dumped
    return json.loads(from_bytes(payload))


def attachment_to_json(attachment: Attachment) -> Json:
    return {
        "kind": attachment.kind.value,
        "file": attachment.file,
        "unique": attachment.unique,
        "name": attachment.name,
        "size": attachment.size,
    }


def attachment_from_json(data: Json) -> Attachment:
    return Attachment(
        kind=FileKind(data["kind"]),
        file=data["file"],
        unique=data["unique"],
        name=data.get("name", ""),
        size=data.get("size", 0),
    )


def dump_attachments(attachments: tuple[Attachment, ...]) -> bytes:
    return dump([attachment_to_json(attachment) for attachment in attachments])


def load_attachments(payload: bytes) -> tuple[Attachment, ...]:
    return tuple(attachment_from_json(data) for data in load(payload))


def place_to_json(place: Place) -> Json:
    return {
        "label": place.label,
        "region": place.region,
        "pin": [place.pin.latitude, place.pin.longitude] if place.pin else None,
        "words": place.words,
    }


def place_from_json(data: Json) -> Place:
    region, pin = data.get("region"), data.get("pin")
    return Place(
        label=data["label"],
        region=RegionCode(region) if region is not None else None,
        pin=Pin(latitude=pin[0], longitude=pin[1]) if pin is not None else None,
        words=data.get("words", ""),
    )


def happened_to_json(happened: Happened) -> Json:
    return {
        "day": happened.day.isoformat(),
        "since": happened.since,
        "words": happened.words,
    }


def happened_from_json(data: Json) -> Happened:
    return Happened(
        day=date.fromisoformat(data["day"]), since=data["since"], words=data.get("words", "")
    )


def suggested_to_json(suggested: Suggested) -> Json:
    return {
        "agency": suggested.agency,
        "sector": suggested.sector.value,
        "confidence": suggested.confidence,
        "reasons": list(suggested.reasons),
        "version": suggested.version,
    }


def suggested_from_json(data: Json) -> Suggested:
    return Suggested(
        agency=AgencyCode(data["agency"]),
        sector=Sector(data["sector"]),
        confidence=data["confidence"],
        reasons=tuple(data["reasons"]),
        version=data["version"],
    )


def draft_to_json(draft: Draft) -> Json:
    return {
        "reporter": draft.reporter,
        "begun_at": to_micros(draft.begun_at),
        "changed_at": to_micros(draft.changed_at),
        "words": list(draft.words),
        "attachments": [attachment_to_json(attachment) for attachment in draft.attachments],
        "place": place_to_json(draft.place) if draft.place else None,
        "place_options": [place_to_json(place) for place in draft.place_options],
        "place_known": draft.place_known,
        "happened": happened_to_json(draft.happened) if draft.happened else None,
        "chosen_class": draft.chosen_class.value if draft.chosen_class else None,
        "chosen_agency": draft.chosen_agency,
        "admin_decides": draft.admin_decides,
        "anonymous": draft.anonymous,
        "secret": draft.secret,
        "secret_offered": draft.secret_offered,
        "refused_album": draft.refused_album,
    }


def draft_from_json(data: Json) -> Draft:
    place, happened = data.get("place"), data.get("happened")
    chosen_class, chosen_agency = data.get("chosen_class"), data.get("chosen_agency")
    return Draft(
        reporter=PersonId(data["reporter"]),
        begun_at=to_moment(data["begun_at"]),
        changed_at=to_moment(data["changed_at"]),
        words=tuple(data.get("words", ())),
        attachments=tuple(attachment_from_json(one) for one in data.get("attachments", ())),
        place=place_from_json(place) if place else None,
        place_options=tuple(place_from_json(one) for one in data.get("place_options", ())),
        place_known=data.get("place_known", False),
        happened=happened_from_json(happened) if happened else None,
        chosen_class=ReportClass(chosen_class) if chosen_class else None,
        chosen_agency=AgencyCode(chosen_agency) if chosen_agency is not None else None,
        admin_decides=data.get("admin_decides", False),
        anonymous=data.get("anonymous", False),
        secret=data.get("secret", False),
        secret_offered=data.get("secret_offered", False),
        refused_album=data.get("refused_album", ""),
    )


def step_to_json(step: Step) -> Json:
    return {
        "person": step.person,
        "chat": step.chat,
        "kind": step.kind.value,
        "report": step.report,
        "reason": step.reason,
        "text": step.text,
        "attachments": [attachment_to_json(attachment) for attachment in step.attachments],
        "last": step.last,
        "seen": step.seen,
    }


def step_from_json(data: Json) -> Step:
    report = data.get("report")
    return Step(
        person=PersonId(data["person"]),
        chat=ChatId(data["chat"]),
        kind=StepKind(data["kind"]),
        report=ReportId(report) if report is not None else None,
        reason=data.get("reason", ""),
        text=data.get("text", ""),
        attachments=tuple(attachment_from_json(one) for one in data.get("attachments", ())),
        last=data.get("last", 0),
        seen=data.get("seen", 0),
    )
