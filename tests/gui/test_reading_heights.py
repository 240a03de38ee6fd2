"""Sums of very many heights, and offsets in two units."""

from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.gui.reading.codepoints import Utf16Map
from provenance_desk.gui.reading.heights import HeightIndex

HEIGHTS = st.lists(st.integers(1, 90), min_size=1, max_size=900)


@given(HEIGHTS, st.data())
def test_tops_and_rows_agree_with_plain_sums_after_corrections(
    heights: list[int], data: st.DataObject
) -> None:
    index = HeightIndex([float(height) for height in heights])
    for _ in range(3):
        row = data.draw(st.integers(0, len(heights) - 1))
        change = data.draw(st.integers(1, 200)) - heights[row]
        assert index.correct(row, heights[row] + change) == change
        heights[row] += change
    row = data.draw(st.integers(0, len(heights) - 1))
    assert index.top(row) == sum(heights[:row])
    assert index.total == sum(heights)
    assert index.at(index.top(row)) == (row, sum(heights[:row]))
    assert index.at(index.top(row) + heights[row] - 0.5)[0] == row


def test_beyond_the_ends_the_first_and_last_row_answer() -> None:
    index = HeightIndex([10.0] * 600)
    assert index.at(-50) == (0, 0)
    assert index.at(1e9) == (599, 5990)


@given(st.text(alphabet=st.sampled_from("aб😀ع👩‍\u200d👧"), max_size=60))
def test_code_points_and_utf16_units_map_both_ways(text: str) -> None:
    mapped = Utf16Map(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le")) // 2
        assert mapped.to_units(point) == unit
        assert mapped.to_points(unit) == point


def test_a_unit_inside_a_pair_belongs_to_its_code_point() -> None:
    assert Utf16Map("a😀b").to_points(2) == 1
