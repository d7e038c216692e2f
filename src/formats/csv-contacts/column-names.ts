/**
 * The names that programs give to columns which hold one thing: Google, Outlook and Thunderbird in English, German, French, Spanish,
 * Italian, Portuguese, Polish, Dutch, the languages of Scandinavia, Czech and Russian, and what people write themselves. Addresses and
 * numbers are not here: their names are put together from words (column-vocabulary.ts).
 */
import type { Field } from './column.ts'
import { headerPhrase } from './column-words.ts'

/** English names first, then those of other languages. */
const NAMES: readonly (readonly [field: Field, english: string, other: string])[] = [
  [
    'name',
    'Full Name|Display Name|Contact Name|Complete Name|Contact',
    'Anzeigename|Vollständiger Name|Nom complet|Nom à afficher|Nom affiché|Nombre completo|Nombre para mostrar|Nombre mostrado|Nome completo|Nome visualizzato|Nome da visualizzare|Nome de exibição|Nome a apresentar|Nazwa wyświetlana|Imię i nazwisko|Volledige naam|Weergavenaam|Visningsnamn|Fullständigt namn|Visningsnavn|Fullt navn|Fulde navn|Zobrazované jméno|Celé jméno|Jméno a příjmení|Полное имя|ФИО|Отображаемое имя|Kontakt|Contacto|Contatto|Contato',
  ],
  [
    'first',
    'First Name|Given Name|Forename|First|fname',
    'Vorname|Prénom|Nombre de pila|Primer nombre|Primeiro nome|Nome próprio|Voornaam|Förnamn|Fornavn|Křestní jméno|Křestní|Etunimi|Prenume|Krstné meno|Keresztnév|Utónév',
  ],
  [
    'middle',
    'Middle Name|Middle Names|Additional Name|Middle',
    'Weitere Vornamen|Zweiter Vorname|Deuxième prénom|Autres prénoms|Segundo nombre|Secondo nome|Segundo nome|Outros nomes/apelidos|Drugie imię|Middelste naam|Tweede naam|Tussenvoegsel|Mellannamn|Mellomnavn|Mellemnavn|Další jméno|Prostřední jméno|Druhé jméno|Отчество|Toinen nimi',
  ],
  [
    'last',
    'Last Name|Surname|Family Name|Last|lname',
    'Nachname|Familienname|Nom de famille|Apellidos|Apellido|Cognome|Sobrenome|Apelido|Último nome|Nazwisko|Achternaam|Familienaam|Efternamn|Etternavn|Efternavn|Příjmení|Фамилия|Sukunimi|Nume de familie|Priezvisko|Prezime|Vezetéknév',
  ],
  [
    'prefix',
    'Prefix|Name Prefix|Salutation|Honorific|Honorific Prefix',
    'Anrede|Titel|Civilité|Tratamiento|Título|Titolo|Tratamento|Tytuł|Aanhef|Tilltal|Tittel|Titul|Обращение',
  ],
  [
    'suffix',
    'Suffix|Name Suffix|Honorific Suffix',
    'Suffixe|Sufijo|Suffisso|Sufixo|Sufiks|Achtervoegsel|Suffiks|Přípona|Суффикс',
  ],
  ['fileAs', 'File As', 'Speichern unter|Classer sous'],
  ['phonetic', 'Yomi Name|Phonetic First Name|Phonetic Middle Name|Phonetic Last Name', ''],
  [
    'alias',
    'Nickname|Nick|Nick Name|Alias|Aliases|Also Known As',
    'Spitzname|Rufname|Surnom|Pseudo|Apodo|Soprannome|Alcunha|Pseudonim|Bijnaam|Roepnaam|Smeknamn|Kallenavn|Kaldenavn|Přezdívka|Псевдоним',
  ],
  [
    'org',
    'Company|Organization|Organisation|Organization Name|Company Name|Employer|Account Name|Current Company',
    'Firma|Firmenname|Unternehmen|Arbeitgeber|Société|Entreprise|Employeur|Empresa|Compañía|Organización|Società|Azienda|Organizzazione|Organização|Companhia|Organizacja|Bedrijf|Bedrijfsnaam|Organisatie|Werkgever|Företag|Bedrift|Virksomhed|Společnost|Организация|Компания|Yritys|Firmă|Spoločnosť|Tvrtka|Podjetje|Cég',
  ],
  [
    'title',
    'Job Title|Position|Role|Organization Title|Job|Headline',
    'Funktion|Stelle|Stellung|Arbeitstitel|Jobtitel|Fonction|Poste|Intitulé du poste|Cargo|Puesto|Posizione|Qualifica|Mansione|Stanowisko|Functie|Functietitel|Befattning|Stilling|Funkce|Pozice|Должность|Tehtävänimike|Funkcia|Beosztás',
  ],
  [
    'location',
    'Location|Place|Based In',
    'Standort|Lieu|Emplacement|Lugar|Ubicación|Luogo|Localização|Lokalizacja|Locatie|Plats|Plassering|Placering|Umístění|Расположение|Sijainti',
  ],
  [
    'birthday',
    'Birthday|Birth Date|Birthdate|Date of Birth|DOB|Born',
    'Geburtstag|Geburtsdatum|Geb.-Dat.|Geb.-Datum|Geb.|Geb. am|Geboren|Geboren am|Anniversaire|Date de naissance|Naissance|Cumpleaños|Fecha de nacimiento|Compleanno|Data di nascita|Data de nascimento|Nascimento|Urodziny|Data urodzenia|Verjaardag|Geboortedatum|Födelsedag|Födelsedatum|Fødselsdag|Fødselsdato|Bursdag|Narozeniny|Datum narození|День рождения|Дата рождения|Syntymäpäivä|Narodeniny|Rođendan|Születésnap',
  ],
  [
    'birthYear',
    'Birth Year|Year of Birth',
    'Geburtsjahr|Année de naissance|Année naissance|Año de nacimiento|Anno di nascita|Anno nascita|Ano de nascimento|Rok urodzenia|Geboortejaar|Födelseår|Fødselsår|Rok narození|Год рождения',
  ],
  [
    'birthMonth',
    'Birth Month|Month of Birth',
    'Geburtsmonat|Mois de naissance|Mois naissance|Mois|Mes de nacimiento|Mese di nascita|Mese nascita|Mês de nascimento|Miesiąc urodzenia|Geboortemaand|Födelsemånad|Fødselsmåned|Měsíc narození|Месяц рождения',
  ],
  [
    'birthDay',
    'Birth Day|Day of Birth',
    'Jour de naissance|Jour naissance|Jour|Día de nacimiento|Giorno di nascita|Giorno nascita|Dia de nascimento|Dzień urodzenia|Geboortedag|Den narození',
  ],
  [
    'date',
    'Anniversary|Wedding Anniversary',
    'Jahrestag|Hochzeitstag|Anniversaire de mariage ou fête|Anniversaire de mariage|Aniversario|Anniversario|Aniversário|Datas especiais|Rocznica|Trouwdag|Jubileum|Årsdag|Merkedag|Mærkedag|Výročí|Годовщина',
  ],
  [
    'note',
    'Notes|Note|Comment|Comments|Description|Remark|Remarks|Memo|Background',
    'Notiz|Notizen|Bemerkung|Bemerkungen|Anmerkung|Anmerkungen|Kommentar|Remarque|Remarques|Commentaire|Commentaires|Notas|Nota|Comentarios|Comentario|Observaciones|Anotações|Observações|Comentários|Appunti|Commenti|Osservazioni|Notatki|Notatka|Uwagi|Notities|Notitie|Opmerkingen|Opmerking|Anteckningar|Anteckning|Notater|Notat|Noter|Poznámky|Poznámka|Заметки|Примечание|Примечания|Muistiinpanot',
  ],
  [
    'tag',
    'Labels|Tags|Tag|Group Membership|Groups|Group|Categories|Category|List|Lists',
    'Kategorien|Kategorie|Gruppe|Gruppen|Schlagwörter|Catégories|Catégorie|Groupe|Groupes|Étiquettes|Categorías|Categoría|Etiquetas|Grupo|Grupos|Categorie|Categoria|Gruppo|Gruppi|Etichette|Categorias|Grupy|Grupa|Etykiety|Categorieën|Groep|Groepen|Labels|Kategorier|Grupp|Grupper|Skupina|Skupiny|Štítky|Категории|Группы|Группа|Метки|Luokat',
  ],
  [
    'interest',
    'Interests|Interest|Hobby|Hobbies',
    'Interessen|Hobbys|Centres d’intérêt|Loisirs|Passe-temps|Aficiones|Intereses|Interessi|Passatempo|Interesses|Zainteresowania|Intressen|Interesser|Zájmy|Хобби|Интересы',
  ],
  ['met-on', 'Met On|Connected On|First Met', 'Kennengelernt am'],
  ['met-at', 'Met At|Where We Met|How We Met', 'Kennengelernt bei'],
  ['photo', 'Photo|Photo URL|Picture', 'Foto|Bild'],
  [
    'url',
    'URL|URLs|Website|Web Page|Web Site|Homepage|Home Page|Webpage|Website Value|Profile URL|Profile|Personal Web Page',
    'Webseite|Internetseite|Internetadresse|Site|Site web|Site Internet|Page Web|Página web|Sitio web|Pagina Web|Sito Web|Sito|Página da Web|Página na Web|Strona sieci Web|Strona internetowa|Strona WWW|Strona|Webpagina|Webbsida|Webbplats|Webside|Hjemmeside|Webová stránka|Веб-страница|Сайт',
  ],
  ['phone', 'Landline', 'Festnetz'],
  [
    'ignored',
    'Account|Billing Information|Directory Server|Gender|Government ID Number|Initials|Internet Free Busy|Language|Mileage|Office Location|Organizational ID Number|Priority|Private|Sensitivity|Subject|Maiden Name|Short Name|Occupation Type|Organization Type|Organization Yomi Name|Organization Symbol|Organization Location|Given Name Yomi|Additional Name Yomi|Family Name Yomi|Website Label Type|ID|UUID|Contact ID',
    'Geschlecht|Initialen|Vertraulichkeit|Priorität|Privat|Konto|Abrechnungsinformation|Abrechnungsinformationen|Verzeichnisserver|Regierungsnr.|Organisationsnr.|Internet Frei/Gebucht|Sprache|Reisekilometer|Sexe|Initiales|Critère de diffusion|Priorité|Privé|Compte|Informations facturation|Serveur d’annuaire|Code gouvernement|Langue|Kilométrage|Sexo|Iniciales|Iniciais|Confidencialidad|Confidencialidade|Carácter|Prioridad|Prioridade|Privado|Cuenta|Conta|Facturación|Servidor de directorio|Idioma|Kilometraje|Quilometragem|Sesso|Iniziali|Riservatezza|Priorità|Privato|Dati fatturazione|Lingua|Indennità trasferta|Płeć|Inicjały|Charakter|Priorytet|Prywatne|Informacje rozliczeniowe|Serwer katalogowy|Język|Przebieg|Geslacht|Gevoeligheid|Prioriteit|Factureringsgegevens|Adreslijstserver|Taal|Reisafstand|Kön|Initialer|Känslighet|Prioritet|Faktureringsinformation|Katalogserver|Språk|Körsträcka|Kjønn|Følsomhet|Faktureringsopplysninger|Kjørelengde|Køn|Følsomhed|Faktureringsoplysninger|Sprog|Pohlaví|Iniciály|Utajení|Důvěrnost|Priorita|Soukromé|Účet|Jazyk|Пол|Инициалы|Пометка|Важность|Частное|Счет|Язык|Расстояние|Сведения об оплате|Сервер каталогов',
  ],
  [
    'extra',
    'Custom|User|Department|Organization Department|Organization Job Description|Profession|Occupation|Spouse|Partner|Children|Child|Manager’s Name|Manager|Assistant’s Name|Assistant|Referred By|Screen Name|Member Since|Joined|Member ID|Keywords|Schools|IM Address|AIM|Skype',
    'Benutzer|Benutzerdef|Benutzerdefiniert|Abteilung|Beruf|Kinder|Eintritt|Eintrittsdatum|Beitritt|Mitglied seit|Mitgliedsnummer|Mitgliedsnr.|Partner/in|Ehepartner|Ehepartner/in|Ehepartner(in)|Lebenspartner|Lebenspartner/in|Ehefrau|Ehemann|Name des/der Vorgesetzten|Vorgesetzter|Assistent|Assistent/in|Stichwörter|Büro|Name Assistent|Empfohlen von|Utilisateur|Divers|Service|Conjoint(e)|Enfants|Responsable|Nom de l’assistant(e)|Recommandé par|Mots clés|Usuario|Personalizado|Departamento|Profesión|Cónyuge|Hijos|Nombre del director|Nombre del ayudante|Palabras clave|Utente|Personalizzato|Reparto|Dipartimento|Professione|Figli|Nome coniuge/partner|Nome manager|Nome assistente|Presentato da|Parole chiave|Utilizador|Profissão|Cônjuge|Filhos|Nome do gestor|Nome do assistente|Palavras-chave|Użytkownik|Dział|Zawód|Współmałżonek|Dzieci|Menedżer|Asystent|Słowa kluczowe|Gebruiker|Afdeling|Beroep|Partner|Kinderen|Naam manager|Naam assistent|Trefwoorden|Användare|Avdelning|Yrke|Make/Maka|Barn|Chefens namn|Assistentens namn|Nyckelord|Bruker|Avdeling|Manžel(ka)|Děti|Klíčová slova|Oddělení|Отдел|Профессия|Супруг(а)|Дети|Руководитель|Имя помощника|Ключевые слова|Пользователь',
  ],
]

/** Names that stand for the whole name where they are alone, for one part of it where the file has the other. */
const WHOLE_OR_PART = 'Name|Nom|Nombre|Nome|Naam|Namn|Navn|Nimi|Imię|Ime|Jméno|Meno|Имя|Név|Nume'
/** Names that stand for the whole name where the file has none in other columns: `Member` may hold `yes`. */
const WHOLE_IF_ALONE =
  'Member|Member Name|Attendee|Attendee Name|Participant|Participant Name|Guest|Guest Name|Contact Person|Mitglied|Mitgliedsname|Teilnehmer|Teilnehmerin|Teilnehmer/in|Ansprechpartner|Ansprechpartnerin|Ansprechpartner/in|Kontaktperson|Gast|Membre|Participant(e)|Interlocuteur|Miembro|Participante|Socio|Membro|Partecipante|Lid|Deelnemer|Contactpersoon|Medlem|Deltagare|Deltager|Członek|Uczestnik|Člen|Účastník|Участник'
/** Names that stand for the job where they are alone, for `Dr.` where the file has another column for the job. */
const JOB_OR_PREFIX = 'Title|Titre'

/** Places with pages of their own: the name of one, alone or with `URL` or `profile`, is the label of a URL. */
const PLACES = ['LinkedIn', 'GitHub', 'Xing', 'Twitter', 'Facebook', 'Instagram', 'Mastodon', 'Blog']

export interface KnownName {
  readonly field: Field
  readonly label: string | null
  readonly isEnglish: boolean
}

/** The names by their words. */
export function knownNames(): ReadonlyMap<string, KnownName> {
  const known = new Map<string, KnownName>()
  const add = (names: string, field: Field, isEnglish: boolean, label: string | null = null): void => {
    for (const name of phrases(names)) known.set(name, { field, label, isEnglish })
  }
  for (const [field, english, other] of NAMES) {
    add(other, field, false)
    add(english, field, true)
  }
  add(WHOLE_IF_ALONE, 'name', false)
  add(WHOLE_OR_PART, 'name', false)
  add(JOB_OR_PREFIX, 'title', false)
  add('Name', 'name', true)
  add('Title', 'title', true)
  // Outlook says only where the telephone stands.
  add('Ufficio', 'phone', false, 'work')
  add('Abitazione|Particular', 'phone', false, 'home')
  add('Rückmeldung', 'phone', false, 'callback')
  add('Telefon für Hörbehinderte', 'phone', false, 'tty')
  for (const place of PLACES) {
    const label = place.toLowerCase()
    for (const name of [place, label])
      add(`${name}|${name} URL|${name} Profile|${name} Profile URL`, 'url', true, label)
  }
  return known
}

export function isWholeOrPart(header: string): boolean {
  return phrases(WHOLE_OR_PART).includes(headerPhrase(header))
}

export function isWholeIfAlone(header: string): boolean {
  return phrases(WHOLE_IF_ALONE).includes(headerPhrase(header))
}

export function isJobOrPrefix(header: string): boolean {
  return phrases(JOB_OR_PREFIX).includes(headerPhrase(header))
}

function phrases(names: string): readonly string[] {
  return names === '' ? [] : names.split('|').map(headerPhrase)
}
