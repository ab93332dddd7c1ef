"""Telegram's HTML is read as strictly as Telegram reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.model.entities import found_entities, in_pieces, to_html, utf16_length
from bot.sandbox.model.html import EntitiesError, parse_html


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("é<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("🏟<b", "Unclosed start tag at byte offset 4"),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>a</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<i>a</i  ", "Unclosed end tag at byte offset 4"),
        ("<i =x>a</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
        (
            "<i x>a</i>",
            'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 0',
        ),
        ("<i x = ", 'Unclosed start tag "i" at byte offset 0'),
        ("<i x=a,>b</i>", "Unexpected end of name token at byte offset 5"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>a</tg-emoji>", "Invalid custom emoji identifier specified"),
        (
            "&#xD800;",
            (
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ),
        ),
    ],
)
def test_html_that_does_not_parse_is_refused_with_its_place(source: str, sentence: str) -> None:
    with pytest.raises(EntitiesError) as refusal:
        parse_html(source)

    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a &lt;b&gt; &amp; &quot;c&quot;", 'a <b> & "c"', []),
        ("&ge;&#12345678;&nbsp;&", "&ge;&#12345678;&nbsp;&", []),
        ("&#65;&#x42;", "AB", []),
        ("<STRONG>a</strong>", "a", [("bold", 0, 1)]),
        ("🏟<b>🏟<i>b</i></b>", "🏟🏟b", [("bold", 2, 3), ("italic", 4, 1)]),
        ("<b></b>a", "a", []),
        ("<i>a</>", "a", [("italic", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ('<tg-emoji emoji-id="12">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2)]),
        ("<a>kata</a>", "kata", []),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1)]),
    ],
)
def test_html_becomes_text_and_entities(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    found, marked = parse_html(source)

    assert found == text
    assert [(e.type, e.offset, e.length) for e in marked] == entities


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://example.org/a?b=1&amp;c", "https://example.org/a?b=1&c"),
        ("example.org", "http://example.org/"),
        ("tg://user?id=1", "tg://user?id=1"),
    ],
)
def test_a_link_keeps_its_address(written: str, kept: str) -> None:
    _, (link,) = parse_html(f'<a href="{written}">peta</a>')

    assert (link.type, link.url) == ("text_link", kept)


PLAIN = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TAGS = st.sampled_from(["b", "i", "u", "s", "code", "tg-spoiler", "blockquote"])


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


MARKED = st.recursive(
    PLAIN.map(escaped), lambda inner: st.builds("<{0}>{1}</{0}>x".format, TAGS, inner)
)


@given(MARKED)
def test_what_was_parsed_can_be_written_and_parsed_again(source: str) -> None:
    text, entities = parse_html(source)

    assert parse_html(to_html(text, entities)) == (text, entities)


@given(PLAIN)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(escaped(text)) == (text, ())


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300), st.integers(10, 40))
def test_a_long_text_is_cut_without_losing_a_word(text: str, units: int) -> None:
    pieces = list(in_pieces(text.strip(), units))

    assert all(utf16_length(piece) <= units for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_commands_links_and_names_are_marked_by_telegram_itself() -> None:
    text = "🏟 /status@lapor_bot https://example.org/a. a@example.org @siti #jalan 3/4"

    found = [(e.type, e.offset) for e in found_entities(text)]

    assert found == [
        ("bot_command", 3),
        ("url", 21),
        ("email", 44),
        ("mention", 58),
        ("hashtag", 64),
    ]
