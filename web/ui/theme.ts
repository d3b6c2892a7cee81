import { createTheme } from '@mantine/core'

/**
 * What Mantine needs to know in JavaScript. Colours, type and spacing are CSS variables in `page.css`: Mantine would
 * write its own into an inline style, which the page's Content-Security-Policy refuses.
 */
export const theme = createTheme({
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
})
