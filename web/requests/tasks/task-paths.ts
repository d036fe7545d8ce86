/** The addresses of what is written and printed for sessions. Not among the shell's, which every first visit loads. */
export const taskPaths = {
  papers: (session: string) => `/sheets?write=1&session=${session}`,
  papersOf: (request: string) => `/sheets?write=1&request=${request}`,
  sheet: (session: string) => `/sheets?session=${session}`,
  sheets: (day?: string) => (day ? `/sheets?day=${day}` : '/sheets'),
} as const;
