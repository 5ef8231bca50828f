/** The page's own origin; nothing else is ever loaded. */
export const APP_ORIGIN = 'app://desk'
