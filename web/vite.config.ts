import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `pnpm start` listens: the development server hands the API on to it. */
const ORELINE = 'http://127.0.0.1:4600'

/**
 * The page as static files without inline script or style, so that a strict Content-Security-Policy holds.
 * The charts are imported lazily and so become a chunk of their own; what changes seldom is kept apart from our code.
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
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 }],
        },
      },
    },
  },
  // The page's own Host is handed on: Oreline takes writes only from the origin it is asked under.
  server: { port: 4601, proxy: { '^/api/': { target: ORELINE, changeOrigin: false } } },
})
