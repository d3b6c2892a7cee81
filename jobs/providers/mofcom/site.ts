/**
 * How the list of announcements is called on www.mofcom.gov.cn. The ids are settings of the site and change when it is
 * rebuilt: then the page says what they are (`query-data.ts`).
 */
import { browserUserAgent } from '../browser-user-agent.ts'
import type { HttpRequest } from '../../http/request.ts'

export const listPage = 'https://www.mofcom.gov.cn/zwgk/zcfb/index.html'
const listUnit = 'https://www.mofcom.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit'

/** As the page's script sends them. */
export type SiteIds = {
  readonly webId: string
  readonly tplSetId: string
  readonly pageId: string
  readonly tagId: string
}

/** As they were when this was written. */
export const knownIds: SiteIds = {
  webId: '8f43c7ad3afc411fb56f281724b73708',
  tplSetId: '52551ea0e2c14bca8c84792f7aa37ead',
  pageId: 'fc8bdff48fa345a48b651c1285b70b8f',
  tagId: '分页列表',
}

export const pageSize = 15

/** Addresses abroad wait long, and are shut out when they ask for two things at once. */
const manners = {
  headersTimeoutMs: 20_000,
  headers: {
    'user-agent': browserUserAgent,
    referer: listPage,
    'accept-language': 'zh-CN,zh;q=0.9',
  },
} as const

/** A page of the list, from 1. `bulidstatic` is the site's spelling. */
export function unitRequest({ webId, tplSetId, pageId, tagId }: SiteIds, page: number): HttpRequest {
  const query = new URLSearchParams({
    parseType: 'bulidstatic',
    webId,
    tplSetId,
    pageType: 'column',
    tagId,
    editType: 'null',
    pageId,
    paramJson: JSON.stringify({ pageNo: page, pageSize: String(pageSize) }),
  })
  return { url: `${listUnit}?${query.toString()}`, expect: { format: 'json' }, ...manners }
}

export const pageRequest: HttpRequest = { url: listPage, expect: { format: 'html' }, ...manners }
