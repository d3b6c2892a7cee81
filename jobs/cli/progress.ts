/** How far a command has come: a bar on a terminal, plain lines elsewhere. */
import { SingleBar } from 'cli-progress'

/** A stream of the process, or a test's. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean }

export type Progress = {
  readonly begin: (steps: number) => void
  /** There is a step more than was thought. */
  readonly oneMore: () => void
  /** A step begins. */
  readonly doing: (what: string) => void
  /** So many requests have been answered, in all steps so far. */
  readonly answered: (requests: number) => void
  /** A step has ended, with these words. */
  readonly done: (words: string) => void
  /** Whatever comes next is not progress; called in any case. */
  readonly end: () => void
}

/** `3/13 yahoo MP: 1,480 rows`, a line for each step. */
export function linesOn(output: Output): Progress {
  let total = 0
  let count = 0
  return {
    begin: (steps) => {
      total = steps
      count = 0
    },
    oneMore: () => {
      total += 1
    },
    doing: () => {},
    answered: () => {},
    done: (words) => {
      count += 1
      output.write(`${count}/${total} ${words}\n`)
    },
    end: () => {},
  }
}

/** A bar that stands in one line and is gone at the end. */
export function barOn(output: Output): Progress {
  const bar = new SingleBar({
    stream: output,
    format: '{bar} {value}/{total} {doing} (answers: {answers})',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    linewrap: true,
    clearOnComplete: true,
    // Ctrl-C is the command's.
    gracefulExit: false,
  })
  return {
    begin: (steps) => bar.start(steps, 0, { doing: '', answers: 0 }),
    oneMore: () => bar.setTotal(bar.getTotal() + 1),
    doing: (what) => bar.update({ doing: what }),
    answered: (requests) => bar.update({ answers: requests }),
    done: (words) => bar.increment({ doing: words }),
    end: () => bar.stop(),
  }
}
