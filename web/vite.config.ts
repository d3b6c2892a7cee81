import react from '@vitejs/plugin-react'
import path from 'node:path'
import { defineConfig } from 'vite'
import { buildIsFirst } from './first-script.ts'

/** Where `pnpm start` listens: the development server hands the API on to it. */
const ORELINE = 'http://127.0.0.1:4600'

const isFirst = buildIsFirst(path.join(import.meta.dirname, 'main.tsx'))

/**
 * The page as static files without inline script or style, so that a strict Content-Security-Policy holds.
 * Charts and screens are imported lazily and so become chunks of their own; what changes seldom is kept apart from our
 * code, and all else that the first drawing needs is one file.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'es2023',
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
            {
              debugName: 'page',
              // The context is handed on whole: its function asks for its own `this`.
              name: (id, context) => (isFirst(id, context) ? 'page' : null),
              priority: 1,
            },
          ],
        },
      },
    },
  },
  // The page's own Host is handed on: Oreline takes writes only from the origin it is asked under.
  server: {
    port: 4601,
    proxy: { '^/(api/|policy-events\\.json$)': { target: ORELINE, changeOrigin: false } },
  },
})
