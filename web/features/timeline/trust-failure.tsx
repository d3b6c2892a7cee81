import { Link } from '@tanstack/react-router'
import classes from './line-table.module.css'

/** Says that nobody knows which of the figures above are doubted, so that silence is not taken for agreement. */
export function TrustFailure() {
  return (
    <p className={classes['note']} role="alert">
      Whether sources disagree and why sessions are missing could not be loaded.{' '}
      <Link to="/health" search>
        Data health
      </Link>
    </p>
  )
}
