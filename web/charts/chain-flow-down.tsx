import { flowTracks, strandsOf, strengthOf, type ChainFlowProps } from './chain-flow.ts'
import { EventCounts, Shares, Stop } from './chain-flow-parts.tsx'
import classes from './chain.module.css'

const HEAD = 22
const LEAST_ROW = 72

/** A row a stage; a track a company. */
export function FlowDown({
  stages,
  companies,
  chosen,
  renderLink,
  width,
}: ChainFlowProps & { readonly width: number }) {
  const heights = stages.map(({ shares }) => Math.max(LEAST_ROW, 46 + (shares?.length ?? 0) * 9 + 20))
  const top = (place: number) => HEAD + heights.slice(0, place).reduce((sum, height) => sum + height, 0)
  const height = top(stages.length)
  const { middles, end } = flowTracks(companies.map(({ short }) => short))
  const wordsAt = end
  const trackOf = (company: number) => middles[company] ?? 0
  const stopAt = (place: number) => top(place) + 26
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={classes['picture']}>
      {stages.map((stage, place) => (
        <g key={stage.stage}>
          {renderLink(
            stage,
            <g transform={`translate(0 ${top(place)})`}>
              <rect
                x={1}
                y={1}
                width={width - 2}
                height={(heights[place] ?? LEAST_ROW) - 2}
                rx={8}
                className={classes['column']}
                data-chosen={chosen.includes(stage.stage)}
              />
              <path d={`M0 0H${width}`} className={classes['shareGround']} />
            </g>,
          )}
        </g>
      ))}
      <g className={classes['still']} aria-hidden="true">
        {companies.map((company, track) => (
          <text key={company.ticker} x={trackOf(track)} y={12} className={classes['trackName']}>
            {company.short}
          </text>
        ))}
        {stages.map((stage, place) => (
          <g key={stage.stage} transform={`translate(0 ${top(place)})`}>
            <text x={wordsAt} y={19} className={classes['stageName']}>
              {stage.stage === 'recycling' ? `↺ ${stage.name}` : stage.name}
            </text>
            <EventCounts stage={stage} x={wordsAt + 80} y={19} />
            <g transform={`translate(${wordsAt} 40)`}>
              <Shares shares={stage.shares} width={width - wordsAt - 18} rows={stage.shares?.length ?? 0} />
            </g>
          </g>
        ))}
        {strandsOf(stages, companies).map(({ company, from, to, kind }) => (
          <path
            key={`${company}/${from}`}
            d={`M${trackOf(company)} ${stopAt(from)}V${stopAt(to)}`}
            stroke={companies[company]?.ink}
            className={classes['strand']}
            opacity={strengthOf(companies[company])}
            data-kind={kind}
          />
        ))}
        {stages.map(({ stage, stops }, place) =>
          companies.map((company, track) => {
            const stop = stops[track]
            return stop === undefined ? null : (
              <Stop
                key={`${stage}/${company.ticker}`}
                stop={stop}
                company={company}
                x={trackOf(track)}
                y={stopAt(place)}
              />
            )
          }),
        )}
        <WayBack stages={stages.map(({ stage }) => stage)} stopAt={stopAt} x={width - 5} />
      </g>
    </svg>
  )
}

type WayBackProps = {
  readonly stages: readonly string[]
  readonly stopAt: (place: number) => number
  readonly x: number
}

/** What recycling recovers goes back up into the chain. */
function WayBack({ stages, stopAt, x }: WayBackProps) {
  const from = stages.indexOf('recycling')
  const entries = ['separation', 'metal-alloy'].map((stage) => stages.indexOf(stage)).filter((at) => at >= 0)
  const first = Math.min(...entries)
  if (from < 0 || !Number.isFinite(first)) return null
  return (
    <>
      <path d={`M${x - 8} ${stopAt(from)}q8 0 8 -8V${stopAt(first) - 4}`} className={classes['loop']} />
      {entries.map((at) => (
        <path key={at} d={`M${x - 9} ${stopAt(at) - 8}l9 -4.5v9Z`} className={classes['loopHead']} />
      ))}
    </>
  )
}
