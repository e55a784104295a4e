"""Nobody inside the walls is asked whether a link leads somewhere: by no number, name, port, redirect or second answer
of whoever resolves names."""

import asyncio

import pytest
from local_web import HERE, local_web

from newsroom.links.asking import Answer, Asker, Pace
from newsroom.links.choices import LinkReason, LinkState
from newsroom.links.guarding import Guard, is_of_the_public_web
from newsroom.links.heads import NotAskedError, question_for

NOT_ASKED = Answer(LinkState.UNSURE, LinkReason.NOT_ASKED)
QUICK = Pace(patience=0.5, pause=0.0)
INSIDE = (
    *("127.0.0.1", "127.9.9.9", "0.1.2.3", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
    *("100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1"),
    *("239.255.255.250", "240.0.0.1", "255.255.255.255", "192.88.99.1", "::1", "::", "::ffff:127.0.0.1"),
    *("::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::a00:1", "fe80::1"),
    *("fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2002:7f00:1::", "2001::1"),
    *("2001:db8::1", "100::1", "3fff::1", "localhost", "2130706433", "0x7f.1", "017700000001"),
)


@pytest.mark.parametrize("number", INSIDE)
def test_machine_inside_is_never_asked(number: str) -> None:
    assert not is_of_the_public_web(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "193.0.6.139", "2a00:1450:4001::5e", "2606:4700::1111"])
def test_machine_of_the_public_web_is(number: str) -> None:
    assert is_of_the_public_web(number)


@pytest.mark.parametrize(
    "address",
    [
        "http://site.example:8080/",
        "https://site.example:22/",
        "ftp://site.example/",
        "file:///etc/passwd",
        "http://user:secret@site.example/",
        "http://",
        "http://[::1",
        "http://site example/",
        "http://site.example:99999/",
        "http://exa\u0000mple/",
    ],
)
def test_nothing_but_the_web_at_its_own_ports_is_asked(address: str) -> None:
    with pytest.raises(NotAskedError):
        question_for(address, Guard())


def test_address_becomes_one_line_of_signs_that_a_question_may_have() -> None:
    question = question_for("https://münchen.example/straße?q=größe&x=1\r\nX-Bad: 1", Guard())
    assert question.host == "xn--mnchen-3ya.example"
    assert question.path.isascii() and not {"\r", "\n", " "} & set(question.path)


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://2130706433/"])
def test_this_machine_is_not_asked_by_any_of_its_names(address: str) -> None:
    assert Asker(agent="test", pace=QUICK).answers([address])[address] == NOT_ASKED


def test_redirect_to_the_inside_is_not_followed() -> None:
    with local_web(out=(301, "http://169.254.169.254/latest/"), port=(302, "http://127.0.0.1:22/")) as web:
        found = web.asker().answers([web.address("/out"), web.address("/port")])
    assert set(found.values()) == {NOT_ASKED}


def test_name_that_is_resolved_otherwise_a_moment_later_leads_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever answers for the name says a public number first and this machine's afterwards: only the first is used."""
    said, asked, connected = [["203.0.113.9"], [HERE]], [], []

    async def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return said[min(len(asked) - 1, 1)]

    async def connect(host: str, port: int, **facts: object) -> object:
        connected.append(host)
        raise ConnectionRefusedError

    monkeypatch.setattr(asyncio, "open_connection", connect)
    allowed = Guard(allows=lambda number: number == "203.0.113.9")
    asker = Asker(agent="test", guard=allowed, pace=QUICK, resolver=resolver)
    address = "http://rebinding.example/"
    assert asker.answers([address])[address].state == LinkState.SILENT
    assert asked == ["rebinding.example"], "resolved once for a question"
    assert connected == ["203.0.113.9"], "to the number that was looked at, not to the name"
    assert asker.answers([address])[address] == NOT_ASKED, "the second time it says this machine"
    assert connected == ["203.0.113.9"]


def test_name_with_one_number_inside_is_not_asked_at_all() -> None:
    async def resolver(host: str, port: int) -> list[str]:
        return ["8.8.8.8", "10.0.0.1"]

    asker = Asker(agent="test", pace=QUICK, resolver=resolver)
    assert asker.answers(["http://both.example/"])["http://both.example/"] == NOT_ASKED


def test_peer_is_looked_at_before_anything_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Something between us and the network may lead a public number to this machine."""
    real = asyncio.open_connection

    async def led_astray(host: str, port: int, **facts: object) -> object:
        return await real(HERE, port, **facts)  # type: ignore[arg-type]

    async def resolver(host: str, port: int) -> list[str]:
        return ["8.8.8.8"]

    monkeypatch.setattr(asyncio, "open_connection", led_astray)
    with local_web() as web:
        guard = Guard(ports=frozenset({web.port}))
        address = web.address("/", "astray.example")
        asker = Asker(agent="test", guard=guard, pace=QUICK, resolver=resolver)
        assert asker.answers([address])[address] == NOT_ASKED
        assert web.asked == []
