import './zod-without-eval.ts'
import '@fontsource-variable/inter/wght.css'
import { MantineProvider } from '@mantine/core'
import '@mantine/core/styles.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { CallError } from './api.ts'
import './charts/palette.css'
import { buildRouter } from './router.tsx'
import './ui/page.css'
import { theme } from './ui/theme.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Oreline mostly runs on this machine: a browser without a network can still reach it.
      networkMode: 'always',
      staleTime: 60_000,
      retry: (failures, error) =>
        failures < 1 && error instanceof CallError && error.failure.kind === 'network',
      retryDelay: 500,
    },
    mutations: { networkMode: 'always' },
  },
})
const router = buildRouter(queries)
const place = document.querySelector('#root')
if (place === null) throw new Error('index.html has no #root')
createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
