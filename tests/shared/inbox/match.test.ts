import { catalogueIndex } from '@oreline/shared/domain/inbox/catalogue-index.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { readDocument } from '@oreline/shared/domain/inbox/match.ts'
import { mayAmend } from '@oreline/shared/domain/inbox/may-amend.ts'
import { suggestionOf } from '@oreline/shared/domain/inbox/suggest.ts'
import { policyEventsSchema } from '@oreline/shared/domain/policy/event.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aDocument, federalRegister, mofcom } from '../../support/documents.ts'

const seed = new URL('../../../migrations/seed/policy-events.json', import.meta.url)
const catalogue = catalogueIndex(policyEventsSchema.parse(JSON.parse(readFileSync(seed, 'utf8'))))

const read = (document: PolicyDocument) => readDocument(document, catalogue)
const termsOf = (document: PolicyDocument) =>
  read(document)
    .matches.filter(({ term }) => term.weight !== 'cue')
    .map(({ term }) => term.term)
const amendedBy = (document: PolicyDocument) => mayAmend(document, read(document), catalogue)

describe('the terms that are watched for', () => {
  test.for([
    ['Rare-earth magnets for all', 'high', ['rare earths', 'magnets']],
    ['NdPr and SmCo: samarium\u00A0–\u00A0cobalt', 'high', ['NdPr', 'samarium-cobalt magnets', 'samarium']],
    [
      '公布对钐、钆、镥、7类中重稀土相关物项实施出口管制的决定',
      'high',
      ['samarium', 'gadolinium', '镥 (lutetium)', 'heavy rare earths', 'rare earths', 'export control'],
    ],
    ['Lynas Rare Earths signs', 'high', ['Lynas', 'rare earths']],
    ['Energy Fuels to buy ASM', 'high', ['Energy Fuels']],
    ['Addition of Entities to the Entity List', 'low', ['Entity List']],
    ['Section 232 tariffs on graphite', 'medium', ['Section 232', 'graphite']],
  ] as const)('%s', ([title, relevance, terms]) => {
    const document = aDocument({ title })
    expect(read(document).relevance).toBe(relevance)
    expect(termsOf(document)).toEqual(terms)
  })

  test.for([
    'Rare earthquake hits Nepal',
    'So rare. Earth Day is near',
    'A rare earth-shattering discovery',
    'Clean Energy Fuels Corp. expands',
    'energy fuels the economy',
    'Magnet Schools Assistance Program',
    'A mountain pass reopens',
    'Yttrium-90 microspheres and samarium-153 injections',
    'Ho, ho, ho: Er, La, Nd and Pr men',
  ])('do not occur in: %s', (title) => {
    expect(read(aDocument({ title, abstract: title })).relevance).toBeNull()
  })

  test('P14: a term in the text alone is shown with its passage, of low relevance', () => {
    const excerpt = `${'word '.repeat(60)}magnets of samarium are exempt ${'word '.repeat(60)}`
    const { relevance, matches } = read(federalRegister('2026-5', { title: 'A rule of 400 pages', excerpt }))
    expect(relevance).toBe('low')
    const samarium = matches.find(({ term }) => term.term === 'samarium')
    expect(samarium).toMatchObject({ part: 'excerpt', passage: { found: 'samarium' } })
    expect(samarium?.passage.before).toMatch(/^…word .*magnets of $/)
    expect(samarium?.passage.after).toMatch(/^ are exempt .*word…$/)
  })

  test('a weak term counts in the title, or with a mineral beside it', () => {
    const text = (abstract: string) => read(aDocument({ abstract })).relevance
    expect(text('New export controls.')).toBeNull()
    expect(text('New export controls under section 232.')).toBeNull()
    expect(text('New export controls on graphite.')).toBe('low')
    expect(read(aDocument({ title: 'New export controls' })).relevance).toBe('low')
  })

  test('P18: an edited title is read anew', () => {
    expect(termsOf(aDocument({ title: 'On minerals' }))).toEqual([])
    expect(termsOf(aDocument({ title: 'On critical minerals' }))).toEqual(['critical minerals'])
  })

  test('places stay right behind a letter that grows when it is made small', () => {
    const [match] = read(aDocument({ title: 'İstanbul İzmir: Lynas' })).matches
    expect(match?.passage).toEqual({ before: 'İstanbul İzmir: ', found: 'Lynas', after: '' })
  })
})

describe('the events a document may amend', () => {
  test('P26: an announcement that prolongs the suspension of six others names them by number', () => {
    const document = mofcom('2026-71', {
      title:
        '商务部 海关总署公告2026年第71号 公布继续暂停实施商务部 海关总署公告2025年第55、56、57、58号及商务部公告2025年第61号、62号',
    })
    expect(read(document).relevance).toBe('high')
    expect(amendedBy(document).map(({ eventId, why, effect }) => [eventId, why, effect])).toEqual(
      [
        'cn-2025-10-09-mofcom-55-58-nonrare',
        'cn-2025-10-09-mofcom-56-equipment',
        'cn-2025-10-09-mofcom-57-five-elements',
        'cn-2025-10-09-mofcom-61-extraterritorial',
        'cn-2025-10-09-mofcom-62-technology',
      ].map((id) => [id, 'cited', 'extends']),
    )
  })

  test.for([
    ['Revoking Announcement Nos. 55 to 58 of 2025', 'cn-2025-10-09-mofcom-55-58-nonrare', 'revokes'],
    ['Amendment of MOFCOM Announcement [2025] No. 61', 'cn-2025-10-09-mofcom-61-extraterritorial', 'amends'],
    ['Amendments to Proclamation 11001', 'us-2026-01-14-section-232-proclamation-11001', 'amends'],
    ['Suspending E.O. 14257', 'us-2025-04-02-reciprocal-tariffs', 'suspends'],
    ['Correction of FR Doc. 2025-06836', 'us-2025-04-15-eo-14272-section-232', null],
    ['修订国务院令第785号', 'cn-2024-06-29-rare-earth-management-regulations', 'amends'],
  ] as const)('%s', ([title, eventId, effect]) => {
    expect(amendedBy(aDocument({ title }))[0]).toMatchObject({ eventId, why: 'cited', effect })
  })

  test('an act of the catalogue is known by its own number, and changes nothing', () => {
    const numbers = [{ scheme: 'executive-order' as const, number: '14272' }]
    expect(amendedBy(aDocument({ title: 'An order', numbers }))).toMatchObject([
      { eventId: 'us-2025-04-15-eo-14272-section-232', why: 'own-number', effect: null },
    ])
  })

  test('P06: a correction names the event of the document that it corrects', () => {
    expect(
      amendedBy(federalRegister('C1-2025-06836', { type: 'correction', correctionOf: '2025-06836' })),
    ).toContainEqual({
      eventId: 'us-2025-04-15-eo-14272-section-232',
      why: 'cited',
      text: 'Federal Register document 2025-06836',
      effect: 'corrects',
    })
  })

  test('a title much like that of an event suggests it; of another country it does not', () => {
    const title = 'EU adopts RESourceEU plan on critical raw materials'
    const ids = (url: string) => amendedBy(aDocument({ title, url })).map(({ eventId }) => eventId)
    expect(ids('https://ec.europa.eu/x')).toContain('eu-2025-12-03-resourceeu')
    expect(ids('https://www.mofcom.gov.cn/x')).toEqual([])
    expect(ids('https://www.whitehouse.gov/sunshine')).toEqual([])
  })
})

test('what a candidate is about: the kind of act its title names, and single elements before the whole group', () => {
  const document = mofcom('2026-80', {
    title: '商务部公告2026年第80号 公布对钬、铒、铥、铕、镱等稀土永磁相关物项实施出口管制的决定',
  })
  expect(suggestionOf([{ document, reading: read(document) }], [])).toEqual({
    instrumentType: 'export-control',
    jurisdiction: 'CN',
    elements: ['Eu', 'Ho', 'Er', 'Tm', 'Yb'],
    stages: ['magnet'],
    tickers: [],
  })
})

test.for([
  ['Loan for Heavy Rare Earth Separation', 'Rare earths are needed.', 9],
  ['Loan for rare earths', 'Heavy rare earths among them.', 17],
] as const)('%s: the narrowest group that its title names, of %3$s elements', ([title, abstract, count]) => {
  const document = aDocument({ title, abstract })
  expect(suggestionOf([{ document, reading: read(document) }], []).elements).toHaveLength(count)
})
