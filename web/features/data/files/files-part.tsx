import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import classes from '../data.module.css'
import { ExportSection } from './export-section.tsx'
import { ImportList } from './import-list.tsx'
import { ImportSection } from './import-section.tsx'
import type { ImportForm } from './use-import.ts'

/** Files in, files out. */
export function FilesPart({ form }: { readonly form: ImportForm }) {
  return (
    <div className={classes['panel']}>
      <ImportSection form={form} />
      <ImportList />
      <ExportSection instruments={form.instruments} series={form.series} />
    </div>
  )
}

/** Asks before an unsent import is left behind: on another screen, on closing the tab. Other tabs of this screen keep it. */
export function UnsentGuard({ form: { chosen, isTaking } }: { readonly form: ImportForm }) {
  const isUnsent = chosen !== null && !isTaking
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsent && current.pathname !== next.pathname,
    enableBeforeUnload: isUnsent,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <ConfirmDialog
      title="Leave without importing?"
      confirm="Leave"
      cancel="Stay"
      onConfirm={blocker.proceed}
      onCancel={blocker.reset}
    >
      {chosen?.fileName ?? 'The file'} has not been taken in. What you have filled in about it would be lost.
    </ConfirmDialog>
  )
}
