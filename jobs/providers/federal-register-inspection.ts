/**
 * What lies open for inspection at the Office of the Federal Register: tomorrow's rules today. One list without pages or
 * filters; kept are the documents of the watched offices and those whose title says a watched word, which are the ones that
 * the register's search lists once they are printed.
 */
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { defineProvider, type DocumentQuery } from './define-provider.ts'
import { federalRegisterPolicy, registerRequest } from './federal-register/host.ts'
import { filingFields } from './federal-register-inspection/filing.ts'
import { parseCurrent } from './federal-register-inspection/parse-current.ts'
import { onePerId } from './one-per-id.ts'

export const federalRegisterInspection = defineProvider<DocumentQuery, PolicyDocument>({
  id: 'federal-register-inspection',
  parserVersion: 1,
  policy: federalRegisterPolicy,
  carries: () => true,
  asks: () => [
    {
      key: 'current',
      request: registerRequest(
        'public-inspection-documents/current.json',
        filingFields.map((field) => ['fields[]', field] as const),
      ),
      read: parseCurrent,
    },
  ],
  merge: onePerId,
})
