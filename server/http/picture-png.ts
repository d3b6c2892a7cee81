import { fileURLToPath } from 'node:url'
import { renderAsync } from '@resvg/resvg-js'

/** Shipped, so that a picture looks the same on every machine, and where there is no font at all. */
const fontFiles = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)),
)

/** The picture as pixels, drawn off the event loop. The text is SVG of our own making, never of a reader's. */
export async function picturePng(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' },
    logLevel: 'off',
  })
  return image.asPng()
}
