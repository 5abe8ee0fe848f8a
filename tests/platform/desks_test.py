# SPDX-License-Identifier: GPL-3.0-or-later
"""Several desks and a real platform: a district founded from a stand-alone desk, scopes, work without the platform, conflicts,
restarts and kills."""
import json
import pathlib
import sys

from platformrun import Platform, administer

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "gridctl"))
from gridctl import Folder, ask, call, main, refused  # noqa: E402

STREAM = "990101001"
PLACE = '{"lonE7":1214700000,"latE7":312300000}'
CELL = None


def report(data, text, account="a001"):
    return ask("case", "apply", "report", "--as", account, "--set", "source=hotline12345", "--set", f"text={text}", "--set", "address=枫津路12号",
               "--set", f"place={PLACE}", "--set", "urgency=ordinary", "--set", "demandType=complaint", data=data)


def accept(data, case, account="a001", category="300405"):
    return ask("case", "apply", "accept", case, "--as", account, "--set", f"category={category}", "--set", f"area={CELL}", "--set", "urgency=ordinary",
               "--set", "demandType=complaint", data=data)


def password(platform_data, folder, account):
    file = folder / f"password-{account}"
    file.write_text(f"secret of {account}\n")
    administer(platform_data, "password", account, "--password-file", file)
    return file


def join(platform, folder, name, account):
    """A desk of the account, approved; its folder."""
    data = folder / name
    words = ["enrol", "--server", platform.address, "--account", account, "--password-file", password(platform.data, folder, account)]
    asked = ask(*words, data=data)
    assert asked["state"] == "pending" and len(asked["code"]) >= 6, asked
    again = ask(*words, data=data)
    assert again["code"] == asked["code"], "asking again does not make another device"
    administer(platform.data, "approve", asked["code"])
    done = ask(*words, data=data)
    assert done["state"] == "approved" and done["stream"] == STREAM and done["letter"], done
    return data


def history(data, folder, name):
    file = folder / f"{name}.jsonl"
    ask("export", "history", file, data=data)
    return [json.loads(line) for line in file.read_text().splitlines()]


class District:
    """A platform founded from a stand-alone desk with a few cases, and two more desks: an operator and a unit's handler."""

    def __init__(self, folder):
        global CELL
        self.folder = folder
        self.platform_data = folder / "platform"
        administer(self.platform_data, "new", "--stream", STREAM)
        self.centre = folder / "centre"
        ask("new", "--district", "demo", data=self.centre)
        CELL = ask("locate", "121.47", "31.23", data=self.centre)["cell"]
        self.cases = [report(self.centre, f"沿街雨水井盖松动，第{n}处。")["case"] for n in range(3)]
        accept(self.centre, self.cases[0])

    def found(self, platform):
        join(platform, self.folder, "centre", "a001")


def test_a_stand_alone_desk_founds_the_district_and_others_get_what_they_may_see():
    with Folder() as folder:
        district = District(folder)
        before = history(district.centre, folder, "before")
        with Platform(district.platform_data) as platform:
            district.found(platform)
            second = join(platform, folder, "second", "a002")
            unit = join(platform, folder, "unit", "a022")
            assert history(district.centre, folder, "centre") == before, "founding changes no word of the history"
            assert history(second, folder, "second") == before, "an operator sees the street"
            assert history(unit, folder, "unit") == [], "a unit sees what was given to it, and nothing was"
            report(second, "路口垃圾成堆，无人清理。", account="a002")
            done = ask("sync", "--once", data=second)
            assert done["pushed"] == 1 and done["pending"] == 0 and done["refused"] == 0 and done["current"], done
            there = ask("sync", "--once", data=district.centre)
            assert there["pulled"] == 1 and there["checkpoint"] == done["checkpoint"] and there["proven"], (there, done)
            assert history(district.centre, folder, "a") == history(second, folder, "b")
            ask("verify", data=district.centre)
            ask("verify", data=second)


def test_a_killed_platform_loses_nothing_that_was_answered():
    with Folder() as folder:
        district = District(folder)
        with Platform(district.platform_data) as platform:
            district.found(platform)
            port = platform.address.rsplit(":", 1)[1]
            for n in range(3):
                report(district.centre, f"第{n}次上报：路灯不亮。")
            done = ask("sync", "--once", data=district.centre)
            assert done["pushed"] == 3, done
            platform.kill()
        report(district.centre, "断网期间上报：下水道堵塞。")
        with Platform(district.platform_data, port) as platform:
            done = ask("sync", "--once", data=district.centre)
            assert done["pushed"] == 1 and done["pending"] == 0 and done["proven"], done
            second = join(platform, folder, "second", "a002")
            assert history(second, folder, "b") == history(district.centre, folder, "a")
        assert administer(district.platform_data, "check")["ok"]


def test_conflicts_are_settled_by_each_way_of_the_tray():
    with Folder() as folder:
        district = District(folder)
        with Platform(district.platform_data) as platform:
            port = platform.address.rsplit(":", 1)[1]
            district.found(platform)
            second = join(platform, folder, "second", "a002")
        for case in district.cases[1:]:
            accept(district.centre, case)
            accept(second, case, account="a002")
        with Platform(district.platform_data, port) as platform:
            first = ask("sync", "--once", data=district.centre)
            assert first["pushed"] == 2 and first["refused"] == 0, first
            late = ask("sync", "--once", data=second)
            assert late["pushed"] == 2 and late["refused"] == 2 and late["tray"] == 2 and late["pending"] == 0, late
            tray = ask("tray", "list", data=second)
            assert tray["count"] == 2 and all(item["kind"] == "accept" and item["outcome"] == "conflict" for item in tray["items"]), tray
            one, two = (item["operation"] for item in tray["items"])
            refused("tray", "reissue", one, data=second, says="refuse")
            noted = ask("tray", "note", one, data=second)
            assert noted["how"] == "noted", noted
            ask("tray", "withdraw", two, "--reason", "同事已受理", data=second)
            assert ask("tray", "list", data=second)["count"] == 0
            done = ask("sync", "--once", data=second)
            assert done["pushed"] == 1 and done["tray"] == 0 and done["proven"], done
            ask("sync", "--once", data=district.centre)
            a, b = history(district.centre, folder, "a"), history(second, folder, "b")
            assert a == b
            assert sorted(line["outcome"] for line in a).count("conflict") == 2, "what was refused stays on record"
            assert [line["kind"] for line in a].count("comment") == 1


def test_a_revoked_desk_gets_nothing_more_and_what_it_sends_is_kept_apart():
    with Folder() as folder:
        district = District(folder)
        with Platform(district.platform_data) as platform:
            district.found(platform)
            second = join(platform, folder, "second", "a002")
            device = next(d["device"] for d in administer(district.platform_data, "devices")["devices"] if d["account"] == "a002")
            administer(district.platform_data, "revoke", device)
            report(second, "被撤销后上报。", account="a002")
            refused("sync", "--once", data=second, says="revoked")
            before = history(district.centre, folder, "a")
            assert ask("sync", "--once", data=district.centre)["pulled"] == 0
            assert history(district.centre, folder, "b") == before


def test_wrong_use_and_wrong_answers_are_sentences():
    with Folder() as folder:
        district = District(folder)
        with Platform(district.platform_data) as platform:
            file = password(district.platform_data, folder, "a001")
            wrong = folder / "wrong"
            wrong.write_text("something else\n")
            new = folder / "new"
            for server in ("http://192.0.2.1:1", "ftp://127.0.0.1", "127.0.0.1", "http://127.0.0.1:1/path"):
                done = call("enrol", "--server", server, "--account", "a001", "--password-file", file, data=new)
                assert done.status in (1, 2) and len(done.err.strip().splitlines()) == 1, done.err
            refused("enrol", "--server", platform.address, "--account", "a001", "--password-file", wrong, data=new)
            refused("enrol", "--server", "http://127.0.0.1:1", "--account", "a001", "--password-file", file, data=new)
            refused("sync", "--once", data=district.centre, says="stands alone")
            administer(district.platform_data, "approve", "ZZZ-ZZZ", status=1)
            administer(district.platform_data, "nonsense", status=2)


main([test_a_stand_alone_desk_founds_the_district_and_others_get_what_they_may_see, test_conflicts_are_settled_by_each_way_of_the_tray,
      test_a_killed_platform_loses_nothing_that_was_answered, test_a_revoked_desk_gets_nothing_more_and_what_it_sends_is_kept_apart,
      test_wrong_use_and_wrong_answers_are_sentences])
