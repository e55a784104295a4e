import sys; sys.path.insert(0,"/tmp/wt/editor/tests/publication")
from test_page_states import *
import collections, re
def test_q(index, officer):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    for n in range(4): left(index, title=f"Karsund {n}")
    officer.get(f"/admin/pages/{index.pk}/")
    with CaptureQueriesContext(connection) as c: officer.get(f"/admin/pages/{index.pk}/")
    k=collections.Counter(re.sub(r"\b\d+\b","N",q["sql"])[:420] for q in c)
    for s,n in k.most_common(4): print(n, s, "\n")
