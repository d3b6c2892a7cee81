/**
 * Where a request may go. Real hosts are asked over https at their public names; `ORELINE_HOST_MAP` sends one of them
 * to a local stand-in instead, and that is the only way to an address inside this machine or its network.
 */
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { HostPolicy } from './host-policy.ts'

/** Real host to local origin, with an optional path that is put before the real one. */
export type HostMap = Readonly<Record<string, string>>

/** Why a URL may not be asked under the policy; null when it may. Literal addresses are refused, public ones too. */
export function refusedBecause(url: URL, policy: HostPolicy): string | null {
  if (url.protocol !== 'https:') return `not https: ${url.protocol}//${url.host}`
  if (url.username !== '' || url.password !== '') return `a login in the address of ${url.hostname}`
  if (!policy.hosts.includes(url.host)) return `${url.host} is not a host of ${policy.group}`
  return null
}

/** Where the request really goes: the mapped address, or the real one. */
export function mapped(url: URL, hostMap: HostMap): URL {
  const target = hostMap[url.host]
  if (target === undefined) return url
  const base = new URL(target)
  const onto = new URL(base.origin)
  onto.pathname = `${base.pathname.replace(/\/$/, '')}${url.pathname}`
  onto.search = url.search
  return onto
}

/** Refuses a map that leads anywhere but to this machine. */
export function assertLoopback(hostMap: HostMap): void {
  for (const target of Object.values(hostMap)) {
    const { protocol, hostname } = new URL(target)
    invariant(
      /^https?:$/.test(protocol) && isLoopback(hostname),
      `ORELINE_HOST_MAP leads to this machine only, not to ${hostname}`,
    )
  }
}

/** Refuses a policy that names an address or a private name where a public host belongs. */
export function assertPublicHosts(policy: HostPolicy): void {
  for (const host of policy.hosts)
    invariant(isPublicName(host), `${policy.group}: ${host} is a public host name in lower case`)
}

const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)

/** A name with a dot that does not end in digits (an IPv4 address does) or in a name kept for private use. */
const isPublicName = (host: string): boolean =>
  /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(host) &&
  !/\.(localhost|local|internal|intranet|lan|home|corp|test|invalid|arpa)$/.test(host)
