import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import {
  coverageOf,
  furthest,
  matrixOf,
  presencesOf,
  stagesInOrder,
  touching,
} from '../../../web/features/chain/cells.ts'
import { cellWords, choiceWords } from '../../../web/features/chain/cell-words.ts'
import { companiesOf } from '../../../web/features/chain/companies.ts'
import { instrumentRow } from '../rows.ts'
import { chainMap, coverageRow, foreground } from './chain-rows.ts'

const map = chainMap('2026-11-22')
const companies = companiesOf(map.coverage, [
  instrumentRow({ ticker: 'MP' }),
  instrumentRow({ ticker: 'LYC.AX', calendar: 'XASX', mic: 'XASX' }),
])

describe('who stands at a cell', () => {
  it('the furthest of several rows counts, and a plan beside it is told', () => {
    expect(furthest([coverageRow({ status: 'planned' }), coverageRow({ status: 'operating' })])).toBe(
      'operating',
    )
    expect(furthest([])).toBeNull()
    const both = [coverageRow({ status: 'operating' }), coverageRow({ status: 'planned' })]
    expect(presencesOf(both)).toEqual([{ ticker: 'MP', status: 'operating', hasPlan: true }])
    expect(presencesOf([coverageRow({ status: 'planned' })])).toMatchObject([{ hasPlan: false }])
  })

  it('a row that names no element answers for its stage, never for an element', () => {
    const none = coverageRow({ stage: 'magnet', status: 'none', elements: [] })
    expect(coverageOf([none], { stage: ['magnet'], element: [], tickers: [] })).toEqual([none])
    expect(coverageOf([none], { stage: ['magnet'], element: ['Nd'], tickers: [] })).toEqual([])
  })

  it('dysprosium at separation: Lynas makes it, Energy Fuels pilots it, MP plans it, China Northern is not there', () => {
    const rows = coverageOf(map.coverage, { stage: ['separation'], element: ['Dy'], tickers: [] })
    expect(presencesOf(rows)).toEqual([
      { ticker: 'MP', status: 'planned', hasPlan: false },
      { ticker: 'LYC.AX', status: 'operating', hasPlan: true },
      { ticker: 'UUUU', status: 'commissioning', hasPlan: true },
    ])
  })
})

describe('what touches a cell', () => {
  it('on 22 November 2026 No. 18 is in force on dysprosium, and a paused act is told apart', () => {
    const found = touching(foreground(map), { stage: ['separation'], element: ['Dy'], tickers: [] })
    expect(found.inForce.map(({ id }) => id)).toContain('cn-2025-04-04-mofcom-18')
    expect(found.paused.length).toBeGreaterThan(0)
    const ids = [...found.inForce, ...found.paused, ...found.others].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('an event that was not public yet touches nothing', () => {
    const before = chainMap('2025-04-03')
    const { inForce, paused, others } = touching(before.events, { stage: [], element: [], tickers: [] })
    const ids = [...inForce, ...paused, ...others].map(({ id }) => id)
    expect(ids).not.toContain('cn-2025-04-04-mofcom-18')
    expect(
      [...inForce, ...paused, ...others].every(({ announced_date: date }) => date < day('2025-04-04')),
    ).toBe(true)
  })
})

describe('the matrix', () => {
  it('has 17 elements, light ones first, at 7 stages, recycling last', () => {
    const rows = matrixOf(map, foreground(map))
    expect(rows.map((cells) => cells[0]?.element.symbol).join(' ')).toBe(
      'La Ce Pr Nd Pm Sm Eu Y Gd Tb Dy Ho Er Tm Yb Lu Sc',
    )
    expect(rows.every((cells) => cells.length === 7)).toBe(true)
    expect(stagesInOrder(map).slice(-2)).toEqual(['application', 'recycling'])
  })

  it('says a cell in words, an empty one too', () => {
    const rows = matrixOf(map, [])
    const words = (row: number, column: number) => {
      const cell = rows[row]?.[column]
      return cell === undefined ? '' : cellWords(cell, companies)
    }
    expect(words(0, 0)).toMatch(
      /^Mining, lanthanum: MP operating; LYC operating.* 0 events in force, 0 paused\.$/,
    )
    expect(words(4, 4)).toBe('Magnets, promethium: none of the companies. 0 events in force, 0 paused.')
  })

  it('names what is chosen, and nothing where nothing is', () => {
    expect(
      choiceWords({ stage: ['separation'], element: ['Dy'], tickers: [] }, map.elements, companies),
    ).toBe('Separation · Dysprosium')
    expect(choiceWords({ stage: [], element: [], tickers: [] }, map.elements, companies)).toBeNull()
  })
})

it('a company that is no instrument here keeps its ticker, after those that are', () => {
  const [first, second, ...others] = companies
  expect([first?.short, second?.short]).toEqual(['MP', 'LYC'])
  expect(others.map(({ name }) => name)).toEqual(['UUUU', '600111.SS'])
})
