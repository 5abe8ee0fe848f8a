# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases carried round the whole loop by gridctl on the demo district, also while it is killed over and over."""
import collections
import json
import re
import shutil
import time

from gridctl import Folder, ask, kill_after, main, random, refused, uuid7

PHOTO = {"sha256": "b" * 64, "size": 1000, "mime": "image/jpeg"}
BEFORE, AFTER = {**PHOTO, "role": "before"}, {**PHOTO, "role": "after"}
PLACE = '{"lonE7":1214700000,"latE7":312300000}'
AREA = None  # the cell of PLACE, asked of gridctl
LEAD, CREW = "fgs", "wy1"  # a station and the property manager below it


class Plain:
    """Applies an operation by one call."""

    def __init__(self, data):
        self.data = data
        self.calls = 0

    def __call__(self, operation, case=None, account=None, post=None, **fields):
        words = ["case", "apply", operation] + ([case] if case else []) + ["--as", account] + (["--post", post] if post else [])
        for name, value in fields.items():
            words += ["--set", f"{name}={value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"]
        self.calls += 1
        return self.run(words)

    def run(self, words):
        return ask(*words, data=self.data)


class Killed(Plain):
    """The same, but every call is killed up to `most` times before it may finish. A call names its operation, so that it
    is the same one each time."""

    def __init__(self, data, seed, most):
        super().__init__(data)
        self.dice = random.Random(seed)
        self.most = most
        self.kills = self.repeats = 0
        self.usual = 0.05  # seconds a call takes, as measured on the way; kills fall anywhere in it, more of them late

    def run(self, words):
        words = [*words, "--operation", uuid7(self.dice)]
        for _ in range(self.most):
            done = kill_after(self.usual * self.dice.choice((self.dice.uniform(0, 1), self.dice.uniform(0.6, 1.1))), *words, data=self.data)
            if done is not None:
                assert done.status == 0, done.err
                break
            self.kills += 1
        begun = time.monotonic()
        answer = ask(*words, data=self.data)
        self.usual += (time.monotonic() - begun - self.usual) / 4
        self.repeats += answer["repeated"]
        return answer


def new(data):
    global AREA
    ask("new", "--district", "demo", data=data)
    found = ask("locate", "121.47", "31.23", data=data)
    AREA = found["cell"]
    assert AREA and found["subdistrict"] == "990101001", found


def live(answer, unit):
    """The assignment of a unit that still waits for it."""
    found = [a["id"] for a in answer["assignments"] if a["unit"] == unit and a["state"] in ("sent", "signed")]
    assert found, answer
    return found[-1]


def filed(do, category="300405", urgency="ordinary", verified=True):
    case = do("report", account="a001", source="hotline12345", text="沿街店铺屋面漏水，多户居民反映无人维修。", address="枫津路12号", place=PLACE,
              demandType="help", reporter={"phoneCommitment": "ab12", "callbackWanted": True, "consent": True})["case"]
    do("accept", case, "a001", category=category, urgency=urgency, demandType="help", area=AREA)
    if verified:
        do("requestVerify", case, "a001")
        do("verify", case, "a007", result="true", words="现场属实", evidence=[BEFORE])
    answer = do("file", case, "a002", standard=category + "-1")
    assert answer["stage"] == "filed", answer
    return case


def work(do, case, answer):
    """Signs, gives on to the crew, and brings the reply back up."""
    one = live(answer, LEAD)
    do("sign", case, "a045", assignment=one)
    two = live(do("subdispatch", case, "a045", assignment=one, unit=CREW, words="请到场处理"), CREW)
    do("sign", case, "a147", assignment=two)
    do("progress", case, "a148", assignment=two, words="已到场")
    do("reply", case, "a148", assignment=two, result="resolved", words="已修补", evidence=[AFTER])
    do("reviewReply", case, "a045", assignment=two, verdict="accept", words="同意")
    return do("reply", case, "a046", assignment=one, result="resolved", words="屋面已修补完毕", evidence=[AFTER])


def whole_loop(do):
    case = filed(do)
    answer = do("dispatch", case, "a006", lead=LEAD, basis="statutory", duty="15.4", words="按清单派发")
    answer = work(do, case, answer)
    assert answer["stage"] == "handled", answer
    assert {a["level"] for a in answer["assignments"]} == {1, 2}, answer
    do("requestCheck", case, "a001")
    do("check", case, "a008", **{"pass": False}, words="仍有渗漏", evidence=[BEFORE])
    answer = do("rework", case, "a001", reason="核查不通过")
    assert answer["stage"] == "handling", answer
    one = live(answer, LEAD)
    if any(a["id"] == one and a["state"] == "sent" for a in answer["assignments"]):
        do("sign", case, "a045", assignment=one)
    do("reply", case, "a046", assignment=one, result="resolved", words="重新修补", evidence=[AFTER])
    do("requestCheck", case, "a001")
    do("check", case, "a009", **{"pass": True}, words="已恢复", evidence=[AFTER])
    assert do("close", case, "a003", closing="已达到结案条件")["stage"] == "closed"
    do("callback", case, "a002", reached=True, solved="yes", satisfaction="satisfied")
    assert do("archive", case, "a003")["stage"] == "archived"
    return case


def fixed_on_the_spot(do):
    """By a grid worker; some are drawn for a check by their id, so it is done until one is not."""
    while True:
        answer = do("selfHandle", account="a084", category="200112", standard="200112-1", place=PLACE, text="路面有积泥", words="已清扫",
                    evidence=[BEFORE, AFTER])
        if answer["stage"] == "checked":
            break
        assert answer["stage"] == "handled", answer
    do("close", answer["case"], "a003", closing="清扫冲洗，见本色")
    assert do("archive", answer["case"], "a003")["stage"] == "archived"
    return answer["case"]


def returned_twice_then_designated(do):
    case = filed(do, "300202", verified=False)  # a transient matter is not verified first
    answer = do("dispatch", case, "a006", lead=LEAD, basis="statutory", duty="13.3")
    for unit, account, reason in ((LEAD, "a045", "wrongUnit"), ("sq01", "a067", "noAuthority")):
        one = live(answer, unit)
        do("requestReturn", case, account, assignment=one, reason=reason, words="不属于我单位职责")
        answer = do("decideReturn", case, "a006", assignment=one, agreed=True, words="同意退单")
        assert answer["stage"] == "filed", answer
        if unit == LEAD:
            do("consult", case, "a006", units=["sq01"], question="是否由社区先行处置？")
            do("consultReply", case, "a067", consultation="m1", opinion="accept", words="可以先行劝阻")
            do("concludeConsult", case, "a006", consultation="m1", lead="sq01", words="由社区先行处置")
            answer = do("dispatch", case, "a006", lead="sq01", basis="negotiated", record="m1", reason="属地先行处置")
    answer = do("designate", case, "a003", lead="csgl", reason="两次退单，指定承办")
    if answer["stage"] == "filed":
        answer = do("dispatch", case, "a006", lead="csgl", basis="designated", record="d1", reason="按指定派发")
    one = live(answer, "csgl")
    do("sign", case, "a022", post="csgl.ha", assignment=one)
    do("reply", case, "a022", post="csgl.ha", assignment=one, result="resolved", words="已劝止", evidence=[AFTER])
    do("requestCheck", case, "a001")
    do("check", case, "a008", **{"pass": True}, words="已恢复")
    do("close", case, "a003", closing="停止施工")
    do("callback", case, "a001", reached=True, solved="yes", satisfaction="satisfied")
    assert do("archive", case, "a003")["stage"] == "archived"
    return case


def answered_directly(do):
    case = do("report", account="a001", source="hotline12345", text="咨询公租房申请条件", address="枫津路12号", demandType="consult")["case"]
    assert do("answer", case, "a001", demandType="consult", words="已告知申请条件和窗口地址")["stage"] == "answered"
    return case


JOURNEYS = (whole_loop, fixed_on_the_spot, returned_twice_then_designated, answered_directly)
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?")
NUMBER = re.compile(r"\b(DB-)?(\d{4}-990101001-\d{6,}|A-\d{4,})\b")
PASSING = {"countedMinutes", "seq", "minutes", "ms"}


def normal(value):
    """A case without what differs from run to run: ids, times, numbers and time counted."""
    if isinstance(value, dict):
        return {k: normal(v) for k, v in value.items() if k not in PASSING and not k.endswith("Ms")}
    if isinstance(value, list):
        return [normal(v) for v in value]
    if isinstance(value, str):
        return NUMBER.sub("<number>", TIME.sub("<time>", UUID.sub("<id>", value)))
    return value


def sound(data):
    report = ask("verify", data=data)
    assert report == {"ok": True, "problems": []}, report


def histories_are_whole(data, cases):
    """Every operation once; the log has them in one order without gaps."""
    seqs = []
    for case in cases:
        shown = ask("case", "show", case, data=data)
        counts = collections.Counter(item["id"] for item in shown["history"])
        assert max(counts.values()) == 1, counts.most_common(2)
        assert all(item["outcome"] == "applied" for item in shown["history"]), [i["outcome"] for i in shown["history"]]
        seqs += [item["seq"] for item in shown["history"]]
    assert len(set(seqs)) == len(seqs)
    return seqs


def test_every_journey_and_what_stays_of_it_when_killed():
    with Folder() as folder:
        new(folder / "plain")
        shutil.copytree(folder / "plain", folder / "killed")
        plain = Plain(folder / "plain")
        reference = [journey(plain) for journey in JOURNEYS]
        killed = Killed(folder / "killed", seed=20260302, most=3)
        cases = [journey(killed) for journey in JOURNEYS]
        assert killed.kills >= 60, f"only {killed.kills} kills hit"
        for data, ids in ((folder / "plain", reference), (folder / "killed", cases)):
            sound(data)
            histories_are_whole(data, ids)
        for journey, one, two in zip(JOURNEYS, reference, cases):
            first, second = (normal(ask("case", "show", case, data=data)) for case, data in ((one, plain.data), (two, killed.data)))
            assert first == second, f"{journey.__name__}: the killed run differs:\n{first}\n{second}"
        # nothing was done twice, and nothing besides
        counted = ask("stats", data=killed.data)
        spots = counted["cases"] - len(JOURNEYS) + 1
        assert counted["byStage"]["answered"] == 1 and counted["byStage"]["archived"] == 3, counted
        assert spots >= 1 and counted["byStage"].get("handled", 0) == spots - 1, counted
        rebuilt(killed.data)
        return f"{plain.calls} operations; {killed.kills} kills, {killed.repeats} calls had saved before they were repeated"


def rebuilt(data):
    """The tables can be thrown away."""
    as_of = ("--as-of", "2100-01-01T00:00:00Z")
    before, listed = ask("stats", *as_of, data=data), ask("case", "list", "--queue", "all", data=data)
    for file in data.glob("store.db*"):
        file.unlink()
    assert ask("stats", *as_of, data=data) == before
    again = ask("case", "list", "--queue", "all", data=data)
    key = lambda row: row["id"]
    assert again["count"] == listed["count"] and sorted(again["cases"], key=key) == sorted(listed["cases"], key=key)
    sound(data)


def test_a_repeated_call_is_one_operation():
    with Folder() as data:
        ask("new", "--district", "demo", data=data)
        once = ("case", "apply", "report", "--as", "a001", "--set", "source=patrol", "--set", "text=路灯不亮", "--set", "address=枫津路12号", "--operation",
                "018f22e2-79b0-7cc3-98c4-dc0c0c07398f")
        first, second = ask(*once, data=data), ask(*once, data=data)
        assert not first["repeated"] and second["repeated"] and first["case"] == second["case"] and first["operation"] == second["operation"]
        assert ask("stats", data=data)["cases"] == 1
        refused("case", "apply", "comment", first["case"], "--as", "a001", "--set", "words=x", "--operation", first["operation"], data=data, says="id")
        refused("case", "apply", "comment", first["case"], "--as", "a001", "--set", "words=x", "--operation", "7", data=data, status=2)


def test_names_of_a_case_and_what_is_refused():
    with Folder() as data:
        new(data)
        do = Plain(data)
        case = filed(do)
        shown = ask("case", "show", case, data=data)["case"]
        for name in (shown["number"], shown["localNumber"]):
            assert name and ask("case", "show", name, data=data)["case"]["id"] == case
        before = ask("case", "show", case, data=data)["history"]
        refused("case", "apply", "file", case, "--as", "a001", "--set", "standard=300405-1", data=data, says="stage")
        refused("case", "apply", "dispatch", case, "--as", "a001", "--set", "lead=fgs", "--set", "basis=statutory", data=data, says="role")
        refused("case", "apply", "dispatch", case, "--as", "a006", "--set", "lead=nobody", "--set", "basis=statutory", data=data)
        refused("case", "apply", "dispatch", case, "--as", "a006", data=data, says="lead")
        refused("case", "apply", "dance", case, "--as", "a006", data=data, status=2)
        refused("case", "apply", "comment", case, "--set", "words=x", data=data, status=2, says="--as")
        refused("case", "apply", "comment", "2026-990101001-999999", "--as", "a001", "--set", "words=x", data=data, says="number")
        assert ask("case", "show", case, data=data)["history"] == before, "a refusal writes nothing"
        assert ask("case", "list", "--queue", "toDispatch", data=data)["count"] == 1


main([test_every_journey_and_what_stays_of_it_when_killed, test_a_repeated_call_is_one_operation, test_names_of_a_case_and_what_is_refused])
