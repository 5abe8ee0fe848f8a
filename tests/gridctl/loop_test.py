# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases carried round the whole loop by gridctl on the demo district, also while it is killed over and over."""
import collections
import json
import re
import shutil
import time

from gridctl import SOURCE, Folder, ask, call, kill_after, main, random, refused, uuid7

PICTURE = SOURCE / "LICENSE"  # any file will do
BEFORE, AFTER = "before", "after"  # its role as evidence
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
        for role in fields.pop("evidence", ()):
            words += ["--evidence", f"{PICTURE}:{role}"]
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
        return {k: normal(v) for k, v in value.items() if k not in PASSING and not k.endswith("Ms") and k != "segments"}
    if isinstance(value, list):
        return [normal(v) for v in value]
    if isinstance(value, str):
        return NUMBER.sub("<number>", TIME.sub("<time>", UUID.sub("<id>", value)))
    return value


def sound(data):
    """Nothing is wrong but that the two made-up photos are nowhere, which is told once for each."""
    report = call("verify", "--json", data=data).json
    missing = [problem for problem in report["problems"] if "the evidence" in problem and problem.endswith("is not in the profile")]
    assert report["problems"] == missing and len(missing) <= 2 and report["ok"] == (not missing), report


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
        other = [word.replace("路灯不亮", "路灯歪了") for word in once]
        refused(*other, data=data, says="payload")
        refused(*[word.replace("a001", "a002") for word in once], data=data, says="actor")
        assert ask("case", "show", first["case"], data=data)["case"]["text"] == "路灯不亮"
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


def test_two_cases_at_once():
    """Merge, unmerge, link and split make both halves, and a repeated call makes them once."""
    with Folder() as folder:
        data = folder / "data"
        new(data)
        do = Plain(data)
        one, two = filed(do), filed(do)
        refused("case", "apply", "merge", one, "--as", "a001", data=data, status=2, says="--other")
        refused("case", "apply", "comment", one, "--other", two, "--as", "a001", "--set", "words=x", data=data, status=2)
        refused("case", "apply", "merge", one, "--other", one, "--as", "a001", data=data)
        before = len(ask("case", "show", one, data=data)["history"])
        twice = ("--operation", "018f22e2-79b0-7cc3-98c4-dc0c0c073990")
        merge = ("case", "apply", "merge", one, "--other", two, "--as", "a001", "--set", "reason=同一漏水点", *twice)
        done, again = ask(*merge, data=data), ask(*merge, data=data)
        assert done["case"] == one and done["other"] == two and not done["repeated"] and again["repeated"], (done, again)
        refused("case", "apply", "merge", two, "--other", one, "--as", "a001", "--set", "reason=同一漏水点", *twice, data=data, says="case")
        shown = ask("case", "show", one, data=data)
        assert len(shown["history"]) == before + 1 and shown["case"]["stage"] == "filed", shown["case"]["stage"]
        assert ask("case", "show", two, data=data)["case"]["stage"] == "merged"
        ask("case", "apply", "unmerge", two, "--other", one, "--as", "a001", data=data)
        assert ask("case", "show", two, data=data)["case"]["stage"] == "filed"
        ask("case", "apply", "link", two, "--other", one, "--as", "a001", "--set", "relation=related", data=data)
        for case, other in ((one, two), (two, one)):
            assert any(link["other"] == other and link["kind"] == "related" for link in ask("case", "show", case, data=data)["case"]["links"])
        refused("case", "apply", "split", one, "--other", two, "--as", "a001", data=data, status=2)
        split = ("case", "apply", "split", one, "--as", "a001", "--set", "category=300405", "--set", "text=[急] 还有一处外墙开裂", "--set", "demandType=help",
                 "--operation", "018f22e2-79b0-7cc3-98c4-dc0c0c073991")
        cut, again = ask(*split, data=data), ask(*split, data=data)
        assert again["repeated"] and again["other"] == cut["other"], (cut, again)
        fresh = ask("case", "show", cut["other"], data=data)["case"]
        assert fresh["stage"] == "accepted" and fresh["text"] == "[急] 还有一处外墙开裂", fresh
        assert ask("stats", data=data)["cases"] == 3
        refused(*[word.replace("开裂", "脱落") for word in split], data=data, says="payload")
        sound(data)


def test_a_text_may_begin_with_anything():
    with Folder() as folder:
        data = folder / "data"
        new(data)
        for text in ("[急] 快点", '{"不是"对象', '"引号"', "true", "12"):
            case = ask("case", "apply", "report", "--as", "a001", "--set", "source=patrol", "--set", "address=枫津路12号", "--set", f"text={text}", data=data)["case"]
            assert ask("case", "show", case, data=data)["case"]["text"] == text
        refused("case", "apply", "report", "--as", "a001", "--set", "source=patrol", "--set", "text=x", "--set", "place=[here", data=data, status=2, says="place")


def test_evidence_is_a_file_of_the_profile():
    with Folder() as folder:
        data = folder / "data"
        new(data)
        case = filed(Plain(data), verified=False, category="300202")
        made_up = json.dumps([{"sha256": "b" * 64, "size": 1000, "mime": "image/jpeg", "role": "other"}])
        refused("case", "apply", "attach", case, "--as", "a001", "--set", f"evidence={made_up}", data=data, says="bbbb")
        refused("case", "apply", "attach", case, "--as", "a001", "--evidence", folder / "nothing.jpg", data=data)
        note = folder / "note:after.txt"
        note.write_text("第一张", encoding="utf-8")
        ask("case", "apply", "attach", case, "--as", "a001", "--evidence", f"{note}:before", "--evidence", note, data=data)
        item = ask("case", "show", case, data=data)["history"][-1]["payload"]["evidence"]
        assert [e["role"] for e in item] == ["before", "other"] and item[0]["size"] == 9 and item[0]["mime"] == "text/plain", item
        again = json.dumps([{**item[0], "role": "after"}])
        ask("case", "apply", "attach", case, "--as", "a001", "--set", f"evidence={again}", data=data)
        assert len(list((data / "blobs").glob("*/*"))) == 1


def test_what_is_written_down_later_shows():
    with Folder() as folder:
        data = folder / "data"
        new(data)
        report = ("case", "apply", "report", "--as", "a001", "--set", "source=patrol", "--set", "text=路灯不亮", "--set", "address=枫津路12号")
        late = ask(*report, "--at", "2026-03-02 09:00", data=data)["case"]
        now = ask(*report, data=data)["case"]
        first, second = (ask("case", "show", case, data=data)["history"][0] for case in (late, now))
        assert first["writtenLater"] and first["receivedAt"] > first["at"] and first["at"].startswith("2026-03-02"), first
        assert not second["writtenLater"] and second["receivedAt"], second


def test_segments_of_clocks_add_up():
    with Folder() as folder:
        data = folder / "data"
        new(data)
        case = filed(Plain(data))
        clocks = ask("case", "show", case, data=data)["clocks"]
        assert clocks
        for clock in clocks:
            segments = clock["segments"]
            assert sum(s["ms"] for s in segments) == clock["countedMs"], clock
            assert sum(s["minutes"] for s in segments) == clock["countedMinutes"], clock
            assert all(one["to"] == two["from"] for one, two in zip(segments, segments[1:])), clock
        cut = ask("deadline", "2026-03-02T17:59:30", "1wh")["segments"]
        assert sum(s["minutes"] for s in cut) == 60 and sum(s["ms"] for s in cut) == 3_600_000, cut


def test_queues_are_named():
    with Folder() as folder:
        data = folder / "data"
        new(data)
        do = Plain(data)
        filed(do)
        refused("case", "list", "--queue", "later", data=data, status=2, says="toDispatch")
        refused("case", "list", "--queue", "mine", data=data, status=2, says="--as")
        refused("case", "list", "--queue", "open", "--as", "a006", data=data, status=2)
        refused("case", "list", "--queue", "mine", "--as", "nobody", data=data)
        assert ask("case", "list", "--queue", "mine", "--as", "a006", data=data)["count"] >= 0
        assert "toDispatch" in call("help").out


def test_an_outside_record_is_one_case():
    with Folder() as folder:
        data = folder / "data"
        new(data)
        adopt = ("case", "apply", "adopt", "--as", "importer", "--set", "outsideNumber=SZ-1", "--set", "platform=suzhou", "--set", "recordHash=" + "ab" * 32, "--set",
                 "stage=closed", "--set", "reportedAt=2025-01-02T00:00:00Z")
        ask(*adopt, "--set", "closedAt=2025-01-03T00:00:00Z", data=data)
        refused(*adopt, "--set", "closedAt=2025-01-03T00:00:00Z", data=data, says="SZ-1")
        backwards = [word.replace("SZ-1", "SZ-2") for word in adopt]
        refused(*backwards, "--set", "closedAt=2025-01-01T00:00:00Z", data=data, says="clockDisorder")
        ask(*backwards, "--set", "closedAt=2025-01-01T00:00:00Z", "--set", "clockDisorder=true", data=data)
        assert ask("stats", data=data)["cases"] == 2
        sound(data)


main([test_every_journey_and_what_stays_of_it_when_killed, test_a_repeated_call_is_one_operation, test_names_of_a_case_and_what_is_refused,
      test_two_cases_at_once, test_a_text_may_begin_with_anything, test_evidence_is_a_file_of_the_profile, test_what_is_written_down_later_shows,
      test_segments_of_clocks_add_up, test_queues_are_named, test_an_outside_record_is_one_case])
