import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { CoverageMark } from '../../charts/coverage-mark.tsx'
import { GROUPS } from './cells.ts'
import classes from './chain-page.module.css'
import { controlWeight } from './controls.ts'
import { groupWords, statusWords } from './coverage-words.ts'
import { heavyWords, outputOf, type Output } from './output.ts'
import styles from './output.module.css'
import type { Chain } from './use-chain.ts'

/** Which elements each company brings out, light beside heavy, with those under control underlined. */
export function OutputSection({ chain, at }: { readonly chain: Chain; readonly at: IsoDate }) {
  return (
    <section id="output" aria-labelledby="output-title" className={classes['card']}>
      <h2 id="output-title">Light against heavy</h2>
      <p className={classes['soft']}>
        What leaves separation or refining. Separation includes cracking and leaching, after which the
        elements may still be mixed; a bar under an element says that a Chinese act lists it (full: in force,
        dashed: paused or unconfirmed).
      </p>
      <div className={styles['companies']}>
        {chain.companies.map((company) => {
          const outputs = outputOf(chain.map, company.ticker)
          return (
            <article key={company.ticker} className={styles['company']}>
              <h3>
                {company.short} <span className={styles['name']}>{company.name}</span>
              </h3>
              <div className={styles['groups']}>
                {GROUPS.map((group) => (
                  <div key={group}>
                    <p className={styles['group']}>{groupWords[group]}</p>
                    <ul className={styles['elements']}>
                      {outputs
                        .filter(({ element }) => element.group === group)
                        .map((output) => (
                          <OutputTile key={output.element.symbol} output={output} ink={company.ink} at={at} />
                        ))}
                    </ul>
                  </div>
                ))}
              </div>
              <p>
                <strong>Heavy:</strong> {heavyWords(outputs)}.
              </p>
            </article>
          )
        })}
      </div>
    </section>
  )
}

type TileProps = { readonly output: Output; readonly ink: string; readonly at: IsoDate }

function OutputTile({ output: { element, status }, ink, at }: TileProps) {
  const weights = element.controls.map((control) => controlWeight(control, at))
  const weight = weights.includes('binding') ? 'binding' : (weights[0] ?? 'off')
  const words = `${element.name}: ${status === null ? 'not recorded' : statusWords[status].toLowerCase()}`
  return (
    <li title={words}>
      <svg className={styles['tile']} viewBox="-13 -13 26 30" role="img" aria-label={words}>
        {status === null ? (
          <text className={styles['absent']} y={4.5}>
            {element.symbol}
          </text>
        ) : (
          <CoverageMark status={status} letter={element.symbol} ink={ink} radius={11} />
        )}
        <path d="M-9 15H9" className={styles['listed']} data-weight={weight} />
      </svg>
    </li>
  )
}
