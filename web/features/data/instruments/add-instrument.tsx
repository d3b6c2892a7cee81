import { getInstrumentRequests, postInstrument } from '@oreline/shared/api/instrument-requests.ts'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../../api.ts'
import classes from '../data.module.css'
import { refusalWords } from '../refusal-words.ts'

/** Asks for a symbol to be followed. What becomes of it stands in the list of requests. */
export function AddInstrument() {
  const queries = useQueryClient()
  const [symbol, setSymbol] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const asking = useMutation({
    mutationFn: (wanted: string) => call(postInstrument, { body: { symbol: wanted } }),
    onSuccess: () => setSymbol(''),
    onError: (error) => setProblem(refusalWords(error)),
    // Not waited for: the next symbol can be asked for at once.
    onSettled: () => void queries.invalidateQueries({ queryKey: [getInstrumentRequests.path] }),
  })
  const ask = (event: SyntheticEvent) => {
    event.preventDefault()
    if (asking.isPending) return
    const read = postInstrument.body.shape.symbol.safeParse(symbol)
    setProblem(read.success ? null : `Write ${read.error.issues[0]?.message ?? 'a symbol'}.`)
    if (read.success) asking.mutate(read.data)
  }
  return (
    <form className={classes['add']} onSubmit={ask} noValidate>
      <TextInput
        size="sm"
        label="Symbol"
        description="As Yahoo writes it: USAR in New York, ILU.AX in Sydney, 600392.SS in Shanghai"
        value={symbol}
        error={problem}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="characters"
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        onChange={(event) => {
          setSymbol(event.currentTarget.value)
          setProblem(null)
        }}
      />
      <Button type="submit" size="sm" loading={asking.isPending}>
        Follow it
      </Button>
    </form>
  )
}
