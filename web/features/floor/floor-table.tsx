import { ExternalLink } from '../../ui/external-link.tsx'
import { formatDay, formatQuantity } from '../../ui/format.ts'
import { periodWords, type Disclosed } from './disclosed-points.ts'

/** Every disclosed figure of the chart with what it counts and where it was seen. */
export function FloorTable({ disclosed }: { readonly disclosed: readonly Disclosed[] }) {
  return (
    <table>
      <caption>Figures MP Materials disclosed</caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col">What</th>
          <th scope="col">Figure</th>
          <th scope="col">Counts</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {disclosed.map(({ id, metric, period, to, value, unit, basis, source, confidence }) => (
          <tr key={id}>
            <th scope="row">
              {periodWords(period)} (to {formatDay(to)})
            </th>
            <td>{metric}</td>
            <td>
              {formatQuantity(value)} {unit}
            </td>
            <td>{basis}</td>
            <td>
              {source.url === null ? (
                source.name
              ) : (
                <ExternalLink href={source.url}>{source.name}</ExternalLink>
              )}
              {confidence === 'known' ? ' (general knowledge)' : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
