import { describe, expect, test } from 'vitest'
import { read, readRow, reasons } from './reading.ts'

const CLASSIC = {
  Title: 'Mr.',
  'First Name': 'Grace',
  'Middle Name': '',
  'Last Name': 'Hopper',
  Suffix: '',
  Company: 'Navy',
  Department: '',
  'Job Title': 'Admiral',
  'Business Street': '1 Main St',
  'Business City': 'Arlington',
  'Business State': 'VA',
  'Business Postal Code': '22202',
  'Business Country/Region': 'USA',
  'Home City': 'New York',
  'Home Country/Region': 'USA',
  "Assistant's Phone": '',
  'Business Fax': '555 0109',
  'Business Phone': '555 0100',
  'Business Phone 2': '',
  'Home Phone': '555 0200',
  'Mobile Phone': '555 0300',
  Anniversary: '0/0/00',
  Birthday: '12/9/1906',
  Categories: 'Navy;Compilers, old',
  'E-mail Address': 'grace@navy.mil',
  'E-mail Type': 'SMTP',
  'E-mail Display Name': 'Grace Hopper (grace@navy.mil)',
  'E-mail 2 Address': '/o=Navy/ou=First/cn=Recipients/cn=GHopper',
  'E-mail 2 Type': 'EX',
  'E-mail 2 Display Name': 'Grace',
  Hobby: 'Sailing, Knitting',
  Notes: '',
  'User 1': 'blue',
  'Web Page': 'http://example.org/grace',
  Priority: 'Normal',
  Private: 'False',
  Sensitivity: 'Normal',
}

describe("Outlook's CSV", () => {
  test('is read with its numbers and labels', () => {
    const file = readRow(CLASSIC)
    expect(file.contacts[0]).toMatchObject({
      name: 'Grace Hopper',
      organization: 'Navy',
      title: 'Admiral',
      location: 'Arlington, USA',
      birthday: '1906-12-09',
      note: 'User 1: blue',
      points: [
        { kind: 'email', value: 'grace@navy.mil', label: null },
        { kind: 'phone', value: '555 0100', label: 'work' },
        { kind: 'phone', value: '555 0200', label: 'home' },
        { kind: 'phone', value: '555 0300', label: 'mobile' },
        { kind: 'phone', value: '555 0109', label: 'work fax' },
        { kind: 'url', value: 'http://example.org/grace', label: null },
      ],
      tags: ['Navy', 'Compilers, old'],
      traits: [
        { kind: 'interest', value: 'Sailing' },
        { kind: 'interest', value: 'Knitting' },
      ],
      dates: [],
      properties: ['ADR;TYPE=WORK:;;1 Main St;Arlington;VA;22202;USA'],
    })
    expect(reasons(file)).toEqual([
      '"/o=Navy/ou=First/cn=Recipients/cn=GHopp…" is an address within Exchange, not an e-mail address',
    ])
    expect(file.unread).toEqual([])
  })

  test("the assistant's number is a line of the note, and those at which nobody answers stand last", () => {
    const numbers = {
      "Assistant's Phone": '+1 111',
      'Business Fax': '+1 222',
      Callback: '+1 333',
      'Company Main Phone': '+1 444',
      'Home Phone': '+1 555',
      'Mobile Phone': '+1 666',
      Pager: '+1 777',
      Telex: '+1 888',
      'TTY/TDD Phone': '+1 999',
      "Assistant's Name": 'Kate',
      "Manager's Name": 'Howard',
    }
    expect(readRow({ 'First Name': 'Grace', ...numbers }).contacts).toMatchObject([
      {
        note: "Assistant's Phone: +1 111\nAssistant's Name: Kate\nManager's Name: Howard",
        points: ['+1 555', '+1 666', '+1 222', '+1 333', '+1 444', '+1 777', '+1 888', '+1 999'].map(
          (value) => ({ value }),
        ),
      },
    ])
    expect(readRow({ Vorname: 'Grace', 'Telefon Assistent': '+49 111' }).contacts).toMatchObject([
      { note: 'Telefon Assistent: +49 111', points: [] },
    ])
  })

  test.each([
    ['3/4/1990', '1990-03-04'],
    ['03/14/1990', '1990-03-14'],
    ['6/15/88', '1988-06-15'],
    ['6/15/15', '2015-06-15'],
    ['0/0/00', null],
    ['', null],
  ])('has the month first: %j is %s', (written, date) => {
    expect(readRow({ ...CLASSIC, Birthday: written }).contacts[0]?.birthday).toBe(date)
  })

  test('a day beyond the twelfth in the column tells the order of all', () => {
    const header = 'First Name,Last Name,E-mail Address,Business Street,Categories,Birthday'
    const birthdays = (...dates: string[]) =>
      read([header, ...dates.map((date, at) => `Ada,Nr ${at},,,,${date}`)].join('\n')).contacts.map(
        (contact) => contact.birthday,
      )
    expect(birthdays('3/4/1990', '12/25/1990')).toEqual(['1990-03-04', '1990-12-25'])
    expect(birthdays('3/4/1990', '25/12/1990')).toEqual(['1990-04-03', '1990-12-25'])
  })

  test('the order that the user chose is followed before any other', () => {
    const birthday = (dateOrder: 'dmy' | 'mdy') =>
      readRow({ ...CLASSIC, Birthday: '3/4/1990' }, { dateOrder }).contacts[0]?.birthday
    expect([birthday('dmy'), birthday('mdy')]).toEqual(['1990-04-03', '1990-03-04'])
  })
})

describe('headers in other languages', () => {
  const GRACE = {
    name: 'Grace Hopper',
    organization: 'Navy',
    title: 'Admiral',
    birthday: '1906-12-09',
    location: 'Arlington, USA',
    tags: ['Compiler'],
    note: 'Notiz',
    points: [
      { kind: 'email', value: 'grace@navy.mil', label: null },
      { kind: 'email', value: 'g@example.org', label: null },
      { kind: 'phone', value: '555 0100', label: 'work' },
      { kind: 'phone', value: '555 0300', label: 'mobile' },
    ],
  }
  const VALUES = [
    ...[
      'Grace',
      'Hopper',
      'Navy',
      'Admiral',
      '1 Main St',
      'Arlington',
      'USA',
      '555 0100',
      '555 0300',
      '9/12/1906',
    ],
    ...['Compiler', 'grace@navy.mil', 'SMTP', 'Grace', 'g@example.org', 'Notiz'],
  ]

  test.each([
    [
      'German',
      'Vorname|Nachname|Firma|Position|Straße geschäftlich|Ort geschäftlich|Land/Region geschäftlich|Telefon geschäftlich|Mobiltelefon|Geburtstag|Kategorien|E-Mail-Adresse|E-Mail-Typ|E-Mail: Angezeigter Name|E-Mail 2: Adresse|Notizen',
    ],
    [
      'French',
      "Prénom|Nom|Société|Titre|Rue (bureau)|Ville (bureau)|Pays/Région (bureau)|Téléphone (bureau)|Tél. mobile|Anniversaire|Catégories|Adresse de messagerie|Type de messagerie|Nom complet de l'adresse de messagerie|Adresse de messagerie 2|Notes",
    ],
    [
      'Spanish',
      'Nombre|Apellidos|Organización|Puesto|Calle del trabajo|Ciudad de trabajo|País o región del trabajo|Teléfono del trabajo|Teléfono móvil|Cumpleaños|Categorías|Dirección de correo electrónico|Tipo de correo electrónico|Nombre de pantalla de correo electrónico|Dirección de correo electrónico 2|Notas',
    ],
    [
      'Italian',
      'Nome|Cognome|Società|Posizione|Via (uff.)|Città (uff.)|Paese (uff.)|Ufficio|Cellulare|Compleanno|Categorie|Indirizzo posta elettronica|Tipo posta elettronica|Nome visualizzato posta elettronica|Indirizzo posta elettronica 2|Notes',
    ],
    [
      'Portuguese',
      'Primeiro nome|Apelido|Empresa|Cargo|Rua da empresa|Localidade da empresa|País/Região da Empresa|Telefone da empresa|Telemóvel|Data de nascimento|Categorias|Endereço de correio electrónico|Tipo de correio electrónico|Nome a apresentar para o correio electrónico|Endereço do correio electrónico 2|Notas',
    ],
    [
      'Polish',
      'Imię|Nazwisko|Firma|Stanowisko|Adres służbowy - ulica|Adres służbowy - miejscowość|Adres służbowy - kraj/region|Telefon służbowy|Telefon komórkowy|Urodziny|Kategorie|Adres e-mail|Typ poczty e-mail|Wyświetlana nazwa e-mail|Adres e-mail 2|Notatki',
    ],
    [
      'Dutch',
      'Voornaam|Achternaam|Bedrijf|Functie|Werkadres straat|Plaats werk|Land werk|Telefoon werk|Mobiele telefoon|Verjaardag|Categorieën|E-mailadres|Type e-mail|Weergavenaam e-mail|E-mailadres 2|Notities',
    ],
    [
      'Swedish',
      'Förnamn|Efternamn|Företag|Befattning|Gata arbete|Ort arbete|Land arbete|Telefon arbete|Mobiltelefon|Födelsedag|Kategorier|E-postadress|Typ e-post|Visningsnamn e-post|E-post 2|Anteckningar',
    ],
    [
      'Russian',
      'Имя|Фамилия|Организация|Должность|Улица (раб. адрес)|Город (раб. адрес)|Страна или регион (раб. адрес)|Рабочий телефон|Телефон переносной|День рождения|Категории|Адрес эл. почты|Тип эл. почты|Краткое имя эл. почты|Адрес 2 эл. почты|Заметки',
    ],
  ])('%s: every column is understood, and the day comes first', (_, headers) => {
    const cells = Object.fromEntries(headers.split('|').map((header, at) => [header, VALUES[at] ?? '']))
    expect(readRow(cells).contacts).toMatchObject([GRACE])
  })

  test.each([
    'Geschlecht|Initialen|Vertraulichkeit|Priorität|Privat',
    'Sexe|Initiales|Critère de diffusion|Priorité|Privé',
    'Sexo|Iniciales|Confidencialidad|Prioridad|Privado',
    'Sesso|Iniziali|Riservatezza|Priorità|Privato',
    'Sexo|Iniciais|Confidencialidade|Prioridade|Privado',
    'Płeć|Inicjały|Charakter|Priorytet|Prywatne',
    'Geslacht|Initialen|Gevoeligheid|Prioriteit|Privé',
    'Kön|Initialer|Känslighet|Prioritet|Privat',
    'Kjønn|Initialer|Følsomhet|Prioritet|Privat',
    'Køn|Initialer|Følsomhed|Prioritet|Privat',
    'Pohlaví|Iniciály|Důvěrnost|Priorita|Soukromé',
    'Пол|Инициалы|Пометка|Важность|Частное',
  ])('what Outlook fills in for everybody is passed over: %s', (headers) => {
    const cells = Object.fromEntries(headers.split('|').map((header) => [header, 'Normal']))
    const { contacts, unread } = readRow({ Name: 'Grace', ...cells })
    expect([contacts[0]?.note, contacts[0]?.points, unread]).toEqual([null, [], []])
  })

  test.each([
    'Partner/in',
    'Ehepartner',
    'Name Assistent',
    'Name des/der Vorgesetzten',
    'Mots clés',
    'Make/Maka',
  ])('whom else they name is a line of the note: %s', (header) => {
    expect(readRow({ Name: 'Grace', [header]: 'Vincent' }).contacts).toMatchObject([
      { note: `${header}: Vincent` },
    ])
  })

  test('in windows-1252 they are read where the user says so', () => {
    const bytes = Uint8Array.from(
      [...'Vorname;Nachname;Straße geschäftlich\nZoë;Müller;“Am” Platz\n'].map(
        (letter) => ({ '“': 0x93, '”': 0x94 })[letter] ?? letter.charCodeAt(0),
      ),
    )
    expect(read(bytes, { encoding: 'windows-1252' }).contacts).toMatchObject([
      { name: 'Zoë Müller', properties: ['ADR;TYPE=WORK:;;“Am” Platz;;;;'] },
    ])
    expect(() => read(bytes)).toThrow(
      expect.objectContaining({
        message: '"/home/me/people.csv" is not UTF-8 text: the byte at offset 21 cannot be read.',
        hint: 'Type: netkeep import /home/me/people.csv --encoding windows-1252, if an older program wrote it; or save it as UTF-8.',
      }),
    )
  })
})
