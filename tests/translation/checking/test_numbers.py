"""A translation keeps the numbers, links, marks and addresses of its source, as its own language writes them."""

import pytest
from signing import unfaithful

from newsroom.translation.signing.segments import TaskSegment


def faults(source: str, target: str | None, into: str = "fr", out_of: str = "en") -> list[str]:
    """What is wrong with a translation."""
    return [
        str(fault)
        for _segment, fault in unfaithful(
            [
                TaskSegment(
                    pk=1,
                    path="body",
                    field_path="body",
                    source=source,
                    links="",
                    target=target,
                    is_machine=False,
                    source_code=out_of,
                    target_code=into,
                )
            ]
        )
    ]


@pytest.mark.parametrize(
    ("source", "target", "into"),
    [
        ("It has 1,200 stops", "Il a 1 200 arrêts", "fr"),
        ("It has 1,200 stops", "Il a 1\u202f200 arrêts", "fr"),
        ("It has 1,200 stops", "Il a 1200 arrêts", "fr"),
        ("It has 1,200 stops", "Tiene 1.200 paradas", "es"),
        ("It has 1,200 stops", "Tiene 1200 paradas", "es"),
        ("It has 1,200 stops", "بها ١٬٢٠٠ محطة", "ar"),
        ("It has 1,200 stops", "بها ١٢٠٠ محطة", "ar"),
        ("It has 1,200 stops", "有1200个车站", "zh-hans"),
        ("It has 1,234,567.5 metres", "1 234 567,5 mètres", "fr"),
        ("It grew by 2.5 %", "Рост на 2,5 %", "ru"),
        ("It grew by 2.5 %", "نما بنسبة ٢٫٥٪", "ar"),
        ("It grew by 2.50 %", "Il a augmenté de 2,5 %", "fr"),
        ("On 14 July 2020", "Le 14 juillet 2020", "fr"),
        ("On 14 July 2020", "في ١٤ تموز/يوليه ٢٠٢٠", "ar"),
        ("On 14 July 2020", "2020年7月14日", "zh-hans"),
        ("On 14/07/2020", "Le 14 juillet 2020", "fr"),
        ("On 2020-07-14", "Le 14 juillet 2020", "fr"),
        ("At 6 pm", "À 18 heures", "fr"),
        ("At 6:30 p.m.", "À 18:30", "fr"),
        ("Room 3, 4 and 5", "Salles 3, 4 et 5", "fr"),
        ("From 3 May 2026 to 5 May 2026", "Du 3 au 5 mai 2026", "fr"),
        ("Call +254 20 555 0100", "Appelez le +254 20 555 0100", "fr"),
        ("Call +254 (20) 555-0100", "+٢٥٤ ٢٠ ٥٥٥ ٠١٠٠", "ar"),
        ("Write to press@confluent.example.", "Écrivez à press@confluent.example.", "fr"),
        ("See https://confluent.example/a/2026.", "Voir https://confluent.example/a/2026", "fr"),
        ("\u200e26\u200f cities", "26 villes", "fr"),
    ],
)
def test_equal_numbers_and_addresses_pass(source: str, target: str, into: str) -> None:
    assert faults(source, target, into) == []


@pytest.mark.parametrize(
    ("source", "target", "into", "fault"),
    [
        ("26 cities", "62 villes", "fr", "26"),
        ("It has 1,200 stops", "Il a 1,200 arrêts", "fr", "1,200"),
        ("It has 1,200 stops", "Tiene 12.00 paradas", "es", "1,200"),
        ("It grew by 2.5 %", "Il a augmenté de 25 %", "fr", "2.5"),
        ("On 14 July 2020", "Le 15 juillet 2020", "fr", "14"),
        ("On 14 July 2020", "Le 14 juillet 2021", "fr", "2020"),
        ("On 14 July 2020", "Le quatorze juillet 2020", "fr", "14"),
        ("On 14/07/2020", "Le 15 juillet 2020", "fr", "14/07/2020"),
        ("At 6 pm", "À 17 heures", "fr", "6"),
        ("26 cities", "", "fr", "26"),
        ("Call +254 20 555 0100", "Appelez le +254 20 555 0101", "fr", "+254 20 555 0100"),
        ("Write to press@confluent.example", "Écrivez à presse@confluent.example", "fr", "press@confluent.example"),
        ("See https://confluent.example/a", "Voir https://confluent.example/b", "fr", "https://confluent.example/a"),
    ],
)
def test_other_numbers_and_addresses_are_told(source: str, target: str, into: str, fault: str) -> None:
    assert [each for each in faults(source, target, into) if fault in each]


def test_chinese_month_need_not_be_a_number_elsewhere() -> None:
    assert faults("2026年11月21日", "21 November 2026", "en", "zh-hans") == []
    assert faults("2026年11月21日", "22 November 2026", "en", "zh-hans")


@pytest.mark.parametrize(
    ("source", "target", "fault"),
    [
        ('The <a id="a1">map</a>', "La carte", "link was lost"),
        ('<a id="a1">One</a> <a id="a2">two</a>', '<a id="a1">Un deux</a>', "link was lost"),
        ("The <b>map</b>", "La carte", "<b> was lost"),
        ("The map", "La <i>carte</i>", "<i> is not in the original"),
    ],
)
def test_lost_marks_are_told(source: str, target: str, fault: str) -> None:
    assert [each for each in faults(source, target) if fault in each]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ('The <a id="a1">map</a> is <b>here</b>', '<b>Ici</b>, la <a id="a1">carte</a>'),
        ("The <strong>map</strong><br/>is", "La <b>carte</b> est"),
        ("Tom &amp; 3 others", "Tom &amp; 3 autres"),
    ],
)
def test_kept_marks_pass(source: str, target: str) -> None:
    assert faults(source, target) == []


def test_what_is_not_translated_is_no_fault_here() -> None:
    assert faults("26 cities", None) == []
