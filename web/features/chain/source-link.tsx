import { ExternalLink } from '../../ui/external-link.tsx'

/** Who says so: a link where an address is recorded. */
export function SourceLink({
  source,
}: {
  readonly source: { readonly name: string; readonly url: string | null }
}) {
  if (source.url === null) return <span title="no address recorded">{source.name}</span>
  return <ExternalLink href={source.url}>{source.name}</ExternalLink>
}
