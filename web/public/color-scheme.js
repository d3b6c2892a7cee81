// Runs before the first paint, so that a reader who chose dark or light never sees the other flash by.
// A file of its own because the page's Content-Security-Policy allows no inline script.
const chosen = localStorage.getItem('mantine-color-scheme-value')
const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
