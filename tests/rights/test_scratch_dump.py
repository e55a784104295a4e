import cProfile, time
import pytest, json
from addresses import addresses
from answers import answer_to
from corpus import PEOPLE
from table import row_for
from test_who_may_do_what import done
from doings import DOINGS

pytestmark = pytest.mark.django_db


def test_dump(corpus):
    class L(list):
        def append(self, x):
            super().append(x)
            print(x, file=open("/tmp/dump.txt", "a"), flush=True)

    out = L()
    t0 = time.time()
    prof = cProfile.Profile()
    slow = []
    for a in addresses():
        for s in a.subjects:
            got = []
            for who in PEOPLE:
                t = time.time()
                if who == "officer":
                    prof.enable()
                got.append(answer_to(corpus.browsers[who], a.path(corpus, s)))
                if who == "officer":
                    prof.disable()
                slow.append((time.time() - t, a.key, s, who))
            row = row_for("Addresses", a.key, s)
            exp = row.answers if row else None
            if tuple(got) != exp:
                out.append(f"ADDR {a.key} | {s} | {', '.join(got)} | table: {exp}")
    out.append(f"addresses {time.time() - t0:.1f} n={len(slow)}")
    slow.sort(reverse=True)
    [out.append(str(x)) for x in slow[:25]]
    prof.dump_stats("/tmp/rights.prof")
    for d, (subs, doors) in DOINGS.items():
        for s in subs:
            got = [done(corpus, d, s, who) for who in PEOPLE]
            row = row_for("Acts", d, s)
            exp = row.answers if row else None
            if tuple(got) != exp:
                out.append(f"ACT {d} | {s} | {', '.join(got)} | table: {exp}")
    out.append(f"total {time.time() - t0:.1f}")
    prof.dump_stats("/tmp/rights.prof")
