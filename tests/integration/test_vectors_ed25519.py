"""Signatures against public vectors: Wycheproof, the edge cases of CCTV, and speccheck."""

import json
from pathlib import Path

from provenance_desk.audit.keys import verify


def test_wycheproof_agrees_on_every_case(vectors: Path) -> None:
    path = vectors / "wycheproof" / "testvectors_v1" / "ed25519_test.json"
    cases = 0
    for group in json.loads(path.read_text())["testGroups"]:
        public = group["publicKey"]["pk"]
        for case in group["tests"]:
            holds = verify(public, bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"]))
            assert holds == (case["result"] == "valid"), case["tcId"]
            cases += 1
    assert cases == 151


def test_no_low_order_or_second_writing_of_a_point_is_accepted(vectors: Path) -> None:
    path = vectors / "cctv-ed25519" / "ed25519" / "ed25519vectors.json"
    cases = json.loads(path.read_text())
    accepted = [
        case
        for case in cases
        if verify(case["key"], case["msg"].encode(), bytes.fromhex(case["sig"]))
    ]
    assert (len(cases), len(accepted)) == (914, 43)
    flags = {flag for case in accepted for flag in case["flags"] or ()}
    assert flags == {"low_order_component_A", "low_order_component_R"}


def test_speccheck_accepts_the_one_case_that_strict_verifiers_accept(vectors: Path) -> None:
    cases = json.loads((vectors / "ed25519-speccheck" / "cases.json").read_text())
    accepted = [
        number
        for number, case in enumerate(cases)
        if verify(case["pub_key"], bytes.fromhex(case["message"]), bytes.fromhex(case["signature"]))
    ]
    assert accepted == [3]
