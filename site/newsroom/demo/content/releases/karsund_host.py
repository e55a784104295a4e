"""A short press release in three languages that was withdrawn two days later."""

from datetime import UTC, datetime

from newsroom.demo.content.places import SAINT_ORME
from newsroom.demo.content.shapes import Release, ReleaseText, Withdrawal

ENGLISH = ReleaseText(
    headline="Karsund to host the Assembly of 2028",
    subheadline="",
    summary="The council chooses Karsund over two other candidates in the second round of voting.",
    body=(
        (
            "paragraph",
            "The council of the Assembly of Confluent Cities has chosen Karsund as the host of the Assembly of 2028. The city, where the Kar meets the Sund, will receive some three thousand delegates in the second week of June.",
        ),
        (
            "paragraph",
            "Karsund was chosen over two other candidates in the second round of voting. The programme will be held in the former grain harbour, which the city is turning into public rooms.",
        ),
        (
            "paragraph",
            "The Assembly meets every second year in a city of its members. The host provides the rooms, the interpreters’ booths and a boat; delegates pay for their own beds.",
        ),
        ("paragraph", "Registration for delegates and for the press opens in September 2027."),
    ),
)

FRENCH = ReleaseText(
    headline="Karsund accueillera l’Assemblée de 2028",
    subheadline="",
    summary="Le conseil choisit Karsund devant deux autres candidates, au second tour de scrutin.",
    body=(
        (
            "paragraph",
            "Le conseil de l’Assemblée des villes confluentes a choisi Karsund pour accueillir l’Assemblée de 2028. La ville, où le Kar rejoint le Sund, recevra quelque trois mille délégués la deuxième semaine de juin.",
        ),
        (
            "paragraph",
            "Karsund l’a emporté sur deux autres candidates au second tour de scrutin. Les travaux se tiendront dans l’ancien port aux grains, que la ville transforme en salles publiques.",
        ),
        (
            "paragraph",
            "L’Assemblée se réunit tous les deux ans dans une ville membre. L’hôte fournit les salles, les cabines d’interprétation et un bateau ; les délégués paient leur lit.",
        ),
        ("paragraph", "Les inscriptions des délégués et de la presse ouvriront en septembre 2027."),
    ),
)

SPANISH = ReleaseText(
    headline="Karsund acogerá la Asamblea de 2028",
    subheadline="",
    summary="El consejo elige a Karsund frente a otras dos candidatas en la segunda ronda de votación.",
    body=(
        (
            "paragraph",
            "El consejo de la Asamblea de Ciudades Confluentes ha elegido a Karsund como sede de la Asamblea de 2028. La ciudad, donde el Kar se une al Sund, recibirá a unos tres mil delegados la segunda semana de junio.",
        ),
        (
            "paragraph",
            "Karsund se impuso a otras dos candidatas en la segunda ronda de votación. Las sesiones se celebrarán en el antiguo puerto de grano, que la ciudad está convirtiendo en salas públicas.",
        ),
        (
            "paragraph",
            "La Asamblea se reúne cada dos años en una ciudad miembro. La anfitriona pone las salas, las cabinas de interpretación y un barco; los delegados pagan su cama.",
        ),
        ("paragraph", "La inscripción de delegados y prensa se abrirá en septiembre de 2027."),
    ),
)

RELEASE = Release(
    slug="karsund-to-host-the-assembly-of-2028",
    kind="press-release",
    released_at=datetime(2026, 11, 2, 9, 0, tzinfo=UTC),
    original="en",
    place=SAINT_ORME,
    lead_organisations=("assembly-of-confluent-cities",),
    boilerplates=("assembly-of-confluent-cities",),
    contacts=("saint-orme", "ribera-doble"),
    texts={"en": ENGLISH, "fr": FRENCH, "es": SPANISH},
    withdrawal=Withdrawal(
        withdrawn_at=datetime(2026, 11, 4, 16, 10, tzinfo=UTC),
        reason={
            "en": "The vote that it reports was taken without a quorum and will be held again. No host has been chosen.",
            "fr": "Le vote dont il rend compte a eu lieu sans que le quorum soit atteint, et sera repris. Aucune ville hôte n’est désignée.",
            "es": "La votación de la que informa se celebró sin quórum y se repetirá. No se ha elegido ninguna sede.",
        },
    ),
)
