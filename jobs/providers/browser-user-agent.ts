/** One fixed, current browser's name for hosts that refuse libraries by name. Renewed with a release of Oreline. */
export const browserUserAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36'
