import { Checkbox, NativeSelect } from '@mantine/core'
import type { CommodityRow } from '@oreline/shared/api/commodities.ts'
import type { LikeForLike, Stated } from '@oreline/shared/domain/floor/like-for-like.ts'
import { Link } from '@tanstack/react-router'
import { Notice } from '../../ui/notice.tsx'
import { agreementOf, type FloorView } from './floor-view.ts'
import classes from './floor.module.css'

type MarketChoiceProps = {
  readonly all: readonly CommodityRow[]
  readonly chosen: CommodityRow
  readonly footing: LikeForLike
  readonly view: FloorView
  readonly change: (patch: Partial<FloorView>) => void
}

/** What agreeing to a step means, in the words of a checkbox. */
const steps: Readonly<Record<keyof Stated, (series: CommodityRow) => string>> = {
  vat: ({ vat_percent: percent }) => `Take the ${percent ?? 0} % value-added tax out of its prices`,
  form: () => 'Turn its prices into prices of the oxide, by the share of metal in it',
  elements: () => 'Let neodymium alone stand in for NdPr: not the same product, marked as such',
}

/** Which series is held against the floor, and each step between what it is and what the floor is. */
export function MarketChoice({ all, chosen, footing, view, change }: MarketChoiceProps) {
  const needed = neededSteps(chosen, footing, view)
  return (
    <div className={classes['choice']}>
      <NativeSelect
        label="Market series"
        value={chosen.id}
        onChange={(event) => change({ market: event.currentTarget.value })}
        data={all.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {needed.length === 0 ? null : (
        <fieldset className={classes['steps']}>
          <legend>Between its footing and the floor’s</legend>
          {needed.map((step) => (
            <Checkbox
              key={step}
              size="xs"
              label={steps[step](chosen)}
              checked={view[agreementOf[step]]}
              onChange={(event) => change({ [agreementOf[step]]: event.currentTarget.checked })}
            />
          ))}
        </fieldset>
      )}
      {footing.kind === 'drawn' ? null : (
        <Notice tone="warn" title={`${chosen.name} is not drawn against the floor`}>
          <ul className={classes['objections']}>
            {footing.objections.map(({ why }) => (
              <li key={why}>{capitalised(why)}.</li>
            ))}
          </ul>
          {footing.objections.every(({ offer }) => offer !== null)
            ? 'State the steps above, and it is drawn on the floor’s footing.'
            : 'No factor is known for that.'}
        </Notice>
      )}
    </div>
  )
}

/** The steps this series needs, whether or not they are agreed to: those that are offered, and those taken. */
function neededSteps(series: CommodityRow, footing: LikeForLike, view: FloorView): readonly (keyof Stated)[] {
  const offered = footing.kind === 'refused' ? footing.objections.flatMap(({ offer }) => offer ?? []) : []
  const needs: Readonly<Record<keyof Stated, boolean>> = {
    elements: series.elements.length === 1 && series.elements[0] === 'Nd',
    vat: series.vat_percent !== null && series.vat_percent > 0,
    form: series.form === 'metal',
  }
  return (['elements', 'vat', 'form'] as const).filter(
    (step) => offered.includes(step) || (needs[step] && view[agreementOf[step]]),
  )
}

/** Where no series is held: what one is, and the ways to bring one in. */
export function NoMarket() {
  return (
    <Notice tone="info" title="No market price of NdPr is held">
      Assessments of NdPr are sold under licence, so none is shipped. Take a file of your own in under{' '}
      <Link to="/data" search={{ part: 'files' }}>
        Data, Files
      </Link>{' '}
      (a CSV with a day and a price; say its unit, tax and form once), or send points to{' '}
      <code>POST /api/v1/commodities/…/points</code> from a notebook that reads your licensed source. The
      floors and what MP disclosed are drawn below.
    </Notice>
  )
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
