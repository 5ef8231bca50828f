/** Calls of some days are counted whenever somebody asks for figures. */
export const callFiguresMigration = `
CREATE INDEX case_call_started ON case_call (started_at);
`
