/**
 * Headers of e-mail addresses, telephone numbers, postal addresses and what goes with them, put together from words: `Business Phone 2`,
 * `Telefon (privat)`, `Adres służbowy - kod pocztowy`. A header is one of these only where every word of it is known: `Owner Email` is not
 * an address of the contact.
 */
import { foldText } from '../../domain/match-key.ts'
import { type AddressPart, type Field, type Meaning, meaningOf } from './column.ts'
import type { HeaderWords } from './column-words.ts'

/** What decides, the first that a header has. */
const KINDS: readonly (readonly [kind: Kind, english: string, other: string])[] = [
  [
    'email',
    'email emails',
    'mailadresse mailadres mailadress postadress postadresse posta adressemail mel courriel messagerie correo correio poczta poczty electronique electronico elettronica eletronico mailova mailu почты почта posty',
  ],
  ['url', 'website web', ''],
  ['im', 'im', ''],
  [
    'phone',
    'phone phones telephone tel mobile cell cellphone cellular fax pager telex isdn tty tdd callback whatsapp',
    'telefon telefonnummer rufnummer mobil mobiltelefon mobilnummer mobilfunk handy handynummer haupttelefon autotelefon telefax faxnummer telefono telefone telefoon telefoonnummer portable telecopie movil celular cellulare telemovel faks telefaks gsm komorka komorkowy mobiel mobiele mobilni mobitel matkapuhelin puhelin телефон факс мобильный переносной cercapersone rnis rdis biltelefon',
  ],
  ['poBox', 'box', 'postfach skrzynka boite apartado caixa casella postbus postboks boks ящик'],
  [
    'code',
    'zip zipcode postcode postal',
    'plz postleitzahl cap cep postale pocztowy pocztowa postnummer psc индекс код почтовый',
  ],
  ['country', 'country', 'land lander pays pais paese nazione kraj stat zeme страна krajina'],
  [
    'city',
    'city town',
    'ort stadt wohnort ville ciudad poblacion localidad citta comune cidade localidade miejscowosc miasto plaats woonplaats stad poststed by mesto obec город',
  ],
  [
    'region',
    'state province region county регион',
    'bundesland kanton provincia estado provincie distrito wojewodztwo lan dep departement regiao regione kraj область',
  ],
  [
    'street',
    'street address addresses',
    'adresse strasse rue calle via direccion indirizzo endereco rua adres ulica straat gata gatuadress gate vei vej adress adresa улица адрес anschrift hausanschrift',
  ],
]
type Kind = 'email' | 'url' | 'im' | 'phone' | Exclude<AddressPart, 'formatted' | 'extended'>

/** Where it belongs; of telephones also which kind it is. */
const LABELS: readonly (readonly [label: string, words: string])[] = [
  [
    'work',
    'work business office company organization geschaftlich dienstlich arbeit beruflich buro firma bureau professionnel professionnelle pro societe trabajo oficina empresa organizacion ufficio uff lavoro comercial trabalho sluzbowy sluzbowa sluzbowe firmy praca biuro zakelijk werk arbete arb jobb prace zamestnani рабочий раб',
  ],
  [
    'home',
    'home private personal privat persoenlich personnel personnelle perso domicile prive privee particular personale domicilio casa abitazione ab residencial residencia domowy domowa domowe dom thuis hem hemma priv hjem domu домашний дом',
  ],
  [
    'other',
    'other weitere weiterer weiteres weiterest andere autre otro otra altro altra outro outra inny inna inne overige anders annan annat annen andet jiny jina другой',
  ],
  ['fax', 'fax telefax telecopie faks telefaks faxnummer факс'],
  ['pager', 'pager cercapersone'],
  [
    'mobile',
    'mobile cell cellphone cellular mobil mobiltelefon mobilnummer mobilfunk handy handynummer portable movil celular cellulare telemovel gsm komorka komorkowy mobiel mobiele mobilni mobitel matkapuhelin мобильный переносной',
  ],
  ['main', 'main haupt haupttelefon principal principale podstawowy glowny hoofd huvud hoved hovedtelefon'],
  ['car', 'car auto autotelefon voiture coche carro biltelefon samochodzie'],
  ['assistant', 'assistant assistants assistent assistente asistente asystenta lassistant'],
  ['telex', 'telex'],
  ['isdn', 'isdn rnis rdis'],
  ['tty', 'tty tdd'],
  ['callback', 'callback'],
  ['radio', 'radio'],
  ['whatsapp', 'whatsapp'],
]

/** Words that change nothing. */
const FILLERS = words(
  'e de del della di da do du des der die das la le l the of and o or ou u r m eller alebo nr no number numbers numero numer nummer num value valor wert code kod codigo codice primary secondary primare sekundare primaer primaria secondaria primario secundario secundaria primaire secondaire premiere primeira additional alternate alternative preferred line zeile mailing permanent postnr first second third shipping billing po dienst эл p b in om ligne linea op thuis www ladresse contact kontakt w или',
)
const TYPES = words('type label typ tipo rodzaj тип art laji vrsta kind')
const DISPLAY = words(
  'display name angezeigter anzeigename complet affiche nombre pantalla visualizzato nome exibicao apresentar para a nom mostrar wyswietlana nazwa visningsnamn visningsnavn краткое имя',
)

interface Vocabulary {
  readonly kinds: ReadonlyMap<string, { readonly kind: Kind; readonly isEnglish: boolean }>
  readonly labels: ReadonlyMap<string, string>
}

export function vocabulary(): Vocabulary {
  const kinds = new Map<string, { kind: Kind; isEnglish: boolean }>()
  for (const [kind, english, other] of KINDS.toReversed()) {
    for (const word of words(other)) kinds.set(word, { kind, isEnglish: false })
    for (const word of words(english)) kinds.set(word, { kind, isEnglish: true })
  }
  const labels = new Map(LABELS.flatMap(([label, list]) => [...words(list)].map((word) => [word, label])))
  return { kinds, labels }
}

/** What the words of a header say, undefined where one of them is not known, or none says what it is. */
export function composedMeaning(header: HeaderWords, { kinds, labels }: Vocabulary): Meaning | undefined {
  const found = header.words.flatMap((word) => kinds.get(word) ?? [])
  const kind = KINDS.find(([name]) => found.some((entry) => entry.kind === name))?.[0]
  if (kind === undefined) return undefined
  const isType = header.words.some((word) => TYPES.has(word))
  const isDisplay = kind === 'email' && header.words.some((word) => DISPLAY.has(word) && !FILLERS.has(word))
  const isKnown = (word: string): boolean =>
    kinds.has(word) ||
    labels.has(word) ||
    FILLERS.has(word) ||
    TYPES.has(word) ||
    EXTRA_PARTS.has(word) ||
    (isDisplay && DISPLAY.has(word))
  if (!header.words.every(isKnown)) return undefined
  const isEnglish = found.every((entry) => entry.isEnglish)
  if (isDisplay) return meaningOf('ignored', { isEnglish })
  return meaningFor(kind, header, labelsIn(header.words, labels), isType, isEnglish)
}

function meaningFor(
  kind: Kind,
  { words, number }: HeaderWords,
  labels: readonly string[],
  isType: boolean,
  isEnglish: boolean,
): Meaning {
  // The number of the assistant is one of somebody else.
  if (labels.includes('assistant')) return meaningOf(isType ? 'ignored' : 'extra')
  const label = labels.join(' ') || null
  const part = PARTS.get(words.find((word) => PARTS.has(word)) ?? '')
  switch (kind) {
    case 'email':
    case 'phone':
    case 'url': {
      const field: Field = isType ? `${kind}Label` : kind
      // `E-mail Address` and `E-mail Type` are a pair as `E-mail 2 Address` and `E-mail 2 Type` are.
      return meaningOf(field, { label, group: `${label ?? ''}${number}`, isEnglish })
    }
    case 'im':
      return isType ? meaningOf('ignored') : meaningOf('extra', { label: 'IM' })
    default: {
      if (isType) return meaningOf('ignored')
      // The 2 of `Home Address 2` is a second line, that of `Address 2 - City` a second address.
      const isNumbered = labels.length === 0 && (part !== undefined || words.length > 1) && isGoogles(words)
      const group = labels[0] ?? (isNumbered ? number : '')
      return meaningOf('address', { label: labels[0] ?? null, group, part: part ?? kind, isEnglish })
    }
  }
}

/** Parts that are words of their own in Google's headers. */
const PARTS: ReadonlyMap<string, AddressPart> = new Map([
  ['formatted', 'formatted'],
  ['extended', 'extended'],
])
const EXTRA_PARTS: ReadonlySet<string> = new Set(PARTS.keys())

/** `Address 1 - City`: the word address, and one that says which part. */
function isGoogles(words: readonly string[]): boolean {
  return words.includes('address') && !words.includes('line')
}

/** Home before mobile or fax: `home fax`. */
function labelsIn(words: readonly string[], labels: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set(words.flatMap((word) => labels.get(word) ?? []))
  return LABELS.map(([label]) => label).filter((label) => found.has(label))
}

function words(list: string): ReadonlySet<string> {
  return new Set(
    foldText(list)
      .split(' ')
      .filter((word) => word !== ''),
  )
}
