"""What the steps of one publication ask once, and when it is asked again."""

from newsroom.base.caching.once import asked_once, forget_answer, one_piece_of_work

heard: list[str] = []


@asked_once
def question(of: str) -> int:
    """A question that counts how often it was asked."""
    heard.append(of)
    return len(heard)


def test_answer_is_kept_for_one_piece_of_work_alone() -> None:
    heard.clear()
    assert [question("a"), question("a")] == [1, 2]
    with one_piece_of_work():
        assert [question("a"), question("a"), question("b")] == [3, 3, 4]
        with one_piece_of_work():
            assert question("a") == 5
        assert question("a") == 3
    assert question("a") == 6


def test_answer_that_was_forgotten_is_asked_for_again() -> None:
    heard.clear()
    forget_answer(question, "a")
    with one_piece_of_work():
        assert [question("a"), question("b")] == [1, 2]
        forget_answer(question, "a")
        assert [question("a"), question("b")] == [3, 2]
