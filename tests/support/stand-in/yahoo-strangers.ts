/** Symbols Yahoo knows and Oreline does not follow: listed where it has a calendar, elsewhere, and no stock at all. */
import { instrumentSchema, type Instrument } from '@oreline/shared/domain/instruments/instrument.ts'

type Stranger = { readonly instrument: Instrument; readonly meta: Readonly<Record<string, unknown>> }

const stranger = (
  yahoo: string,
  listed: Pick<Instrument, 'calendar'> & { readonly mic: string; readonly currency: string },
  meta: Stranger['meta'],
): Stranger => ({
  instrument: instrumentSchema.parse({
    ticker: yahoo,
    name: yahoo,
    role: 'context',
    kind: 'equity',
    isin: null,
    yahoo,
    ...listed,
  }),
  meta,
})

export const strangers: readonly Stranger[] = [
  stranger(
    'USAR',
    { calendar: 'XNYS', mic: 'XNAS', currency: 'USD' },
    { exchangeName: 'NGM', fullExchangeName: 'NasdaqGM', longName: 'USA Rare Earth, Inc. ' },
  ),
  stranger(
    'ILU.AX',
    { calendar: 'XASX', mic: 'XASX', currency: 'AUD' },
    { exchangeName: 'ASX', fullExchangeName: 'ASX', shortName: 'ILUKA FPO [ILU]' },
  ),
  stranger(
    'PRE.L',
    { calendar: 'XNYS', mic: 'XLON', currency: 'GBP' },
    { exchangeName: 'LSE', fullExchangeName: 'LSE', currency: 'GBp', longName: 'Pensana Plc' },
  ),
  stranger(
    'GC=F',
    { calendar: 'XNYS', mic: 'XNYS', currency: 'USD' },
    { exchangeName: 'NYQ', instrumentType: 'FUTURE', shortName: 'Gold Dec 26' },
  ),
]
