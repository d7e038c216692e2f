/** Short forms of first names. */

/** A name and what it is shortened to, folded. Two names that share a short form (`Alexander`, `Alexandra`) are two all the same. */
const SHORT_FORMS: readonly string[] = [
  'abigail abby',
  'alexander alex sasha sascha',
  'alexandra alex sandra sascha',
  'andreas andi andy',
  'andrew andy drew',
  'anthony tony',
  'barbara barb babs',
  'benjamin ben benny',
  'catherine kate cathy katie',
  'charles charlie chuck',
  'christian chris',
  'christina chris tina',
  'christine chris tina',
  'christopher chris kit',
  'daniel dan danny',
  'david dave',
  'deborah debbie deb',
  'dorothy dot dottie',
  'edward ed eddie ted ned',
  'elisabeth lisa sissi betty',
  'elizabeth liz lizzy beth betty eliza',
  'eugene gene',
  'frances fran',
  'francis frank',
  'franz francis',
  'frederick fred freddy',
  'friedrich fritz fred',
  'gabriele gabi',
  'gabriella gabby',
  'gerald gerry jerry',
  'gerard gerry',
  'geoffrey geoff jeff',
  'gregory greg',
  'henry harry hank',
  'ignacio nacho',
  'jacob jake',
  'james jim jimmy jamie',
  'jeffrey jeff',
  'jennifer jen jenny',
  'jessica jess jessie',
  'johann hans',
  'johannes hans',
  'john johnny jack',
  'jonathan jon',
  'jose pepe',
  'joseph joe',
  'josef sepp',
  'joshua josh',
  'katherine kate kathy katie kay',
  'kenneth ken kenny',
  'laurence larry',
  'lawrence larry',
  'leonard leo len lenny',
  'margaret maggie meg peggy',
  'matthew matt',
  'matthias matt hias',
  'maximilian max',
  'michael mike mick micha michi',
  'nicholas nick',
  'nikolaus klaus claus niko',
  'pamela pam',
  'patricia pat trish',
  'patrick pat paddy',
  'peter pete',
  'philip phil',
  'phillip phil',
  'rebecca becky',
  'richard rich rick dick',
  'robert rob bob bobby robbie',
  'ronald ron ronnie',
  'samantha sam',
  'samuel sam sammy',
  'sebastian basti seb',
  'stephen steve',
  'steven steve',
  'susan sue suzy',
  'susanne susi',
  'theodore ted teddy theo',
  'thomas tom tommy',
  'timothy tim',
  'ulrich uli',
  'valentina val',
  'victoria vicky',
  'vincent vince vinny',
  'wilhelm willi willy',
  'william bill billy will liam',
  'wolfgang wolf',
  'zachary zach',
]

const NONE: ReadonlySet<string> = new Set()
const OTHERS: ReadonlyMap<string, ReadonlySet<string>> = collect()

function collect(): ReadonlyMap<string, ReadonlySet<string>> {
  const others = new Map<string, Set<string>>()
  for (const line of SHORT_FORMS) {
    const names = line.split(' ')
    for (const name of names) {
      const known = others.get(name) ?? new Set()
      others.set(name, known)
      for (const other of names) if (other !== name) known.add(other)
    }
  }
  return others
}

/** What else somebody of this (folded) first name may be called. */
export function nicknamesOf(word: string): ReadonlySet<string> {
  return OTHERS.get(word) ?? NONE
}
