"""What the worker does for letters once a day: officers hear of what waits, and what is old goes."""

import datetime

from django.utils import timezone
from django_tasks import task

from news.choices import SignatureState
from news.letters.reminding import remind_of_signatures
from news.models.signatory import Signatory

#: So long a signature waits to be confirmed.
UNCONFIRMED_FOR = datetime.timedelta(days=7)
#: So long a refused signature is kept, in case somebody asks why.
REFUSED_FOR = datetime.timedelta(days=30)
#: So long the address of a shown one is kept, to be able to ask back.
ADDRESS_FOR = datetime.timedelta(days=365)


@task(backend="worker")
def letter_duties_of_the_day() -> None:
    """The worker's part; the scheduler asks for it once a day. Harmless when called again."""
    now = timezone.now()
    forget_signatures(now)
    remind_of_signatures(now.astimezone(datetime.UTC).date())


def forget_signatures(now: datetime.datetime) -> None:
    """Delete what was never confirmed and what was refused, and let go of old addresses, as of an instant."""
    own = Signatory.objects.filter(first_key=None)
    own.filter(state=SignatureState.UNCONFIRMED, sent_at__lt=now - UNCONFIRMED_FOR).delete()
    own.filter(state=SignatureState.REFUSED, decided_at__lt=now - REFUSED_FOR).delete()
    own.filter(state=SignatureState.SHOWN, sent_at__lt=now - ADDRESS_FOR).exclude(email="").update(email="")
