import { announcementNumber } from '@oreline/shared/domain/inbox/announcement-number.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../support/brands.ts'

const november = day('2025-11-07')

describe('the number of a MOFCOM announcement', () => {
  test.for([
    ['商务部公告2025年第70号 关于暂停实施', '2025-70'],
    ['商务部 海关总署公告2025年第18号 公布对部分中重稀土相关物项实施出口管制的决定', '2025-18'],
    ['商务部海关总署公告2025年第57号', '2025-57'],
    ['商务部、海关总署公告 2025 年 第 061 号', '2025-61'],
    ['商务部　海关总署公告２０２５年第６１号', '2025-61'],
    ['中华人民共和国商务部公告〔2025〕年第61号', '2025-61'],
    ['商务部公告二〇二五年第六十一号', '2025-61'],
    ['商务部公告2025年第一百零三号', '2025-103'],
    ['商务部公告2025年第十号', '2025-10'],
    ['商务部公告第61号', '2025-61'],
    ['关于公布出口管制决定的公告（商务部公告2025年第61号）', '2025-61'],
    ['Announcement No. 18 of 2025 of the Ministry of Commerce', '2025-18'],
    ['MOFCOM Announcement No.61, 2025', '2025-61'],
    ['Announcement (2025) No. 61 on Export Control', '2025-61'],
  ] as const)('P24: %s', ([title, number]) => {
    expect(announcementNumber(title, november)).toBe(number)
  })

  test.for([
    '海关总署 商务部公告2025年第9号',
    '国家市场监督管理总局、商务部公告2025年第9号',
    '商务部令2024年第5号 中华人民共和国两用物项出口管制条例',
    '商务部公告 公布对超硬材料相关物项实施出口管制的决定',
    '商务部公告2025年第号',
    '商务部公告2025年第零号',
    '海关总署公告2025年第61号',
    'Statement of the spokesperson on Announcement No. 61',
  ])('P24: none in %s', (title) => {
    expect(announcementNumber(title, november)).toBeNull()
  })

  test('without a year it is that of its day, but not in January and never without a day', () => {
    expect(announcementNumber('商务部公告第3号', day('2026-02-01'))).toBe('2026-3')
    expect(announcementNumber('商务部公告第3号', day('2026-01-31'))).toBeNull()
    expect(announcementNumber('商务部公告第3号', null)).toBeNull()
  })

  test('is the same in digits of either width', () => {
    const wide = (text: string) =>
      text.replaceAll(/\d/g, (digit) => String.fromCodePoint(Number(digit) + 0xff10))
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 999 }), (year, place) => {
        const title = `商务部公告${year}年第${place}号 关于稀土`
        expect(announcementNumber(title, null)).toBe(`${year}-${place}`)
        expect(announcementNumber(wide(title), null)).toBe(`${year}-${place}`)
      }),
    )
  })

  test('any text at all gives a number in its form, or none', () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom(
          '商务部',
          '公告',
          '第',
          '号',
          '年',
          '十',
          '百',
          '零',
          '61',
          '2025',
          'Announcement No. ',
        ),
        fc.string(),
      ),
    )
    fc.assert(
      fc.property(text, (parts) => {
        expect(announcementNumber(parts.join(''), november) ?? '2025-1').toMatch(/^(19|20)\d\d-[1-9]\d{0,4}$/)
      }),
    )
  })
})
