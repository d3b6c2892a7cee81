/** One row of the Federal Register's search; any cell may be another. */
export const entry = (cells: object = {}) => ({
  document_number: '2026-07333',
  title: 'Export Controls on Rare Earth Items',
  type: 'Rule',
  abstract: null,
  publication_date: '2026-11-20',
  agencies: [
    {
      raw_name: 'DEPARTMENT OF COMMERCE',
      name: 'Industry and Security Bureau',
      slug: 'industry-and-security-bureau',
    },
  ],
  html_url: 'https://www.federalregister.gov/documents/2026/11/20/2026-07333/export-controls',
  ...cells,
})
