type Props = { readonly label: string; readonly sorted: 'up' | 'down' | null; readonly onSort: () => void }

/** The head of a column that can be sorted by; which way is said to screen readers and shown by an arrow. */
export const SortHead = ({ label, sorted, onSort }: Props) => (
  <th scope="col" aria-sort={sorted === null ? 'none' : sorted === 'up' ? 'ascending' : 'descending'}>
    <button type="button" className="sort-button" onClick={onSort}>
      {label}
      <span aria-hidden="true">{sorted === null ? ' ↕' : sorted === 'up' ? ' ↑' : ' ↓'}</span>
    </button>
  </th>
)
