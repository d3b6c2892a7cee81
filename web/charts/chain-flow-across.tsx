import { flowColumns, strandsOf, strengthOf, type ChainFlowProps } from './chain-flow.ts'
import { EventCounts, Shares, sharesHeight, Stop } from './chain-flow-parts.tsx'
import classes from './chain.module.css'

const HEAD = 62
const FIRST_LINE = HEAD + 28
const LINE = 40
const LOOP = 46
const TIP = 9

/** A column a stage; a line a company. */
export function FlowAcross({
  stages,
  companies,
  chosen,
  renderLink,
  width,
}: ChainFlowProps & { readonly width: number }) {
  const { step, left } = flowColumns(width, stages.length)
  const linesEnd = FIRST_LINE + companies.length * LINE - 8
  const sharesTop = linesEnd + LOOP + 14
  const rows = Math.max(1, ...stages.map(({ shares }) => shares?.length ?? 0))
  const height = sharesTop + sharesHeight(rows)
  const middle = (place: number) => left(place) + step / 2
  const lineOf = (company: number) => FIRST_LINE + company * LINE
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={classes['picture']}>
      {stages.map((stage, place) => (
        <g key={stage.stage}>
          {renderLink(
            stage,
            <g transform={`translate(${left(place)} 0)`}>
              <rect
                x={1}
                y={1}
                width={step - 2}
                height={height - 2}
                rx={8}
                className={classes['column']}
                data-chosen={chosen.includes(stage.stage)}
              />
              <path d={headOf(stage.stage === 'recycling', step)} className={classes['chevron']} />
            </g>,
          )}
        </g>
      ))}
      <g className={classes['still']} aria-hidden="true">
        {stages.map((stage, place) => (
          <g key={stage.stage} transform={`translate(${left(place)} 0)`}>
            <text x={TIP + 7} y={19} className={classes['stageName']}>
              {stage.name}
            </text>
            <EventCounts stage={stage} x={TIP + 7} y={35} />
            <g transform={`translate(8 ${sharesTop})`}>
              <Shares shares={stage.shares} width={step - 18} rows={rows} />
            </g>
          </g>
        ))}
        {strandsOf(stages, companies).map(({ company, from, to, kind }) => (
          <path
            key={`${company}/${from}`}
            d={`M${middle(from)} ${lineOf(company)}H${middle(to)}`}
            stroke={companies[company]?.ink}
            className={classes['strand']}
            opacity={strengthOf(companies[company])}
            data-kind={kind}
          />
        ))}
        {companies.map((company, row) => (
          <g key={company.ticker}>
            <g opacity={strengthOf(company)}>
              <text x={0} y={lineOf(row)} className={classes['company']}>
                {company.short}
              </text>
              <text x={0} y={lineOf(row) + 13} className={classes['faint']}>
                {company.name.length > 24 ? `${company.name.slice(0, 23)}…` : company.name}
              </text>
            </g>
            {stages.map(({ stage, stops }, place) => {
              const stop = stops[row]
              if (stop === undefined) return null
              return (
                <g key={stage}>
                  <Stop stop={stop} company={company} x={middle(place)} y={lineOf(row)} />
                  <text x={middle(place)} y={lineOf(row) + 20} className={classes['faintMiddle']}>
                    {stop.reach}
                  </text>
                </g>
              )
            })}
          </g>
        ))}
        <Loop stages={stages.map(({ stage }) => stage)} middle={middle} top={linesEnd} />
        <text x={0} y={sharesTop + 9} className={classes['company']}>
          China’s share
        </text>
        <text x={0} y={sharesTop + 22} className={classes['faint']}>
          a mark a source,
        </text>
        <text x={0} y={sharesTop + 34} className={classes['faint']}>
          never averaged
        </text>
      </g>
    </svg>
  )
}

/** The head of a column: an arrow along the chain, a box for what stands beside it. */
function headOf(isBeside: boolean, step: number): string {
  const right = step - 2
  if (isBeside)
    return `M14 2H${right - 4}a4 4 0 0 1 4 4V${HEAD - 6}a4 4 0 0 1 -4 4H14a4 4 0 0 1 -4 -4V6a4 4 0 0 1 4 -4Z`
  return `M2 2H${right - TIP}L${right} ${HEAD / 2}L${right - TIP} ${HEAD - 2}H2L${TIP + 2} ${HEAD / 2}Z`
}

type LoopProps = {
  readonly stages: readonly string[]
  readonly middle: (place: number) => number
  readonly top: number
}

/** What recycling recovers goes back into the chain: from its column under the lines to where it enters. */
function Loop({ stages, middle, top }: LoopProps) {
  const from = stages.indexOf('recycling')
  const entries = ['separation', 'metal-alloy'].map((stage) => stages.indexOf(stage)).filter((at) => at >= 0)
  const last = Math.min(...entries)
  if (from < 0 || !Number.isFinite(last)) return null
  const low = top + LOOP - 18
  return (
    <>
      <path
        d={`M${middle(from)} ${top + 4}V${low - 6}q0 6 -6 6H${middle(last) + 6}q-6 0 -6 -6V${top + 12}`}
        className={classes['loop']}
      />
      {entries.map((at) => (
        <g key={at}>
          {at === last ? null : <path d={`M${middle(at)} ${low}V${top + 12}`} className={classes['loop']} />}
          <path d={`M${middle(at)} ${top + 4}l4.5 9h-9Z`} className={classes['loopHead']} />
        </g>
      ))}
      <text x={middle(from) - 14} y={low - 5} className={classes['faintEnd']}>
        recovered material goes back into the chain
      </text>
    </>
  )
}
