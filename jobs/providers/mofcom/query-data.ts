import { DomUtils, parseDocument } from 'htmlparser2'
import type { SiteIds } from './site.ts'

/**
 * The ids that the page's own script sends, from its attribute: `queryData="{'webId':'8f43…','pageId':'fc8b…', …}"`. Of
 * several lists on the page, that with pages. null: there is none.
 */
export function idsOnPage(html: string): SiteIds | null {
  const found = DomUtils.getElementsByTagName('script', parseDocument(html)).flatMap((script) => {
    const ids = idsIn(script.attribs['querydata'] ?? '')
    return ids === null ? [] : [ids]
  })
  return found.find(({ tagId }) => tagId.includes('分页')) ?? found[0] ?? null
}

function idsIn(queryData: string): SiteIds | null {
  const [webId, tplSetId, pageId, tagId] = ['webId', 'tplSetId', 'pageId', 'tagId'].map(
    (name) => new RegExp(`["']?\\b${name}["']?\\s*:\\s*["']([^"']{1,80})["']`).exec(queryData)?.[1],
  )
  return webId === undefined || tplSetId === undefined || pageId === undefined || tagId === undefined
    ? null
    : { webId, tplSetId, pageId, tagId }
}
