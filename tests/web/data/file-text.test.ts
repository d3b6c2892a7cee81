import { describe, expect, it } from 'vitest'
import { formatBytes, MOST_BYTES, readText, sizeRefusal } from '../../../web/features/data/files/file-text.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 日期 in GB18030 (GB/T 2312: C8D5 C6DA), then a comma and 1. */
const gbk = Uint8Array.from([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0x31])

describe('readText', () => {
  it('reads UTF-8 with and without its mark, the mark itself left out', () => {
    expect(readText(utf8('date,close\n'), null)).toEqual({
      kind: 'text',
      text: 'date,close\n',
      encoding: 'utf-8',
      sure: true,
    })
    expect(readText(utf8('\uFEFFdate'), null)).toMatchObject({ text: 'date', sure: true })
  })

  it('reads UTF-16 by its mark, as Excel’s "Unicode text" is written', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x2c, 0x00])
    expect(readText(bytes, null)).toMatchObject({ text: 'a,', encoding: 'utf-16le', sure: true })
  })

  it('takes bytes that are not UTF-8 for Chinese, and says that it is a guess', () => {
    expect(readText(gbk, null)).toEqual({
      kind: 'text',
      text: '日期,1',
      encoding: 'gb18030',
      sure: false,
    })
  })

  it('reads them otherwise where the reader says so, and never by replacement signs', () => {
    expect(readText(gbk, 'windows-1252')).toMatchObject({ text: 'ÈÕÆÚ,1', sure: false })
    expect(readText(Uint8Array.from([0xff, 0xff, 0x2c]), 'shift_jis')).toMatchObject({ kind: 'refused' })
  })

  it.each([
    ['a workbook', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14]), /Excel workbook/],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old Excel workbook/],
    ['a PDF', utf8('%PDF-1.7'), /a PDF/],
    ['zero bytes without a signature', Uint8Array.from([0x61, 0x00, 0x62]), /zero bytes/],
    ['nothing', new Uint8Array(), /empty/],
    ['blanks', utf8(' \r\n\t'), /blanks/],
  ] as const)('refuses %s before anything is sent', (_, bytes, why) => {
    const read = readText(bytes, null)
    expect(read.kind === 'refused' ? read.why : '').toMatch(why)
  })
})

describe('sizeRefusal', () => {
  it('names size and limit', () => {
    expect(sizeRefusal(50 * 1_048_576)).toBe(
      'The file has 50 MB; at most 18 MB are taken in at once. Split it by years.',
    )
    expect(sizeRefusal(MOST_BYTES)).toBeNull()
    expect(sizeRefusal(MOST_BYTES + 1)).not.toBeNull()
  })

  it('writes sizes as people do', () => {
    expect([614, 12_595, 1_258_291].map(formatBytes)).toEqual(['614 bytes', '12.3 kB', '1.2 MB'])
  })
})
