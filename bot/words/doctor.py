"""What the person who runs the bot reads in the terminal."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class DoctorWords:
    well: str
    unwell: str
    all_well: str
    versions: str
    versions_advice: str
    token_set: str
    token_missing: str
    token_advice: str
    sqlite: str
    sqlite_advice: str
    database: str
    database_new: str
    database_unreachable: str
    database_advice: str
    database_url_wrong: str
    database_url_advice: str
    database_folder_missing: str
    database_folder_advice: str
    database_file_wrong: str
    database_file_advice: str
    migrate_advice: str
    migrate_first: str
    forgetful: str
    forgetful_advice: str
    folder: str
    folder_advice: str
    space: str
    space_advice: str
    clock: str
    clock_advice: str
    zones: str
    zones_missing: str
    zones_advice: str
    no_token: str
    token_refused: str
    synced: str
    sync_needless: str
    migrated: str
    claim_unknown: str
    get_token: str
    discord_unreachable: str
    discord_advice: str
    permissions: str
    permissions_missing: str
    permissions_advice: str
    schema_unknown: str
    setting_wrong: str


ENGLISH = DoctorWords(
    well="in order",
    unwell="NOT RIGHT",
    all_well="Everything is in order.",
    versions="Python {python}; {packages}.",
    versions_advice="Install Python 3.11 or newer and run make install again.",
    token_set="A bot token is set.",
    token_missing="No bot token is set.",
    token_advice="Put CORROBOT_TOKEN=… in .env, or try the bot without one: make demo.",
    sqlite="SQLite {version}.",
    sqlite_advice="Versions before {safe} can damage their log in rare races: install the pysqlite3 wheel.",
    database="Database {url} has schema {revision}; this version brings it to {newest}.",
    database_new="Database {url} does not exist yet; the bot makes it at its first start.",
    database_unreachable="Database {url} cannot be reached ({error}).",
    database_advice="Check that the server runs, and the address and password in CORROBOT_DATABASE_URL.",
    database_url_wrong="CORROBOT_DATABASE_URL is no address of a database that Corrobot can use.",
    database_url_advice=(
        "Write sqlite+aiosqlite:///corrobot.db, or postgresql+asyncpg://user:password@host/name."
    ),
    database_folder_missing="The folder {folder}, where the database is to be kept, does not exist.",
    database_folder_advice="Make the folder, or name another in CORROBOT_DATABASE_URL.",
    database_file_wrong="Database {url} cannot be opened ({error}).",
    database_file_advice="Check that it is Corrobot's own file, and that the bot's user may write there.",
    migrate_advice="Run python -m bot migrate, or start the bot: it does so by itself.",
    migrate_first="The database is not ready. Run python -m bot migrate first.",
    forgetful="PostgreSQL can lose in a power cut what was recorded: {settings} is off.",
    forgetful_advice="Turn these settings on in postgresql.conf and reload the server.",
    folder="Copies of files are kept in {folder}.",
    folder_advice="Let the bot's user write there, or set CORROBOT_DATA_DIR to a folder where it may.",
    space="{free} MiB of disk space are free.",
    space_advice="Free some space: the bot wants at least {needed} MiB.",
    clock="The clock says {now}.",
    clock_advice="Set the machine's clock; deadlines and digests depend on it.",
    zones="Time zones are known.",
    zones_missing="Time zones are not known.",
    zones_advice="Run make install again: the tzdata package is missing.",
    no_token=(
        "There is no bot token, so Corrobot cannot sign in to Discord. Put CORROBOT_TOKEN=… in .env "
        "(the README says where to get one), or see it work without one: make demo"
    ),
    token_refused=(
        "Discord refused the bot token. Copy it again from the developer portal (Bot > Reset Token)."
    ),
    synced="The commands are registered with Discord.",
    sync_needless="The commands had not changed; nothing was sent.",
    migrated="The database is up to date.",
    claim_unknown="That server has no claim of that number.",
    get_token="Copy the token again from the developer portal into .env.",
    discord_unreachable="Discord cannot be reached ({error}).",
    discord_advice="Check the machine's connection and try again in a minute.",
    permissions="Discord accepts the token, and every server lets the bot do its work.",
    permissions_missing="The server {server} withholds from the bot: {permissions}.",
    permissions_advice="Give the bot's role these permissions under Server Settings > Roles.",
    setting_wrong="The setting {name} cannot be used: {why}. Look at it in .env and in the environment.",
    schema_unknown="The database was made by a newer Corrobot (schema {revision}). Install that version.",
)

DUTCH = DoctorWords(
    well="in orde",
    unwell="NIET GOED",
    all_well="Alles is in orde.",
    versions="Python {python}; {packages}.",
    versions_advice="Installeer Python 3.11 of nieuwer en voer make install opnieuw uit.",
    token_set="Er is een bottoken ingesteld.",
    token_missing="Er is geen bottoken ingesteld.",
    token_advice="Zet CORROBOT_TOKEN=… in .env, of probeer de bot zonder token: make demo.",
    sqlite="SQLite {version}.",
    sqlite_advice="Versies vóór {safe} kunnen heel soms hun logboek beschadigen: installeer pysqlite3.",
    database="Database {url} heeft schema {revision}; deze versie brengt haar naar {newest}.",
    database_new="Database {url} bestaat nog niet; de bot maakt haar bij de eerste start.",
    database_unreachable="Database {url} is niet bereikbaar ({error}).",
    database_advice="Controleer of de server draait, en het adres en wachtwoord in CORROBOT_DATABASE_URL.",
    database_url_wrong="CORROBOT_DATABASE_URL is geen adres van een database die Corrobot kan gebruiken.",
    database_url_advice=(
        "Schrijf sqlite+aiosqlite:///corrobot.db, of postgresql+asyncpg://naam:wachtwoord@host/database."
    ),
    database_folder_missing="De map {folder}, waarin de database moet komen, bestaat niet.",
    database_folder_advice="Maak de map, of noem een andere in CORROBOT_DATABASE_URL.",
    database_file_wrong="Database {url} gaat niet open ({error}).",
    database_file_advice="Controleer of het Corrobots eigen bestand is, en of de bot er mag schrijven.",
    migrate_advice="Voer python -m bot migrate uit, of start de bot: die doet het vanzelf.",
    migrate_first="De database is nog niet klaar. Voer eerst python -m bot migrate uit.",
    forgetful="PostgreSQL kan bij stroomuitval verliezen wat vastgelegd was: {settings} staat uit.",
    forgetful_advice="Zet deze instellingen aan in postgresql.conf en laat de server ze opnieuw lezen.",
    folder="Kopieën van bestanden staan in {folder}.",
    folder_advice="Geef de bot daar schrijfrechten, of kies met CORROBOT_DATA_DIR een andere map.",
    space="Er is {free} MiB schijfruimte vrij.",
    space_advice="Maak ruimte vrij: de bot wil minstens {needed} MiB.",
    clock="De klok staat op {now}.",
    clock_advice="Zet de klok van de machine gelijk; termijnen en weekoverzichten hangen ervan af.",
    zones="De tijdzones zijn bekend.",
    zones_missing="De tijdzones zijn niet bekend.",
    zones_advice="Voer make install opnieuw uit: het pakket tzdata ontbreekt.",
    no_token=(
        "Er is geen bottoken, dus Corrobot kan zich niet bij Discord aanmelden. Zet CORROBOT_TOKEN=… in .env "
        "(de README zegt waar je er een vindt), of bekijk de bot zonder token: make demo"
    ),
    token_refused=(
        "Discord weigert het bottoken. Kopieer het opnieuw uit het ontwikkelaarsportaal (Bot > Reset Token)."
    ),
    synced="De opdrachten zijn bij Discord geregistreerd.",
    sync_needless="De opdrachten zijn niet veranderd; er is niets verstuurd.",
    migrated="De database is bijgewerkt.",
    claim_unknown="Die server heeft geen bewering met dat nummer.",
    get_token="Kopieer het token opnieuw uit het ontwikkelaarsportaal naar .env.",
    discord_unreachable="Discord is niet bereikbaar ({error}).",
    discord_advice="Controleer de verbinding van de machine en probeer het over een minuut opnieuw.",
    permissions="Discord aanvaardt het token, en op elke server mag de bot zijn werk doen.",
    permissions_missing="De server {server} ontzegt de bot: {permissions}.",
    permissions_advice="Geef de rol van de bot deze rechten onder Serverinstellingen > Rollen.",
    setting_wrong="De instelling {name} is onbruikbaar: {why}. Bekijk haar in .env en in de omgeving.",
    schema_unknown="Een nieuwere Corrobot maakte deze database (schema {revision}). Installeer die versie.",
)
